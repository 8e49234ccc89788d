package dev.tidemark.issues;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of an issue: where it began and with what, whatever else was found. */
final class IssueName {
  private static final int BYTES = 6;

  private IssueName() {}

  /**
   * The id.
   *
   * @param period id of the period it was first found in
   * @param earliest id of its earliest message; no other issue of the period has it
   */
  static String of(String period, String earliest) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var hash = sha.digest(earliest.getBytes(StandardCharsets.UTF_8));
      return period + "-" + HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
