package dev.tidemark.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Characters of a stream, all of them: bytes that are none stop it instead of becoming U+FFFD. */
final class StrictDecoder extends Reader {
  /** Bytes that are not text in the encoding. */
  static final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;

    private final long offset;

    Malformed(Charset encoding, long offset) {
      super("not %s at byte %d".formatted(encoding.name(), offset));
      this.offset = offset;
    }

    /** Where the first such byte is, from 0. */
    long offset() {
      return offset;
    }
  }

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private long delivered;
  private boolean ended;

  StrictDecoder(InputStream in, Charset encoding) {
    this.in = in;
    this.decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * Reads what fits; characters before malformed bytes are returned first.
   *
   * @throws Malformed if the next bytes are not text in the encoding
   */
  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    var out = CharBuffer.wrap(chars, offset, length);
    while (true) {
      var result = decoder.decode(bytes, out, ended);
      if (out.position() > offset) {
        return out.position() - offset;
      }
      if (result.isError()) {
        throw new Malformed(decoder.charset(), delivered - bytes.remaining());
      }
      if (ended) {
        return -1;
      }
      fill();
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    var count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      delivered += count;
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
