package dev.tidemark.stats;

/** How weights are shaken to see what of a ranking rests on their exact values. */
public sealed interface WeightPerturbation {
  /**
   * One draw of all weights.
   *
   * @param tree the declared weights
   * @param stream the draw's own random numbers
   * @param weights receives each node's weight, above 0; siblings need not sum to 1
   */
  void draw(WeightTree tree, SeededStream stream, double[] weights);

  /**
   * Each share multiplied by its own factor, uniform between 1 − {@code spread} and 1 + {@code
   * spread}; siblings are then rescaled.
   *
   * @param spread 0.25 for ±25 %; above 0 and below 1
   */
  record Uniform(double spread) implements WeightPerturbation {
    public Uniform {
      Arguments.share(spread, "spread");
    }

    @Override
    public void draw(WeightTree tree, SeededStream stream, double[] weights) {
      weights[0] = 1;
      for (int node = 1; node < weights.length; node++) {
        weights[node] = tree.share(node) * (1 + spread * (2 * stream.nextDouble() - 1));
      }
    }
  }

  /**
   * Siblings' shares from the Dirichlet distribution whose mean is the declared shares: a share w
   * has standard deviation √(w(1 − w) / (concentration + 1)).
   *
   * @param concentration above 0; 100 lets a share of 0.25 vary by ± 0.043
   */
  record Dirichlet(double concentration) implements WeightPerturbation {
    public Dirichlet {
      Arguments.positive(concentration, "concentration");
    }

    @Override
    public void draw(WeightTree tree, SeededStream stream, double[] weights) {
      weights[0] = 1;
      for (int node = 1; node < weights.length; node++) {
        weights[node] = stream.nextGamma(concentration * tree.share(node));
      }
    }
  }

  /**
   * Leaves drawn anew within their siblings, as a bootstrap draws observations: each leaf's weight
   * multiplied by an exponential number of mean 1. Weights of composites stay.
   *
   * @see <a href="https://doi.org/10.1214/aos/1176345338">Rubin, The Bayesian bootstrap, Annals of
   *     Statistics 9 (1981)</a>
   */
  record LeafBootstrap() implements WeightPerturbation {
    @Override
    public void draw(WeightTree tree, SeededStream stream, double[] weights) {
      for (int node = 0; node < weights.length; node++) {
        weights[node] = tree.share(node);
      }
      for (int leaf = 0; leaf < tree.leaves(); leaf++) {
        weights[tree.nodeOfLeaf(leaf)] *= -Math.log(stream.nextDouble());
      }
    }
  }

  /**
   * Two perturbations at once: the factors of the second on the weights of the first.
   *
   * @param first drawn first from the draw's stream
   * @param second drawn next from the same stream
   */
  record Both(WeightPerturbation first, WeightPerturbation second) implements WeightPerturbation {
    @Override
    public void draw(WeightTree tree, SeededStream stream, double[] weights) {
      var factors = new double[weights.length];
      first.draw(tree, stream, weights);
      second.draw(tree, stream, factors);
      for (int node = 1; node < weights.length; node++) {
        weights[node] *= factors[node] / tree.share(node);
      }
    }
  }
}
