package dev.tidemark.index;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Unit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What one run of the index says of observations in memory. */
final class Assessment {
  /** Doubles that differ by rounding alone are equal; null is equal to null only. */
  static final Comparator<Double> UP_TO_ROUNDING =
      Comparator.nullsFirst((a, b) -> Math.abs(a - b) < 1e-11 ? 0 : Double.compare(a, b));

  private final EvaluationFramework framework;
  private final Dataset<NodeBlock> blocks;
  private final List<Row> rows;
  private final Map<List<String>, Row> byKey = new HashMap<>();

  private Assessment(EvaluationFramework framework, Dataset<NodeBlock> blocks) {
    this.framework = framework;
    this.blocks = blocks;
    this.rows = WeightedIndex.of(blocks, framework).collectAsList();
    for (var row : rows) {
      byKey.put(List.of(row.getAs(PERIOD), row.getAs(UNIT), row.getAs(NODE)), row);
    }
  }

  /** One run of {@link RawValues} and {@link WeightedIndex}. */
  static Assessment of(EvaluationFramework framework, Dataset<Row> observations) {
    return ofRawValues(framework, RawValues.observed(observations, Numbering.of(framework)));
  }

  static Assessment ofRawValues(EvaluationFramework framework, Dataset<Row> rawValues) {
    return new Assessment(framework, WeightedIndex.blocks(rawValues, framework));
  }

  /** Every row of {@code index_scores}. */
  List<Row> rows() {
    return rows;
  }

  /** {@code group_scores} of the same. */
  List<Row> groups() {
    return GroupMeans.of(blocks, framework).collectAsList();
  }

  /** Scores of every unit, in the framework's order. */
  List<Double> scores(String period, String node) {
    return each(period, node, SCORE);
  }

  List<Double> coverages(String period, String node) {
    return each(period, node, COVERAGE);
  }

  List<Integer> ranks(String period, String node) {
    return each(period, node, RANK);
  }

  List<Long> scoredUnits(String period, String node) {
    return each(period, node, N_UNITS);
  }

  Double score(String period, String unit, String node) {
    return row(period, unit, node).getAs(SCORE);
  }

  Row row(String period, String unit, String node) {
    return byKey.get(List.of(period, unit, node));
  }

  /** A column, of every unit in the framework's order; nulls stay. */
  private <T> List<T> each(String period, String node, String column) {
    return framework.units().stream()
        .map(Unit::id)
        .map(unit -> row(period, unit, node).<T>getAs(column))
        .toList();
  }
}
