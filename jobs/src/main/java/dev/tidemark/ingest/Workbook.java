package dev.tidemark.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook that passed the guard, as rows of cells. */
final class Workbook implements AutoCloseable {
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
  private static final ReadingOptions WITHOUT_FORMATS = new ReadingOptions(false, true);

  private final ReadableWorkbook book;

  private Workbook(ReadableWorkbook book) {
    this.book = book;
  }

  /** Holds the bytes of a workbook in memory, compressed as they are. */
  static Workbook open(byte[] archive) throws IOException {
    try {
      return new Workbook(read(archive, WITH_FORMATS));
    } catch (ExcelReaderException e) {
      // Styles are optional in a workbook; the library wants them, to tell dates from numbers.
      return new Workbook(read(archive, WITHOUT_FORMATS));
    }
  }

  private static ReadableWorkbook read(byte[] archive, ReadingOptions options) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(archive), options);
  }

  /**
   * Opens a delivered workbook whose probe found no fault.
   *
   * @throws IOException if the storage fails or the file is larger than it may be
   */
  static Workbook open(Source source, Limits limits) throws IOException {
    try (var bytes = source.open()) {
      return open(bytes.readNBytes((int) limits.workbookBytes()));
    }
  }

  static Fault damaged(Exception e) {
    var why = Optional.ofNullable(e.getMessage()).flatMap(text -> text.lines().findFirst());
    return Fault.of(
        Reason.UNREADABLE_FILE, "is a damaged workbook: " + why.orElse("no more is known"));
  }

  /** Whether days are counted from 1904 on, as old Macs did. */
  boolean countsFrom1904() {
    return book.isDate1904();
  }

  /** Names of the sheets that have a cell with content, in the workbook's order. */
  List<String> sheetsWithData() throws IOException {
    var names = new ArrayList<String>();
    for (var sheet : book.getSheets().toList()) {
      if (hasData(sheet)) {
        names.add(sheet.getName());
      }
    }
    return names;
  }

  /** Rows of the first sheet that has a cell with content; blank rows are among them. */
  Iterator<Row> rows() throws IOException {
    for (var sheet : book.getSheets().toList()) {
      if (hasData(sheet)) {
        return sheet.openStream().iterator();
      }
    }
    throw new ExcelReaderException("no sheet has data");
  }

  private static boolean hasData(Sheet sheet) throws IOException {
    try (var rows = sheet.openStream()) {
      return rows.anyMatch(Workbook::hasContent);
    }
  }

  /** Whether any cell of the row holds text, a number or a formula. */
  static boolean hasContent(Row row) {
    for (var cell : row) {
      if (hasContent(cell)) {
        return true;
      }
    }
    return false;
  }

  static boolean hasContent(Cell cell) {
    return cell != null
        && (cell.getFormula() != null
            || (cell.getRawValue() != null && !cell.getRawValue().isBlank()));
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
