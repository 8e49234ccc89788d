package dev.tidemark.ingest;

import static dev.tidemark.table.Col.COLUMN;
import static dev.tidemark.table.Col.REASON;
import static dev.tidemark.table.Col.VALUE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.levenshtein;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Faults of a row, as columns. */
final class FaultColumns {
  static final String HINT = "hint";

  /** One fault. */
  static final StructType TYPE =
      new StructType()
          .add(REASON, StringType, false)
          .add(COLUMN, StringType, true)
          .add(VALUE, StringType, true)
          .add(HINT, StringType, true);

  /** Beyond this many names, looking for the nearest costs more than it helps. */
  private static final int NAMES_TO_SEARCH = 2_000;

  private static final int NEAR = 2;
  private static final int SHOWN = 200;

  private FaultColumns() {}

  static Row row(Fault fault) {
    return RowFactory.create(fault.reason().code(), fault.column(), fault.value(), fault.hint());
  }

  /** A fault where the condition holds, else null; a null condition does not hold. */
  static Column where(Column condition, Reason reason, String column, Column value, Column hint) {
    return when(
        condition,
        struct(
            lit(reason.code()).as(REASON),
            lit(column).cast("string").as(COLUMN),
            substring(value.cast("string"), 1, SHOWN).as(VALUE),
            hint.cast("string").as(HINT)));
  }

  /** A fault without a hint. */
  static Column where(Column condition, Reason reason, String column, Column value) {
    return where(condition, reason, column, value, lit(null));
  }

  /** The faults there are, in this order. */
  static Column all(List<Column> faults) {
    return filter(array(faults.toArray(Column[]::new)), Column::isNotNull);
  }

  /** "did you mean …?", if one of the names is near. */
  static Column nearest(Column given, List<String> names) {
    if (names.isEmpty() || names.size() > NAMES_TO_SEARCH) {
      return lit(null);
    }
    var candidates =
        transform(
            lit(names.toArray(String[]::new)),
            name -> struct(levenshtein(given, name).as("distance"), name.as("name")));
    var best = array_min(candidates);
    return when(
        best.getField("distance").leq(NEAR),
        concat(lit("did you mean "), best.getField("name"), lit("?")));
  }
}
