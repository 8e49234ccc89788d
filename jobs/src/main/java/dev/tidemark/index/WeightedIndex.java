package dev.tidemark.index;

import static dev.tidemark.index.Numbering.LEAF_NO;
import static dev.tidemark.index.Numbering.PERIOD_NO;
import static dev.tidemark.index.Numbering.UNIT_NO;
import static dev.tidemark.index.RawValues.RAW_VALUE;
import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nanvl;
import static org.apache.spark.sql.functions.nullif;

import dev.tidemark.framework.EvaluationFramework;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The score and rank of every unit on every node.
 *
 * <p>One pass over the raw values: one shuffle by unit, whatever the depth of the tree.
 */
final class WeightedIndex {
  /** Some 15 MB. */
  private static final long BLOCKS_PER_PARTITION = 50_000;

  private WeightedIndex() {}

  /**
   * Scores.
   *
   * @param rawValues see {@link RawValues}; units and periods without any appear all the same
   * @return one per unit, period and block; those of the same period and block follow each other
   */
  static Dataset<NodeBlock> blocks(Dataset<Row> rawValues, EvaluationFramework framework) {
    var numbering = Numbering.of(framework);
    return rawValues
        .unionByName(everyUnit(rawValues.sparkSession(), numbering))
        .transform(rows -> Profiles.of(rows, numbering))
        .transform(profiles -> Pools.of(profiles, numbering))
        .transform(profiles -> UnitScores.of(profiles, numbering))
        .repartition(partitions(numbering), col("periodNo"), col("blockNo"))
        .sortWithinPartitions("periodNo", "blockNo");
  }

  /**
   * Ranks, weighs and names.
   *
   * @param blocks see {@link #blocks}
   * @return {@code index_scores}
   */
  static Dataset<Row> of(Dataset<NodeBlock> blocks, EvaluationFramework framework) {
    var numbering = Numbering.of(framework);
    var spark = blocks.sparkSession();
    var score = nanvl(col("score"), lit(null).cast("double"));
    return Ranking.of(blocks)
        .withColumnRenamed("unitNo", UNIT_NO)
        .join(broadcast(numbering.unitNumbers(spark, UNIT, UNIT_NO)), UNIT_NO)
        .select(
            lit(framework.id()).as(FRAMEWORK_ID),
            lit(framework.version()).as(FRAMEWORK_VERSION),
            numbering.periodId(col("periodNo")).as(PERIOD),
            col(UNIT),
            numbering.nodeId(col("nodeNo")).as(NODE),
            score.as(SCORE),
            numbering.weight(col("nodeNo")).as(WEIGHT),
            col("coverage").as(COVERAGE),
            nullif(col("rank"), lit(0)).as(RANK),
            col("scored").as(N_UNITS));
  }

  /**
   * How many there are is known, so that ten units do not cost sixteen tasks: Spark would not see.
   */
  private static int partitions(Numbering numbering) {
    int blocks = (numbering.nodes().size() + NodeBlock.SIZE - 1) / NodeBlock.SIZE;
    long rows = (long) numbering.units() * (numbering.periods() + 1) * blocks;
    return (int) (1 + rows / BLOCKS_PER_PARTITION);
  }

  /** A row for each unit that makes it appear, without a value of any leaf. */
  private static Dataset<Row> everyUnit(SparkSession spark, Numbering numbering) {
    return spark
        .range(numbering.units())
        .select(
            col("id").cast("int").as(UNIT_NO),
            lit(0).as(PERIOD_NO),
            lit(-1).as(LEAF_NO),
            lit(0.0).as(RAW_VALUE));
  }
}
