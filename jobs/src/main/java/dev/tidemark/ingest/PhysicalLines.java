package dev.tidemark.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/** The physical lines of a text, ended by LF, CRLF or CR; memory is bounded by the longest one. */
final class PhysicalLines implements Closeable {
  /**
   * One physical line.
   *
   * @param number from 1
   * @param text without its end; the first characters only, if too long
   * @param end LF, CRLF or CR; empty if the text ends here
   * @param traits what the text holds
   */
  record Line(long number, String text, String end, Traits traits) {
    boolean isBlank() {
      return !traits.tooLong() && text.isBlank();
    }
  }

  /** Whether a line has a quote, has a control character, and is longer than allowed. */
  record Traits(boolean quote, boolean control, boolean tooLong) {
    private static final Traits PLAIN = new Traits(false, false, false);
  }

  private static final int SHOWN_OF_TOO_LONG = 200;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private final int maxChars;
  private final char[] buffer = new char[1 << 16];
  private final StringBuilder held = new StringBuilder();
  private int position;
  private int limit;
  private long number;
  private boolean quote;
  private boolean control;

  PhysicalLines(Reader reader, int maxChars) {
    this.reader = reader;
    this.maxChars = maxChars;
  }

  /** How many lines were begun. */
  long count() {
    return number;
  }

  /** The next line; null after the last. */
  Line next() throws IOException {
    if (number == 0) {
      skipByteOrderMark();
    }
    if (position == limit && !fill()) {
      return null;
    }
    number++;
    quote = false;
    control = false;
    held.setLength(0);
    var length = 0L;
    while (true) {
      var start = position;
      scan();
      length += position - start;
      if (position < limit) {
        return line(length, textEndingWith(start), end());
      }
      hold(start);
      if (!fill()) {
        return line(length, held.toString(), "");
      }
    }
  }

  private Line line(long length, String text, String end) {
    if (length > maxChars) {
      var shown = text.substring(0, Math.min(SHOWN_OF_TOO_LONG, text.length()));
      return new Line(number, shown, end, new Traits(quote, control, true));
    }
    return new Line(
        number, text, end, quote || control ? new Traits(quote, control, false) : Traits.PLAIN);
  }

  /** Moves to the next line end, or to the end of the buffer. */
  private void scan() {
    var i = position;
    for (; i < limit; i++) {
      var c = buffer[i];
      if ((c > '"' && c < 0x7f) || c > 0x9f || c == ' ') {
        continue;
      }
      if (c == '\n' || c == '\r') {
        break;
      }
      quote |= c == '"';
      control |= ControlChars.refuses(c);
    }
    position = i;
  }

  private String textEndingWith(int start) {
    if (held.isEmpty()) {
      return new String(buffer, start, position - start);
    }
    hold(start);
    return held.toString();
  }

  /** Keeps what the next filling would overwrite, up to the longest line there may be. */
  private void hold(int start) {
    held.append(buffer, start, Math.min(position - start, maxChars - held.length()));
  }

  private String end() throws IOException {
    if (buffer[position++] == '\n') {
      return "\n";
    }
    if ((position < limit || fill()) && buffer[position] == '\n') {
      position++;
      return "\r\n";
    }
    return "\r";
  }

  private void skipByteOrderMark() throws IOException {
    if (fill() && buffer[0] == BYTE_ORDER_MARK) {
      position++;
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, reader.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
