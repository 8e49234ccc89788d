package dev.tidemark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A table that people search, as short as can be, since it may have thousands of rows.
 *
 * <p>A cell that says the same in both languages and is sorted by what it shows is its text alone.
 * Any other is a list: Chinese text, English text or 0 for the same, key to sort by or false for
 * its text, link or 0, strip or 0, style where it is not the column's. A list that stands more than
 * once is written once, and its number stands in its places.
 */
final class CompactTable {
  /** Keys are compared, not shown: what differs by less stays in the order of the table. */
  private static final double KEY_STEPS = 1e6;

  /** What stands for nothing in each place of a list; a text always stands there. */
  private static final List<Object> NOTHING = List.of(new Object(), 0, false, 0, 0, 0);

  private CompactTable() {}

  /** Columns' styles, the lists that stand more than once, and the rows. */
  static Map<String, Object> of(ShownTable table) {
    var styles =
        table.rows().isEmpty()
            ? List.<String>of()
            : table.rows().get(0).stream().map(Cell::style).toList();
    var times = new LinkedHashMap<Object, Integer>();
    var rows = new ArrayList<List<Object>>();
    for (var row : table.rows()) {
      var cells = new ArrayList<Object>();
      for (int column = 0; column < row.size(); column++) {
        var cell = cell(row.get(column), styles.get(column));
        if (cell instanceof List<?>) {
          times.merge(cell, 1, Integer::sum);
        }
        cells.add(cell);
      }
      rows.add(cells);
    }
    var shared = new LinkedHashMap<Object, Integer>();
    times.forEach(
        (cell, n) -> {
          if (n > 1) {
            shared.put(cell, shared.size());
          }
        });
    rows.forEach(row -> row.replaceAll(cell -> shared.containsKey(cell) ? shared.get(cell) : cell));
    return Map.of("styles", styles, "shared", List.copyOf(shared.keySet()), "rows", rows);
  }

  private static Object cell(Cell cell, String style) {
    var zh = cell.text().zh();
    var isOne = zh.equals(cell.text().en());
    var isSortedByText = isSortedByText(cell, style);
    var hasStrip = cell.strip() != null && cell.strip().isDrawn();
    var isPlain = isOne && isSortedByText && cell.link() == null && !hasStrip;
    if (isPlain && cell.style().equals(style)) {
      return zh;
    }
    var parts = new ArrayList<Object>();
    parts.add(zh);
    parts.add(isOne ? (Object) 0 : cell.text().en());
    parts.add(isSortedByText ? (Object) false : key(cell.sort()));
    parts.add(cell.link() == null ? (Object) 0 : cell.link());
    parts.add(hasStrip ? strip(cell.strip()) : (Object) 0);
    parts.add(cell.style().equals(style) ? (Object) 0 : cell.style());
    while (Objects.equals(parts.get(parts.size() - 1), NOTHING.get(parts.size() - 1))) {
      parts.remove(parts.size() - 1);
    }
    return parts;
  }

  /** Whether the page can tell the key from the text: a number's digits, or a text as it is. */
  private static boolean isSortedByText(Cell cell, String style) {
    var shown = cell.text().en();
    if (!style.equals("number")) {
      return shown.equals(cell.sort());
    }
    if (cell.sort() == null) {
      return shown.equals(Rounding.NONE);
    }
    var digits = shown.replace('−', '-').replaceAll("[+,]", "");
    return cell.sort() instanceof Number key
        && digits.matches("-?\\d+(\\.\\d+)?")
        && Double.parseDouble(digits) == key.doubleValue();
  }

  /** Null for what is not known and comes last. */
  private static Object key(Object sort) {
    return sort instanceof Double number
        ? (Object) (Math.round(number * KEY_STEPS) / KEY_STEPS)
        : sort;
  }

  private static List<Object> strip(Strip strip) {
    return List.of(strip.low(), strip.high(), strip.at(), strip.zero(), strip.verdict());
  }
}
