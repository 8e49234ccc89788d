package dev.tidemark.ingest;

import java.util.List;

/**
 * One delivered record, as text.
 *
 * @param line the physical line (in a workbook: the row) it begins on, from 1
 * @param raw CSV: its exact text without the last line end; JSON: the line; Excel: its cells as a
 *     line of CSV
 * @param cells one for each of {@link RecordReader#columns()}, as written; null if blank or not
 *     delivered. Empty if there is a fault.
 * @param faults all that keeps it from being taken apart; empty if it is well formed
 */
public record RawRecord(long line, String raw, List<String> cells, List<Fault> faults) {
  public RawRecord {
    faults = List.copyOf(faults);
  }

  static RawRecord wellFormed(long line, String raw, List<String> cells) {
    return new RawRecord(line, raw, cells, List.of());
  }

  static RawRecord faulty(long line, String raw, List<Fault> faults) {
    return new RawRecord(line, raw, List.of(), faults);
  }

  /** The first fault; null if the record is well formed. */
  Fault fault() {
    return faults.isEmpty() ? null : faults.get(0);
  }
}
