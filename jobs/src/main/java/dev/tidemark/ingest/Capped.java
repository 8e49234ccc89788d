package dev.tidemark.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** A decompressed stream that stops before it becomes a bomb. */
final class Capped extends FilterInputStream {
  /** More came out than an honest file holds. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
      super(message);
    }
  }

  private final LongSupplier compressed;
  private final Limits limits;
  private final byte[] one = new byte[1];
  private long out;

  /**
   * Watches a stream.
   *
   * @param decompressed what comes out
   * @param already bytes that came out before, of earlier parts of the same file
   * @param compressed how many compressed bytes went in so far
   */
  Capped(InputStream decompressed, long already, LongSupplier compressed, Limits limits) {
    super(decompressed);
    this.out = already;
    this.compressed = compressed;
    this.limits = limits;
  }

  /** Bytes that came out, those before this stream included. */
  long out() {
    return out;
  }

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var read = in.read(buffer, offset, length);
    out += Math.max(0, read);
    var exceeded = limits.exceededBy(compressed.getAsLong(), out);
    if (exceeded != null) {
      throw new TooLarge(exceeded);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
