package dev.tidemark.ingest;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * The records of one delivered file, in its order, each either well formed or faulty; none is left
 * out. Blank lines and blank rows are no records.
 *
 * <p>{@link #next()} throws {@link java.io.UncheckedIOException} if the storage fails, or if the
 * file is no longer the one that was probed.
 */
public interface RecordReader extends Iterator<RawRecord>, AutoCloseable {
  /** What the cells are, in order: the declared columns, then the file's features. */
  List<String> columns();

  @Override
  void close() throws IOException;

  /**
   * Opens a file that was probed and found readable.
   *
   * @param probe of the same source, with the same options
   * @throws IllegalArgumentException if the probe found a fault, or if the file is Parquet
   * @throws IOException if the storage does not give it
   */
  static RecordReader open(Source source, FileProbe probe, ReadOptions options) throws IOException {
    if (probe.fault().isPresent()) {
      throw new IllegalArgumentException(
          source.name() + " has a fault: " + probe.fault().orElseThrow());
    }
    var layout = Layout.of(probe.header(), options.columns());
    return switch (probe.format()) {
      case CSV -> new CsvReader(TextProbe.lines(source, options), layout, options);
      case JSON_LINES -> new JsonLines(TextProbe.lines(source, options), layout, options);
      case EXCEL -> new ExcelRows(Workbook.open(source, options.limits()), layout);
      case PARQUET -> throw new IllegalArgumentException(source.name() + " is read by Spark");
    };
  }
}
