package dev.tidemark.ingest;

import dev.tidemark.error.Quantity;
import java.io.IOException;
import java.util.List;

/** The records of a CSV file below its header. */
final class CsvReader extends BufferedRecords {
  private final CsvRecords records;
  private final Layout layout;

  CsvReader(PhysicalLines lines, Layout layout, ReadOptions options) throws IOException {
    super(layout.columns());
    this.layout = layout;
    this.records = new CsvRecords(lines, options.limits());
    records.next();
  }

  @Override
  RawRecord fetch() throws IOException {
    var record = records.next();
    if (record == null) {
      return null;
    }
    var faults = faults(record);
    return faults.isEmpty()
        ? RawRecord.wellFormed(record.line(), record.raw(), layout.arranged(record.cells()))
        : RawRecord.faulty(record.line(), record.raw(), faults);
  }

  private List<Fault> faults(CsvRecords.CsvRecord record) {
    if (record.fault() != null) {
      return List.of(record.fault());
    }
    var wanted = layout.header().size();
    if (record.cells().size() != wanted) {
      return List.of(
          Fault.of(
              Reason.WRONG_COLUMN_COUNT,
              "the row has %s, the header has %d"
                  .formatted(Quantity.of(record.cells().size(), "cell"), wanted)));
    }
    return record.control() ? ControlChars.faults(layout.header(), record.cells()) : List.of();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
