package dev.tidemark.stats;

import java.util.stream.IntStream;

/**
 * Ranks of units, one set per draw of perturbed weights. A draw depends on the seed and its number
 * alone: two periods ranked with the same seed are ranked with the same weights, and any cut of the
 * draws into parts gives the same ranks.
 */
public final class RankDraws {
  private final WeightTree tree;
  private final LeafScores scores;
  private final WeightPerturbation perturbation;
  private final long seed;

  private RankDraws(
      WeightTree tree, LeafScores scores, WeightPerturbation perturbation, long seed) {
    this.tree = tree;
    this.scores = scores;
    this.perturbation = perturbation;
    this.seed = seed;
  }

  /**
   * Draws of one period's ranks.
   *
   * @param tree the declared weights; those of leaves a unit was not observed in go to the siblings
   * @param scores one column for each leaf of the tree
   * @throws IllegalArgumentException if the numbers of leaves differ, or a score is negative where
   *     a mean is geometric or harmonic
   */
  public static RankDraws of(
      WeightTree tree, LeafScores scores, WeightPerturbation perturbation, long seed) {
    if (tree.leaves() != scores.leaves()) {
      throw new IllegalArgumentException(
          "the tree has %d leaves, the scores have %d".formatted(tree.leaves(), scores.leaves()));
    }
    if (!tree.isLinear()) {
      scores.requireNotNegative();
    }
    return new RankDraws(tree, scores, perturbation, seed);
  }

  /** Number of units. */
  public int units() {
    return scores.units();
  }

  /**
   * Ranks with the weights as declared.
   *
   * @return one rank per unit, 1 for the best, ties share the smaller; {@link
   *     CompetitionRanks#UNRANKED} for a unit observed in no leaf
   */
  public int[] declaredRanks() {
    return new Worker().declared();
  }

  /**
   * Ranks of as many draws as {@code ranks} has rows.
   *
   * @param first number of the first draw, from 0
   * @param ranks receives one row per draw, one column per unit, as {@link #declaredRanks()}
   */
  public void fill(long first, int[][] ranks) {
    var worker = new Worker();
    for (int done = 0; done < ranks.length; done += PerturbedScores.BLOCK) {
      worker.fill(first + done, ranks, done);
    }
  }

  /** What one thread writes on; made once per call, used for every block. */
  private final class Worker {
    private static final int BLOCK = PerturbedScores.BLOCK;

    private final PerturbedScores perturbed = PerturbedScores.of(tree, scores);
    private final SeededStream stream = SeededStream.of(seed, 0);
    private final double[] oneDraw = new double[tree.nodes()];
    private final double[] weights = new double[tree.nodes() * BLOCK];
    private final double[] values = new double[scores.units() * BLOCK];
    private final RankSorter sorter =
        new RankSorter(IntStream.range(0, scores.units()).filter(scores::isObserved).toArray());

    int[] declared() {
      for (int node = 0; node < tree.nodes(); node++) {
        weights[node * BLOCK] = tree.share(node);
      }
      var ranks = new int[1][scores.units()];
      rank(ranks, 0);
      return ranks[0];
    }

    void fill(long first, int[][] ranks, int offset) {
      int draws = Math.min(BLOCK, ranks.length - offset);
      for (int d = 0; d < draws; d++) {
        stream.restart(first + d);
        perturbation.draw(tree, stream, oneDraw);
        for (int node = 0; node < oneDraw.length; node++) {
          weights[node * BLOCK + d] = oneDraw[node];
        }
      }
      rank(ranks, offset);
    }

    private void rank(int[][] ranks, int offset) {
      perturbed.fill(weights, values);
      for (int d = 0; d < Math.min(BLOCK, ranks.length - offset); d++) {
        sorter.rank(values, d, BLOCK, ranks[offset + d]);
      }
    }
  }
}
