package dev.tidemark.index;

import static dev.tidemark.index.Numbering.PERIOD_NO;
import static dev.tidemark.index.Numbering.UNIT_NO;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.Leaf;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Every unit's mean over the periods, beside its periods.
 *
 * <p>A kernel over rows already aggregated to one per unit and period: it reads a unit's periods in
 * order, so the mean is the same on any number of cores, and reads them once (docs/adr).
 */
final class PeriodMeans {
  private PeriodMeans() {}

  /**
   * Cuts profiles into blocks of nodes and adds the means.
   *
   * @param scores one row per unit and period with {@code score_…} and {@code coverage_…}; all rows
   *     of a unit in one partition
   * @return one block per unit, period and {@link NodeBlock#SIZE} nodes, the mean over periods as
   *     period number {@code numbering.periods()}: the mean of the scores there are; coverage is
   *     the mean over all periods
   */
  static Dataset<NodeBlock> of(Dataset<Row> scores, Numbering numbering) {
    var nodes = numbering.nodes();
    int periods = numbering.periods();
    return scores
        .select(
            col(UNIT_NO).as("unitNo"),
            col(PERIOD_NO).as("periodNo"),
            lit(0).as("blockNo"),
            array(each(nodes, PeriodMeans::score)).as("scores"),
            array(each(nodes, PeriodMeans::coverage)).as("coverages"),
            array().cast("array<int>").as("ranks"),
            array().cast("array<int>").as("scored"))
        .sortWithinPartitions("unitNo", "periodNo")
        .as(Encoders.bean(NodeBlock.class))
        .mapPartitions(
            (MapPartitionsFunction<NodeBlock, NodeBlock>) rows -> new Blocks(rows, periods),
            Encoders.bean(NodeBlock.class));
  }

  private static Column[] each(
      List<Indicator> nodes, java.util.function.Function<Indicator, Column> column) {
    return nodes.stream().map(column).toArray(Column[]::new);
  }

  private static Column score(Indicator node) {
    return coalesce(col("`" + NodeScores.scoreColumn(node) + "`"), lit(Double.NaN));
  }

  private static Column coverage(Indicator node) {
    return node instanceof Leaf
        ? when(col("`" + NodeScores.scoreColumn(node) + "`").isNotNull(), 1.0).otherwise(0.0)
        : col("`" + NodeScores.coverageColumn(node) + "`");
  }

  /** Blocks of each unit's periods, then of its mean. */
  private static final class Blocks implements Iterator<NodeBlock> {
    private final Iterator<NodeBlock> profiles;
    private final int periods;
    private final Queue<NodeBlock> ready = new ArrayDeque<>();
    private NodeBlock next;

    Blocks(Iterator<NodeBlock> profiles, int periods) {
      this.profiles = profiles;
      this.periods = periods;
      this.next = profiles.hasNext() ? profiles.next() : null;
    }

    @Override
    public boolean hasNext() {
      return !ready.isEmpty() || next != null;
    }

    @Override
    public NodeBlock next() {
      if (ready.isEmpty()) {
        readUnit();
      }
      return ready.remove();
    }

    private void readUnit() {
      int unit = next.getUnitNo();
      int nodes = next.getScores().length;
      var scoreSums = new double[nodes];
      var coverageSums = new double[nodes];
      var scored = new int[nodes];
      while (next != null && next.getUnitNo() == unit) {
        for (int node = 0; node < nodes; node++) {
          double score = next.getScores()[node];
          if (!Double.isNaN(score)) {
            scoreSums[node] += score;
            scored[node]++;
          }
          coverageSums[node] += next.getCoverages()[node];
        }
        cut(unit, next.getPeriodNo(), next.getScores(), next.getCoverages());
        next = profiles.hasNext() ? profiles.next() : null;
      }
      for (int node = 0; node < nodes; node++) {
        scoreSums[node] = scored[node] == 0 ? Double.NaN : scoreSums[node] / scored[node];
        coverageSums[node] = Math.min(1, coverageSums[node] / periods);
      }
      cut(unit, periods, scoreSums, coverageSums);
    }

    private void cut(int unit, int period, double[] scores, double[] coverages) {
      for (int from = 0; from < scores.length; from += NodeBlock.SIZE) {
        int to = Math.min(from + NodeBlock.SIZE, scores.length);
        ready.add(
            new NodeBlock(
                unit,
                period,
                from / NodeBlock.SIZE,
                Arrays.copyOfRange(scores, from, to),
                Arrays.copyOfRange(coverages, from, to)));
      }
    }
  }
}
