package dev.tidemark.index;

import dev.tidemark.framework.Composite;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * Every node's score of one unit, in each period and as the mean over the periods.
 *
 * <p>Plain arithmetic within one profile: the tree's depth adds neither columns nor shuffles, and
 * the mean adds up the periods in their order.
 */
final class UnitScores implements Serializable {
  private static final long serialVersionUID = 1;

  private final int periods;
  private final int nodes;
  private final int[] leafNodes;
  private final LeafScores.Points[] leafScores;
  private final int[] pools;
  private final NodeScores[] composites;

  private UnitScores(Numbering numbering) {
    var leaves = numbering.leaves();
    this.periods = numbering.periods();
    this.nodes = numbering.nodes().size();
    this.leafNodes = leaves.stream().mapToInt(numbering.nodes()::indexOf).toArray();
    this.leafScores = leaves.stream().map(LeafScores::of).toArray(LeafScores.Points[]::new);
    this.pools = Pools.numbers(numbering);
    var bottomUp = new ArrayList<>(numbering.nodes());
    Collections.reverse(bottomUp);
    this.composites =
        bottomUp.stream()
            .filter(Composite.class::isInstance)
            .map(node -> NodeScores.of((Composite) node, numbering.nodes()))
            .toArray(NodeScores[]::new);
  }

  /**
   * Scores profiles.
   *
   * @return one block per unit, period and {@link NodeBlock#SIZE} nodes, the mean over periods as
   *     period number {@code numbering.periods()}: the mean of the scores there are; coverage is
   *     the mean over all periods
   */
  static Dataset<NodeBlock> of(Dataset<Profile> profiles, Numbering numbering) {
    var scores = new UnitScores(numbering);
    return profiles.flatMap(
        (FlatMapFunction<Profile, NodeBlock>) profile -> scores.blocks(profile).iterator(),
        Encoders.bean(NodeBlock.class));
  }

  private List<NodeBlock> blocks(Profile profile) {
    var blocks = new ArrayList<NodeBlock>();
    var scoreSums = new double[nodes];
    var coverageSums = new double[nodes];
    var scored = new int[nodes];
    for (int period = 0; period < periods; period++) {
      var scores = new double[nodes];
      var coverages = new double[nodes];
      score(profile, period, scores, coverages);
      for (int node = 0; node < nodes; node++) {
        if (!Double.isNaN(scores[node])) {
          scoreSums[node] += scores[node];
          scored[node]++;
        }
        coverageSums[node] += coverages[node];
      }
      cut(profile.getUnitNo(), period, scores, coverages, blocks);
    }
    for (int node = 0; node < nodes; node++) {
      scoreSums[node] = scored[node] == 0 ? Double.NaN : scoreSums[node] / scored[node];
      coverageSums[node] = Math.min(1, coverageSums[node] / periods);
    }
    cut(profile.getUnitNo(), periods, scoreSums, coverageSums, blocks);
    return blocks;
  }

  private void score(Profile profile, int period, double[] scores, double[] coverages) {
    for (int leaf = 0; leaf < leafNodes.length; leaf++) {
      int cell = period * leafNodes.length + leaf;
      double first = Double.NaN;
      double second = Double.NaN;
      if (pools[cell] != Pools.NONE) {
        first = profile.getPoolFirsts()[pools[cell]];
        second = profile.getPoolSeconds()[pools[cell]];
      }
      double score = leafScores[leaf].clamped(profile.getRaws()[cell], first, second);
      scores[leafNodes[leaf]] = score;
      coverages[leafNodes[leaf]] = Double.isNaN(score) ? 0 : 1;
    }
    for (var composite : composites) {
      composite.set(scores, coverages);
    }
  }

  private static void cut(
      int unit, int period, double[] scores, double[] coverages, List<NodeBlock> blocks) {
    for (int from = 0; from < scores.length; from += NodeBlock.SIZE) {
      int to = Math.min(from + NodeBlock.SIZE, scores.length);
      blocks.add(
          new NodeBlock(
              unit,
              period,
              from / NodeBlock.SIZE,
              Arrays.copyOfRange(scores, from, to),
              Arrays.copyOfRange(coverages, from, to)));
    }
  }
}
