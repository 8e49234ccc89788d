package dev.tidemark.index;

import static dev.tidemark.index.Numbering.LEAF_NO;
import static dev.tidemark.index.Numbering.PERIOD_NO;
import static dev.tidemark.index.Numbering.UNIT_NO;
import static dev.tidemark.index.RawValues.RAW_VALUE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All raw values of a unit in a period, side by side.
 *
 * <p>A row updates one accumulator of every leaf it is tested against, so leaves are dealt into
 * blocks: first one row per unit, period and block with a slot for each of its leaves, then the
 * blocks side by side. Work per observation grows with the slots of a block, not with the leaves.
 */
final class Profiles {
  private static final int SLOTS = 8;
  private static final String BLOCK = "block";
  private static final String SLOT = "slot";

  private Profiles() {}

  /** The column of a leaf's raw value. */
  static String rawColumn(int leafNumber) {
    return "raw_" + leafNumber;
  }

  /**
   * Brings rows of one unit together, and averages replicates.
   *
   * @param rawValues {@code unit_no, period_no, leaf_no, raw_value}; any number per unit, period
   *     and leaf; a row with null leaf and value makes its unit and period appear
   * @return one row per unit and period with {@code raw_0, raw_1, …}, null where not observed; all
   *     rows of a unit in one partition
   */
  static Dataset<Row> of(Dataset<Row> rawValues, Numbering numbering) {
    int leaves = numbering.leaves().size();
    var blocks =
        rawValues
            .repartition(col(UNIT_NO))
            .withColumn(SLOT, pmod(col(LEAF_NO), lit(SLOTS)))
            .withColumn(BLOCK, expr(LEAF_NO + " div " + SLOTS).cast("int"));
    var slots = new ArrayList<Column>();
    for (int slot = 0; slot < Math.min(SLOTS, leaves); slot++) {
      var mine = col(SLOT).equalTo(slot);
      slots.add(sum(when(mine, col(RAW_VALUE))).as(sumOf(slot)));
      slots.add(sum(when(mine, 1).otherwise(0)).as(countOf(slot)));
    }
    var sideBySide = new ArrayList<Column>();
    for (int leaf = 0; leaf < leaves; leaf++) {
      var mean = meanOf(leaf % SLOTS);
      sideBySide.add(max(when(col(BLOCK).equalTo(leaf / SLOTS), mean)).as(rawColumn(leaf)));
    }
    var summed = aggregate(blocks, List.of(UNIT_NO, PERIOD_NO, BLOCK), slots);
    return aggregate(summed, List.of(UNIT_NO, PERIOD_NO), sideBySide);
  }

  /**
   * The mean of a slot's values. One value is itself and two add up the same either way round; the
   * sum of three or more depends on their order in its last digits, so the mean keeps twelve
   * decimals, and of these twelve significant digits.
   */
  private static Column meanOf(int slot) {
    var n = col(countOf(slot));
    var mean = col(sumOf(slot)).divide(n);
    return when(n.equalTo(1), col(sumOf(slot)))
        .when(n.equalTo(2), mean)
        .when(n.gt(2), format_string("%.11e", round(mean, 12)).cast("double"));
  }

  private static Dataset<Row> aggregate(Dataset<Row> rows, List<String> by, List<Column> columns) {
    return rows.groupBy(by.stream().map(c -> col(c)).toArray(Column[]::new))
        .agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
  }

  private static String sumOf(int slot) {
    return "sum_" + slot;
  }

  private static String countOf(int slot) {
    return "n_" + slot;
  }
}
