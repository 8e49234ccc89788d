package dev.tidemark.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes on their way, counted and hashed. */
final class Fingerprint extends FilterInputStream {
  private final MessageDigest digest = sha256Digest();
  private final byte[] one = new byte[1];
  private long count;
  private boolean ended;

  Fingerprint(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  /** The SHA-256 of the bytes so far, in hexadecimal; can be asked once. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Reads what is left. */
  void drain() throws IOException {
    transferTo(OutputStream.nullOutputStream());
  }

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var read = in.read(buffer, offset, length);
    if (read > 0) {
      digest.update(buffer, offset, read);
      count += read;
    }
    ended = read < 0;
    return read;
  }

  /** Above 0 until the end is seen: else GZIPInputStream would stop after a file's first member. */
  @Override
  public int available() {
    return ended ? 0 : 1;
  }

  @Override
  public long skip(long n) throws IOException {
    return readNBytes((int) Math.min(n, 1 << 16)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
