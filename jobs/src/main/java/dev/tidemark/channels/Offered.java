package dev.tidemark.channels;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_keys;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What units may offer: so many kinds of channels at least, a kind, a feature. */
final class Offered {
  static final String ALL_KINDS = "all_kinds";
  static final String ALL_FEATURES = "all_features";

  private static final int MOST = 2;

  private Offered() {}

  /**
   * The units of which something is known, with the kinds and features that some unit of the period
   * has, or was asked for.
   *
   * @param units {@code unit_mobile_channels}
   */
  static Dataset<Row> withNames(Dataset<Row> units) {
    var period = Window.partitionBy(PERIOD);
    return units
        .where(col(KINDS).isNotNull())
        .withColumn(ALL_KINDS, array_distinct(flatten(collect_set(KINDS).over(period))))
        .withColumn(
            ALL_FEATURES,
            array_distinct(flatten(collect_set(map_keys(col(FEATURES))).over(period))));
  }

  /**
   * One structure per aspect and name.
   *
   * @param kinds the kinds to ask for
   * @param features the features to ask for
   * @param offers from a question, which is asked of one column of kinds and one of features, the
   *     columns that answer it
   */
  static Column of(Column kinds, Column features, Function<Question, Column[]> offers) {
    var atLeast =
        array(
            IntStream.rangeClosed(1, MOST)
                .mapToObj(
                    n ->
                        asked(
                            lit("at_least"),
                            lit(String.valueOf(n)),
                            offers.apply((has, told) -> size(has).geq(n))))
                .toArray(Column[]::new));
    var eachKind =
        transform(
            kinds,
            kind ->
                asked(lit("kind"), kind, offers.apply((has, told) -> array_contains(has, kind))));
    var eachFeature =
        transform(
            features,
            feature ->
                asked(
                    lit("feature"),
                    feature,
                    offers.apply((has, told) -> hasFeature(has, told, feature))));
    return concat(atLeast, eachKind, eachFeature);
  }

  /** A unit's answer from its kinds and its features; null if it was not told. */
  interface Question {
    Column of(Column kinds, Column features);
  }

  /** Without a channel no feature is on one. */
  private static Column hasFeature(Column kinds, Column features, Column feature) {
    return coalesce(try_element_at(features, feature), when(size(kinds).equalTo(0), false));
  }

  private static Column asked(Column aspect, Column name, Column[] answers) {
    var columns = new Column[answers.length + 2];
    columns[0] = aspect.as(ASPECT);
    columns[1] = name.as(NAME);
    System.arraycopy(answers, 0, columns, 2, answers.length);
    return struct(columns);
  }
}
