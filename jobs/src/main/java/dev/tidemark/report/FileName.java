package dev.tidemark.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of files for what has an id of any characters. */
final class FileName {
  private static final int HASHED = 8;

  private FileName() {}

  /** The page of a unit. */
  static String unit(String id) {
    return "units/" + of(id) + ".html";
  }

  /** The page of a group. */
  static String group(String by, String id) {
    return "groups/" + of(by) + "-" + of(id) + ".html";
  }

  /**
   * The id itself if it is of small letters, digits, hyphens and underscores; else what it has of
   * these, and a hash. So no id names a place outside its folder, a device, or the file of another
   * id where file systems take capitals for small letters.
   */
  static String of(String id) {
    if (id.matches("[a-z0-9][a-z0-9_-]{0,63}") && !id.matches("(con|prn|aux|nul|com\\d|lpt\\d)")) {
      return id;
    }
    var kept = id.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(java.util.Locale.ROOT);
    return kept.substring(0, Math.min(kept.length(), 40)).replaceAll("^-|-$", "") + "." + hash(id);
  }

  private static String hash(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha, 0, HASHED);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
