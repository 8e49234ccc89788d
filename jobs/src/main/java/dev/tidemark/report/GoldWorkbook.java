package dev.tidemark.report;

import dev.tidemark.table.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The tables that were read as an Excel workbook: one sheet each, numbers as numbers, and every
 * text as text, whatever it begins with.
 */
final class GoldWorkbook {
  /** Rows of a sheet, which ends at 1,048,576 and is hard to open long before. */
  static final int LONGEST = 100_000;

  private static final int LONGEST_TEXT = 32_767;
  private static final int LONGEST_NAME = 31;

  private GoldWorkbook() {}

  static void write(Gold gold, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (var stream = Files.newOutputStream(file);
        var book = new Workbook(stream, "Tidemark", null)) {
      contents(gold, book.newWorksheet("contents"));
      for (var table : gold.rows().entrySet()) {
        if (isFigures(table.getKey()) && !table.getValue().isEmpty()) {
          fill(book.newWorksheet(name(table.getKey())), table.getValue());
        }
      }
    }
  }

  /** Not what was delivered, of which the report quotes a few messages. */
  private static boolean isFigures(TableSpec table) {
    return table.role() != TableSpec.Role.INPUT;
  }

  private static String name(TableSpec table) {
    return table.name().substring(0, Math.min(LONGEST_NAME, table.name().length()));
  }

  private static void contents(Gold gold, Worksheet sheet) {
    line(sheet, 0, List.of("table", "holds", "one row", "version", "rows", "rows left out"));
    int at = 1;
    for (var table : gold.rows().entrySet()) {
      var spec = table.getKey();
      if (!isFigures(spec)) {
        continue;
      }
      int rows = table.getValue().size();
      sheet.value(at, 0, spec.name());
      sheet.value(at, 1, spec.title());
      sheet.value(at, 2, spec.grain());
      sheet.value(at, 3, gold.versions().get(spec).version());
      sheet.value(at, 4, Math.min(rows, LONGEST));
      sheet.value(at, 5, Math.max(0, rows - LONGEST));
      at++;
    }
    sheet.freezePane(1, 1);
  }

  private static void fill(Worksheet sheet, List<Row> rows) throws IOException {
    var columns = List.of(rows.get(0).schema().fieldNames());
    line(sheet, 0, columns);
    sheet.freezePane(0, 1);
    int at = 1;
    for (var row : rows.subList(0, Math.min(LONGEST, rows.size()))) {
      for (int column = 0; column < columns.size(); column++) {
        put(sheet, at, column, row.get(column));
      }
      at++;
    }
    sheet.setAutoFilter(0, 0, at - 1, columns.size() - 1);
    sheet.finish();
  }

  private static void line(Worksheet sheet, int row, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      sheet.value(row, column, cells.get(column));
      sheet.style(row, column).bold().set();
    }
  }

  private static void put(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value instanceof Boolean flag) {
      sheet.value(row, column, flag);
    } else if (value != null) {
      var text = text(value);
      sheet.value(row, column, text.substring(0, Math.min(LONGEST_TEXT, text.length())));
    }
  }

  /** Lists and maps as JSON. */
  private static String text(Object value) {
    return value instanceof String || !(value instanceof scala.collection.Iterable<?>)
        ? value.toString()
        : ScriptJson.of(plain(value));
  }

  private static Object plain(Object value) {
    if (value instanceof scala.collection.Map<?, ?> map) {
      var plain = new java.util.TreeMap<String, Object>();
      CollectionConverters.asJava(map)
          .forEach((key, held) -> plain.put(key.toString(), plain(held)));
      return plain;
    }
    if (value instanceof scala.collection.Seq<?> list) {
      return CollectionConverters.asJava(list).stream().map(GoldWorkbook::plain).toList();
    }
    if (value instanceof Row row) {
      var plain = new java.util.LinkedHashMap<String, Object>();
      for (var field : row.schema().fieldNames()) {
        plain.put(field, plain(row.get(row.fieldIndex(field))));
      }
      return plain;
    }
    return value instanceof Number || value == null ? value : value.toString();
  }
}
