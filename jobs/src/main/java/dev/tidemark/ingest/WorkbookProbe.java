package dev.tidemark.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.Row;

/** One look at a workbook: may it be opened, and is its only sheet with data a table? */
final class WorkbookProbe {
  private static final byte[] OLE2 = HexFormat.of().parseHex("d0cf11e0");
  private static final byte[] ZIP = {'P', 'K'};

  private WorkbookProbe() {}

  static FileProbe.Findings look(InputStream bytes, ReadOptions options) throws IOException {
    var most = (int) options.limits().workbookBytes();
    var archive = bytes.readNBytes(most);
    if (archive.length == most && bytes.read() >= 0) {
      return faulty(Reason.TOO_LARGE, "a workbook may have %d bytes: deliver CSV".formatted(most));
    }
    if (begins(archive, OLE2)) {
      return faulty(
          Reason.UNREADABLE_FILE,
          "is an old .xls or is password-protected: save it as .xlsx without a password");
    }
    if (!begins(archive, ZIP)) {
      return faulty(Reason.UNREADABLE_FILE, "is not an .xlsx workbook");
    }
    var refusal = ZipGuard.refusal(archive, options.limits());
    if (refusal.isPresent()) {
      return FileProbe.Findings.faulty(refusal.orElseThrow());
    }
    try (var workbook = Workbook.open(archive)) {
      return table(workbook, options);
    } catch (IOException | RuntimeException e) {
      // The bytes are in memory: whatever fails here is the workbook, not the storage.
      return FileProbe.Findings.faulty(Workbook.damaged(e));
    }
  }

  private static FileProbe.Findings table(Workbook workbook, ReadOptions options)
      throws IOException {
    var sheets = workbook.sheetsWithData();
    if (sheets.isEmpty()) {
      return faulty(Reason.EMPTY_FILE, "has no sheet with data");
    }
    if (sheets.size() > 1) {
      return faulty(
          Reason.UNREADABLE_FILE,
          "has %d sheets with data (%s): keep one"
              .formatted(sheets.size(), String.join(", ", sheets)));
    }
    var rows = workbook.rows();
    var first = rows.next();
    var header = first.getRowNum() == 1 ? header(first) : List.<String>of();
    if (header.isEmpty()) {
      return faulty(Reason.BAD_HEADER, "row 1 is blank: it must hold the column names");
    }
    var fault = HeaderCheck.fault(header, options.columns());
    var below = hasMore(rows) ? null : Fault.of(Reason.NO_ROWS, "has a header only");
    return new FileProbe.Findings(header, fault == null ? below : fault);
  }

  /** The names of row 1 up to the last cell with content. */
  private static List<String> header(Row row) {
    var names = new ArrayList<String>();
    var filled = 0;
    for (var i = 0; i < row.getCellCount(); i++) {
      var cell = row.getOptionalCell(i).orElse(null);
      names.add(
          Workbook.hasContent(cell) && cell.getRawValue() != null
              ? cell.getRawValue().strip()
              : "");
      filled = names.get(i).isEmpty() ? filled : i + 1;
    }
    return names.subList(0, filled);
  }

  /** Reads to the end, as only then every row is known to be readable. */
  private static boolean hasMore(Iterator<Row> rows) {
    var more = false;
    while (rows.hasNext()) {
      more |= Workbook.hasContent(rows.next());
    }
    return more;
  }

  private static boolean begins(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  private static FileProbe.Findings faulty(Reason reason, String hint) {
    return FileProbe.Findings.faulty(Fault.of(reason, hint));
  }
}
