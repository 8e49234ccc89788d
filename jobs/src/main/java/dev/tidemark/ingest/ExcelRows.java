package dev.tidemark.ingest;

import dev.tidemark.error.Quantity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Row;

/** The records of a workbook: the rows below row 1 of its only sheet with data. */
final class ExcelRows extends BufferedRecords {
  private final Workbook workbook;
  private final Layout layout;
  private final ExcelCells cells;
  private final Iterator<Row> rows;

  ExcelRows(Workbook workbook, Layout layout) throws IOException {
    super(layout.columns());
    this.workbook = workbook;
    this.layout = layout;
    this.cells =
        new ExcelCells(workbook.countsFrom1904() ? ExcelDates.FROM_1904 : ExcelDates.FROM_1900);
    this.rows = workbook.rows();
    rows.next();
  }

  @Override
  RawRecord fetch() throws IOException {
    try {
      while (rows.hasNext()) {
        var row = rows.next();
        if (Workbook.hasContent(row)) {
          return record(row);
        }
      }
      return null;
    } catch (ExcelReaderException e) {
      throw new IOException("the workbook is not the one that was probed", e);
    }
  }

  private RawRecord record(Row row) {
    var header = layout.header();
    var texts = new ArrayList<String>();
    var faults = new ArrayList<Fault>(0);
    for (var i = 0; i < Math.max(header.size(), row.getCellCount()); i++) {
      var cell = row.getOptionalCell(i).orElse(null);
      var raw = cell == null ? null : cell.getRawValue();
      try {
        texts.add(cells.text(cell));
      } catch (ExcelCells.Unusable e) {
        texts.add(raw);
        faults.add(e.fault(i < header.size() ? header.get(i) : null, raw));
      }
    }
    var wide = texts.subList(header.size(), texts.size()).stream().anyMatch(ExcelRows::isFilled);
    var asDelivered = blanksAsEmpty(texts);
    var delivered = texts.subList(0, header.size());
    if (wide) {
      faults.add(0, tooWide(texts));
    }
    faults.addAll(ControlChars.faults(header, delivered));
    var raw = csvLine(wide ? asDelivered : asDelivered.subList(0, header.size()));
    return faults.isEmpty()
        ? RawRecord.wellFormed(row.getRowNum(), raw, layout.arranged(delivered))
        : RawRecord.faulty(row.getRowNum(), raw, faults);
  }

  private Fault tooWide(List<String> texts) {
    var count = texts.size();
    while (!isFilled(texts.get(count - 1))) {
      count--;
    }
    return Fault.of(
        Reason.WRONG_COLUMN_COUNT,
        "the row has %s, the header has %d"
            .formatted(Quantity.of(count, "cell"), layout.header().size()));
  }

  private static boolean isFilled(String text) {
    return text != null && !text.isBlank();
  }

  private static List<String> blanksAsEmpty(List<String> texts) {
    return texts.stream().map(text -> text == null ? "" : text).toList();
  }

  private static String csvLine(List<String> texts) {
    return texts.stream()
        .map(text -> needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text)
        .collect(Collectors.joining(","));
  }

  private static boolean needsQuotes(String text) {
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
