package dev.tidemark.ingest;

import java.util.ArrayList;
import java.util.List;

/** The cells of one CSV record, exactly as written: nothing trimmed, no line is a comment. */
final class CsvCells {
  private CsvCells() {}

  /**
   * Takes a record apart.
   *
   * @param record complete: {@link Quoting#CLOSED} at its end
   * @return one cell or more; a blank one is the empty string
   */
  static List<String> of(String record) {
    var cells = new ArrayList<String>();
    var at = 0;
    while (at <= record.length()) {
      if (Quoting.opensAt(record, at)) {
        var end = Quoting.closingQuote(record, at + 1);
        cells.add(record.substring(at + 1, end).replace("\"\"", "\""));
        at = end + 2;
      } else {
        var comma = record.indexOf(',', at);
        var end = comma < 0 ? record.length() : comma;
        cells.add(record.substring(at, end));
        at = end + 1;
      }
    }
    return cells;
  }
}
