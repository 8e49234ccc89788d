package dev.tidemark.stats;

/**
 * Ranks of units, one set per draw of perturbed weights. A draw depends on the seed and its number
 * alone: two periods ranked with the same seed are ranked with the same weights, and any cut of the
 * draws into parts gives the same ranks.
 */
public final class RankDraws {
  /** Draws at once: few enough for weights and scores to stay in the second-level cache. */
  private static final int BLOCK = 64;

  private final WeightTree tree;
  private final LeafScores scores;
  private final WeightPerturbation perturbation;
  private final long seed;
  private final int[] declaredRanks;

  private RankDraws(
      WeightTree tree,
      LeafScores scores,
      WeightPerturbation perturbation,
      long seed,
      int[] declaredRanks) {
    this.tree = tree;
    this.scores = scores;
    this.perturbation = perturbation;
    this.seed = seed;
    this.declaredRanks = declaredRanks;
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
    var declaredRanks = WeightedRanks.of(tree, scores).declared();
    return new RankDraws(tree, scores, perturbation, seed, declaredRanks);
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
    return declaredRanks.clone();
  }

  /**
   * Ranks of as many draws as {@code ranks} has rows.
   *
   * @param first number of the first draw, from 0
   * @param ranks receives one row per draw, one column per unit, as {@link #declaredRanks()}
   */
  public void fill(long first, int[][] ranks) {
    var worker = new Worker();
    for (int done = 0; done < ranks.length; done += BLOCK) {
      worker.fill(first + done, ranks, done);
    }
  }

  /** What one thread writes on; made once per call, used for every block. */
  private final class Worker {
    private final PerturbedScores perturbed = PerturbedScores.of(tree, scores, BLOCK);
    private final SeededStream stream = SeededStream.of(seed, 0);
    private final double[] oneDraw = new double[tree.nodes()];
    private final double[] weights = new double[tree.nodes() * BLOCK];
    private final double[] values = new double[scores.units() * BLOCK];
    private final RankSorter sorter = RankSorter.of(scores);

    void fill(long first, int[][] ranks, int offset) {
      int draws = Math.min(BLOCK, ranks.length - offset);
      for (int d = 0; d < draws; d++) {
        stream.restart(first + d);
        perturbation.draw(tree, stream, oneDraw);
        for (int node = 0; node < oneDraw.length; node++) {
          weights[node * BLOCK + d] = oneDraw[node];
        }
      }
      perturbed.fill(weights, values);
      for (int d = 0; d < draws; d++) {
        sorter.rank(values, d, BLOCK, ranks[offset + d]);
      }
    }
  }
}
