package dev.tidemark.ingest;

import java.io.IOException;

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
    var fault = fault(record);
    return fault == null
        ? new RawRecord(record.line(), record.raw(), layout.arranged(record.cells()), null)
        : RawRecord.faulty(record.line(), record.raw(), fault);
  }

  private Fault fault(CsvRecords.CsvRecord record) {
    if (record.fault() != null) {
      return record.fault();
    }
    var wanted = layout.header().size();
    if (record.cells().size() != wanted) {
      return Fault.of(
          Reason.WRONG_COLUMN_COUNT,
          "the row has %d cells, the header has %d".formatted(record.cells().size(), wanted));
    }
    return record.control() ? ControlChars.fault(layout.header(), record.cells()) : null;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
