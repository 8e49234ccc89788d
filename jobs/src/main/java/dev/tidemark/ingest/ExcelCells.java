package dev.tidemark.ingest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** The text of a workbook's cells: numbers as they are stored, dates as ISO-8601. */
final class ExcelCells {
  /** A cell without a text of its own. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Unusable(Reason reason, String hint) {
      super(hint);
      this.reason = reason;
    }

    Fault fault(String column, String value) {
      return new Fault(reason, column, value, getMessage());
    }
  }

  /** What a cached result looks like if the formula failed. */
  private static final Set<String> ERRORS =
      Set.of(
          "#N/A",
          "#DIV/0!",
          "#REF!",
          "#VALUE!",
          "#NAME?",
          "#NUM!",
          "#NULL!",
          "#SPILL!",
          "#CALC!",
          "#GETTING_DATA");

  /** Date formats that have a number instead of a pattern; those above 22 are Chinese. */
  private static final List<Integer> BUILT_IN_DATES =
      List.of(
          14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50,
          51, 52, 53, 54, 55, 56, 57, 58);

  /** What says nothing about the kind of a format: literal text, colours, locales, escapes. */
  private static final Pattern DECORATION =
      Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");

  private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)\\]");

  private static final int LONGEST_PLAIN_EXPONENT = 40;

  private final ExcelDates dates;

  ExcelCells(ExcelDates dates) {
    this.dates = dates;
  }

  /**
   * What the cell holds.
   *
   * @param cell null where the row has none
   * @return null if blank
   * @throws Unusable if it holds an error, a formula without a result, or a day there never was
   */
  String text(Cell cell) throws Unusable {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return null;
    }
    var raw = cell.getRawValue();
    if (raw == null && cell.getFormula() != null) {
      throw new Unusable(
          Reason.FORMULA_WITHOUT_VALUE,
          "cell %s: open the workbook, recalculate and save it".formatted(cell.getAddress()));
    }
    if (cell.getType() == CellType.ERROR || (cell.getFormula() != null && ERRORS.contains(raw))) {
      throw new Unusable(Reason.WRONG_TYPE, "cell %s holds an error".formatted(cell.getAddress()));
    }
    if (raw == null || raw.isBlank()) {
      return null;
    }
    if (cell.getValue() instanceof Boolean truth) {
      return truth.toString();
    }
    if (cell.getValue() instanceof BigDecimal number) {
      return isDate(cell) ? dates.text(number, cell.getAddress().toString()) : plain(raw, number);
    }
    return raw;
  }

  /** The digits as stored; an exponent is written out, unless that makes it unreadable. */
  private static String plain(String raw, BigDecimal number) {
    var hasExponent = raw.indexOf('E') >= 0 || raw.indexOf('e') >= 0;
    return hasExponent
            && Math.abs((long) number.precision() - number.scale()) <= LONGEST_PLAIN_EXPONENT
        ? number.toPlainString()
        : raw;
  }

  private static boolean isDate(Cell cell) {
    var id = cell.getDataFormatId();
    if (id == null) {
      return false;
    }
    var pattern = cell.getDataFormatString();
    return BUILT_IN_DATES.contains(id) || (pattern != null && isDate(pattern));
  }

  private static boolean isDate(String pattern) {
    var lower = pattern.toLowerCase(Locale.ROOT);
    if (ELAPSED.matcher(lower).find() || lower.equals("general")) {
      return false;
    }
    var letters = DECORATION.matcher(lower).replaceAll("");
    return letters.chars().anyMatch(c -> "ymdhs".indexOf(c) >= 0);
  }
}
