package dev.tidemark.ingest;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * How many faulty rows a load may leave out.
 *
 * @param number a count, or a percentage of the rows delivered
 * @param unit which of the two
 */
public record BadRowLimit(double number, Unit unit) {
  /** Every row must be good. */
  public static final BadRowLimit NONE = new BadRowLimit(0, Unit.ROWS);

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]+)?)(%?)");

  /** What the limit counts. */
  public enum Unit {
    /** Rows. */
    ROWS,
    /** Percent of the rows delivered. */
    PERCENT
  }

  /**
   * Reads {@code 10} or {@code 0.5%}.
   *
   * @throws IllegalArgumentException if it is neither a whole number nor a percentage of 0 to 100
   */
  public static BadRowLimit parse(String text) {
    var matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'%s' is neither a number of rows nor a percentage".formatted(text));
    }
    double number = Double.parseDouble(matcher.group(1));
    if (matcher.group(2).isEmpty()) {
      if (number != Math.rint(number)) {
        throw new IllegalArgumentException("'%s' is not a whole number of rows".formatted(text));
      }
      return new BadRowLimit(number, Unit.ROWS);
    }
    if (number > 100) {
      throw new IllegalArgumentException("'%s' is more than 100%%".formatted(text));
    }
    return new BadRowLimit(number, Unit.PERCENT);
  }

  /** Whether so many bad rows of so many are within the limit. */
  boolean allows(long bad, long delivered) {
    if (unit == Unit.ROWS) {
      return bad <= number;
    }
    // In doubles 29 of 100 rows are more than 29%.
    var allowed = BigDecimal.valueOf(number).multiply(BigDecimal.valueOf(delivered));
    return BigDecimal.valueOf(bad).movePointRight(2).compareTo(allowed) <= 0;
  }

  @Override
  public String toString() {
    var text = number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    return unit == Unit.ROWS ? text : text + "%";
  }
}
