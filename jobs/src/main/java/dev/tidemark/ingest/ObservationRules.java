package dev.tidemark.ingest;

import static dev.tidemark.ingest.DeliveredRows.text;
import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Leaf;
import dev.tidemark.framework.Scoring;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What {@code observations.value} may be, leaf by leaf. */
final class ObservationRules {
  private static final String LEAF = "leaf_id";
  private static final String KIND_OF_VALUE = "kind_of_value";
  private static final String CATEGORIES = "categories";
  private static final String NUMBER = "number";
  private static final String POINTS = "points";
  private static final String FLAG = "flag";
  private static final String NAME = "name";
  private static final String DERIVED = "derived";

  private ObservationRules() {}

  /** Adds what is known of each row's leaf, nulls for an unknown one. */
  static Dataset<Row> withLeaves(Dataset<Row> rows, EvaluationFramework framework) {
    var leaves = new ArrayList<Row>();
    for (var leaf : framework.leaves()) {
      var categories =
          leaf.scoring() instanceof Scoring.Categories named
              ? named.points().keySet().stream().sorted().toArray(String[]::new)
              : new String[0];
      leaves.add(RowFactory.create(leaf.id(), kindOfValue(leaf), categories));
    }
    var schema =
        new StructType()
            .add(LEAF, DataTypes.StringType, false)
            .add(KIND_OF_VALUE, DataTypes.StringType, false)
            .add(CATEGORIES, DataTypes.createArrayType(DataTypes.StringType), false);
    var known = rows.sparkSession().createDataFrame(leaves, schema);
    return rows.join(broadcast(known), col(text(INDICATOR)).equalTo(col(LEAF)), "left");
  }

  /** The value as a number; a flag as 1 or 0; null for a category. */
  static Column number() {
    var cell = col(text(VALUE));
    return when(is(FLAG), CellRules.flag(cell).cast("double"))
        .when(is(NUMBER).or(is(POINTS)), CellRules.number(cell));
  }

  /** The value as a category; null for a number. */
  static Column category() {
    return when(is(NAME), col(text(VALUE)));
  }

  static List<Column> faults() {
    var cell = col(text(VALUE));
    var faults = new ArrayList<>(CellRules.numberFaults(cell, VALUE, is(NUMBER).or(is(POINTS))));
    faults.add(
        FaultColumns.where(
            is(FLAG).and(cell.isNotNull()).and(CellRules.flag(cell).isNull()),
            Reason.BAD_FLAG,
            VALUE,
            cell,
            lit("expected 0/1, yes/no or true/false")));
    faults.add(
        FaultColumns.where(
            is(POINTS).and(not(CellRules.number(cell).between(0, 100))),
            Reason.OUT_OF_RANGE,
            VALUE,
            cell,
            lit("a direct score is 0 to 100")));
    faults.add(
        FaultColumns.where(
            is(NAME).and(not(array_contains(col(CATEGORIES), cell))),
            Reason.UNKNOWN_CATEGORY,
            VALUE,
            cell,
            concat(lit("one of: "), array_join(col(CATEGORIES), ", "))));
    return faults;
  }

  static Column unknownIndicator(EvaluationFramework framework) {
    var given = col(text(INDICATOR));
    var observed =
        framework.leaves().stream()
            .filter(leaf -> leaf.derivation().isEmpty())
            .map(Leaf::id)
            .toList();
    return FaultColumns.where(
        given.isNotNull().and(col(LEAF).isNull().or(is(DERIVED))),
        Reason.UNKNOWN_INDICATOR,
        INDICATOR,
        given,
        when(is(DERIVED), lit("is derived from another table, so it cannot be observed"))
            .otherwise(FaultColumns.nearest(given, observed)));
  }

  private static Column is(String kind) {
    return col(KIND_OF_VALUE).equalTo(kind);
  }

  private static String kindOfValue(Leaf leaf) {
    if (leaf.derivation().isPresent()) {
      return DERIVED;
    }
    if (leaf.scoring() instanceof Scoring.Direct) {
      return POINTS;
    }
    if (leaf.scoring() instanceof Scoring.Binary) {
      return FLAG;
    }
    return leaf.scoring() instanceof Scoring.Categories ? NAME : NUMBER;
  }
}
