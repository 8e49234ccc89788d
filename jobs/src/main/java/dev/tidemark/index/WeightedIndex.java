package dev.tidemark.index;

import static dev.tidemark.index.Numbering.LEAF_NO;
import static dev.tidemark.index.Numbering.PERIOD_NO;
import static dev.tidemark.index.Numbering.UNIT_NO;
import static dev.tidemark.index.RawValues.RAW_VALUE;
import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The score and rank of every unit on every node.
 *
 * <p>One pass over the raw values: one shuffle by unit, whatever the depth of the tree.
 */
final class WeightedIndex {
  private WeightedIndex() {}

  /**
   * Scores, weighs and ranks.
   *
   * @param rawValues see {@link RawValues}; units and periods without any appear all the same
   * @return {@code index_scores}
   */
  static Dataset<Row> of(Dataset<Row> rawValues, EvaluationFramework framework) {
    var numbering = Numbering.of(framework);
    var units = numbering.unitNumbers(rawValues.sparkSession(), UNIT, UNIT_NO);
    return rawValues
        .unionByName(everyUnitAndPeriod(units, numbering))
        .transform(rows -> Profiles.of(rows, numbering))
        .transform(rows -> LeafScores.of(rows, numbering))
        .transform(rows -> NodeScores.of(rows, numbering.nodes()))
        .transform(rows -> PeriodMeans.of(rows, numbering))
        .transform(Ranking::of)
        .toDF()
        .withColumnRenamed("unitNo", UNIT_NO)
        .join(broadcast(units), UNIT_NO)
        .select(
            lit(framework.id()).as(FRAMEWORK_ID),
            lit(framework.version()).as(FRAMEWORK_VERSION),
            numbering.periodId(col("periodNo")).as(PERIOD),
            col(UNIT),
            inline(
                arrays_zip(
                    block(numbering.nodes(), Indicator::id),
                    col("scores"),
                    block(numbering.nodes(), numbering::weight),
                    col("coverages"),
                    col("ranks"),
                    col("scored"))))
        .toDF(
            FRAMEWORK_ID,
            FRAMEWORK_VERSION,
            PERIOD,
            UNIT,
            NODE,
            SCORE,
            WEIGHT,
            COVERAGE,
            RANK,
            N_UNITS)
        .withColumn(SCORE, when(isnan(col(SCORE)).equalTo(false), col(SCORE)))
        .withColumn(RANK, nullif(col(RANK), lit(0)))
        .withColumn(N_UNITS, col(N_UNITS).cast("long"));
  }

  private static Dataset<Row> everyUnitAndPeriod(Dataset<Row> units, Numbering numbering) {
    return units
        .select(UNIT_NO)
        .crossJoin(
            numbering.periodNumbers(units.sparkSession(), PERIOD, PERIOD_NO).select(PERIOD_NO))
        .withColumn(LEAF_NO, lit(null).cast("int"))
        .withColumn(RAW_VALUE, lit(null).cast("double"));
  }

  /** What each node of a row's block has, as an array. */
  private static Column block(List<Indicator> nodes, Function<Indicator, Object> property) {
    var blocks = new ArrayList<Column>();
    for (int from = 0; from < nodes.size(); from += NodeBlock.SIZE) {
      var block = nodes.subList(from, Math.min(from + NodeBlock.SIZE, nodes.size()));
      blocks.add(
          array(block.stream().map(property).map(value -> lit(value)).toArray(Column[]::new)));
    }
    return element_at(array(blocks.toArray(Column[]::new)), col("blockNo").plus(1));
  }
}
