package dev.tidemark.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.table.ColumnSpec;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.TimestampType;

/**
 * What text may become a number, a time or a flag. Strict, because Spark's own casts take {@code
 * 1d}, {@code Infinity} and a trailing blank for numbers; and to the text's very end, where {@code
 * $} would let a line end pass.
 */
final class CellRules {
  private static final String NUMBER =
      "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?\\z";
  private static final String NOT_FINITE = "^[+-]?(nan|inf|infinity)\\z";
  private static final String WIDE_DIGIT = "[\\uFF10-\\uFF19]";
  private static final String WHOLE = "^[+-]?[0-9]+(\\.0+)?\\z";
  private static final String TIME =
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?\\z";

  private static final String DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}\\z";

  private CellRules() {}

  /** The cell as its column's type; null if it is blank or no such value. */
  static Column typed(Column cell, DataType type) {
    if (type instanceof DoubleType) {
      return number(cell);
    }
    if (type instanceof IntegerType || type instanceof LongType) {
      return whole(cell).try_cast(type);
    }
    if (type instanceof TimestampType) {
      return time(cell);
    }
    return type instanceof BooleanType ? flag(cell) : cell;
  }

  /** A finite double; null otherwise. */
  static Column number(Column cell) {
    var number = when(cell.rlike(NUMBER), cell.try_cast("double"));
    return when(isFinite(number), number);
  }

  /** 1, yes, true, or 0, no, false, in any case; null otherwise. */
  static Column flag(Column cell) {
    var word = lower(cell);
    return when(word.isin("1", "yes", "true", "1.0"), true)
        .when(word.isin("0", "no", "false", "0.0"), false);
  }

  /** A time in ISO 8601, a date alone being its first instant; local unless it has an offset. */
  static Column time(Column cell) {
    return when(cell.rlike(TIME), cell.try_cast("timestamp"));
  }

  /**
   * A time that follows another: a date alone that is the other's day is not before it, though its
   * first instant would be.
   *
   * @param earlier a timestamp
   */
  static Column timeAfter(Column cell, Column earlier) {
    var time = time(cell);
    var isThatDay = cell.rlike(DATE).and(time.cast("date").equalTo(earlier.cast("date")));
    return when(isThatDay, greatest(time, earlier)).otherwise(time);
  }

  /** What is wrong with a cell of a column, judged by the column's type. */
  static List<Column> faults(Column cell, ColumnSpec column) {
    var type = column.type();
    if (type instanceof DoubleType) {
      return numberFaults(cell, column.name(), lit(true));
    }
    if (type instanceof IntegerType || type instanceof LongType) {
      var isNumber = cell.rlike(NUMBER);
      return List.of(
          notANumber(cell, column.name(), lit(true)),
          FaultColumns.where(
              isNumber.and(not(cell.rlike(WHOLE))), Reason.NOT_AN_INTEGER, column.name(), cell),
          FaultColumns.where(
              cell.rlike(WHOLE).and(typed(cell, type).isNull()),
              Reason.OUT_OF_RANGE,
              column.name(),
              cell));
    }
    if (type instanceof TimestampType) {
      return List.of(
          FaultColumns.where(
              cell.isNotNull().and(time(cell).isNull()),
              Reason.BAD_TIME,
              column.name(),
              cell,
              lit("expected 2020-01-31 or 2020-01-31T09:30:00, local or with an offset")));
    }
    if (type instanceof BooleanType) {
      return List.of(
          FaultColumns.where(
              cell.isNotNull().and(flag(cell).isNull()),
              Reason.BAD_FLAG,
              column.name(),
              cell,
              lit("expected 0/1, yes/no or true/false")));
    }
    return List.of();
  }

  /** What is wrong with a number, where {@code applies}. */
  static List<Column> numberFaults(Column cell, String column, Column applies) {
    var number = when(cell.rlike(NUMBER), cell.try_cast("double"));
    var overflows = cell.rlike(NUMBER).and(not(isFinite(number)));
    return List.of(
        notANumber(cell, column, applies),
        FaultColumns.where(
            applies.and(overflows.or(lower(cell).rlike(NOT_FINITE))),
            Reason.NOT_FINITE,
            column,
            cell));
  }

  private static Column notANumber(Column cell, String column, Column applies) {
    return FaultColumns.where(
        applies.and(not(cell.rlike(NUMBER))).and(not(lower(cell).rlike(NOT_FINITE))),
        Reason.NOT_A_NUMBER,
        column,
        cell,
        when(cell.rlike(WIDE_DIGIT), lit("write the digits in half-width form: 12, not １２"))
            .otherwise(
                lit("expected digits 0-9 with a point, no spaces, no thousands separators")));
  }

  private static Column whole(Column cell) {
    return when(
        cell.rlike(WHOLE),
        org.apache.spark.sql.functions.regexp_replace(cell, lit("\\.0+$"), lit("")));
  }

  private static Column isFinite(Column number) {
    return abs(number).leq(Double.MAX_VALUE);
  }
}
