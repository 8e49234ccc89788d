package dev.tidemark.wording;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;

import java.util.Collection;
import java.util.Locale;
import org.apache.spark.sql.Column;

/** Texts held against patterns in which {@code *} stands for any text, also none. */
public final class Wildcards {
  private Wildcards() {}

  /**
   * Whether a text follows one of the patterns, whatever its capitals; null of a null.
   *
   * @param patterns nothing but {@code *} has a meaning in them; none is followed by no text
   */
  public static Column matchesAny(Column text, Collection<String> patterns) {
    return patterns.stream()
        .sorted()
        .map(pattern -> lower(text).like(like(pattern)))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  /** The same as SQL's LIKE has it. */
  private static String like(String pattern) {
    return pattern
        .toLowerCase(Locale.ROOT)
        .replace("\\", "\\\\")
        .replace("%", "\\%")
        .replace("_", "\\_")
        .replace("*", "%");
  }
}
