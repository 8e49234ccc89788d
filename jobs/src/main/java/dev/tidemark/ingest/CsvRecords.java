package dev.tidemark.ingest;

import dev.tidemark.ingest.PhysicalLines.Line;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a CSV text (RFC 4180), each of one or more physical lines.
 *
 * <p>Blank lines between records belong to none and are skipped.
 */
final class CsvRecords implements Closeable {
  /**
   * One record.
   *
   * @param line the physical line it begins on, from 1
   * @param raw its text, without the last line end
   * @param cells as written, a blank one empty; none if there is a fault
   * @param control whether a control character is in it
   * @param fault null if its cells could be told apart
   */
  record CsvRecord(long line, String raw, List<String> cells, boolean control, Fault fault) {}

  private final PhysicalLines lines;
  private final Limits limits;

  /** Lines read in search of a closing quote and given back; at most {@code recordLines}. */
  private final List<Line> ahead = new ArrayList<>();

  CsvRecords(PhysicalLines lines, Limits limits) {
    this.lines = lines;
    this.limits = limits;
  }

  /** The next record; null after the last. */
  CsvRecord next() throws IOException {
    var first = nextLine();
    while (first != null && first.isBlank()) {
      first = nextLine();
    }
    if (first == null) {
      return null;
    }
    if (first.traits().tooLong()) {
      return faulty(first, TextProbe.tooLong(first.number(), limits));
    }
    if (!first.traits().quote()) {
      var split = CsvCells.of(first.text());
      return new CsvRecord(first.number(), first.text(), split, first.traits().control(), null);
    }
    return quoted(first);
  }

  /** Joins lines until no quote is open; if that fails, only the first line is lost. */
  private CsvRecord quoted(Line first) throws IOException {
    var raw = new StringBuilder(first.text());
    var control = first.traits().control();
    var end = first.end();
    var quoting = Quoting.after(first.text(), Quoting.CLOSED);
    var taken = 0;
    while (quoting == Quoting.OPEN && taken + 1 < limits.recordLines()) {
      var more = peek(taken);
      if (more == null || more.traits().tooLong() || tooLong(raw, more)) {
        break;
      }
      raw.append(end).append(more.text());
      end = more.end();
      control |= more.traits().control();
      if (more.traits().quote()) {
        quoting = Quoting.after(more.text(), Quoting.OPEN);
      }
      taken++;
    }
    if (quoting != Quoting.CLOSED) {
      return faulty(first, unclosed(quoting));
    }
    ahead.subList(0, taken).clear();
    var text = raw.toString();
    return new CsvRecord(first.number(), text, CsvCells.of(text), control, null);
  }

  private boolean tooLong(StringBuilder raw, Line more) {
    return raw.length() + more.text().length() + 2 > limits.lineChars();
  }

  private Fault unclosed(Quoting quoting) {
    return Fault.of(
        Reason.UNCLOSED_QUOTE,
        quoting == Quoting.OPEN
            ? "no closing quote within %d lines or %d characters; reading goes on with the next line"
                .formatted(limits.recordLines(), limits.lineChars())
            : "text follows a closing quote; double a quote that belongs to the value");
  }

  private static CsvRecord faulty(Line line, Fault fault) {
    return new CsvRecord(line.number(), line.text(), List.of(), false, fault);
  }

  /** The next physical line, whichever record it belongs to; null after the last. */
  Line nextLine() throws IOException {
    return ahead.isEmpty() ? lines.next() : ahead.remove(0);
  }

  private Line peek(int index) throws IOException {
    if (index == ahead.size()) {
      var line = lines.next();
      if (line == null) {
        return null;
      }
      ahead.add(line);
    }
    return ahead.get(index);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
