package dev.tidemark.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a page may do: run the scripts written into it, known by their hashes, and fetch nothing.
 */
final class ContentPolicy {
  private ContentPolicy() {}

  /** The policy of a page with these scripts and this style sheet inside. */
  static String of(List<String> scripts, String style) {
    return "default-src 'none'; script-src %s; style-src %s; img-src data: blob:; base-uri 'none'; form-action 'none'"
        .formatted(
            scripts.stream().map(ContentPolicy::hash).collect(Collectors.joining(" ")),
            hash(style));
  }

  private static String hash(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(sha) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
