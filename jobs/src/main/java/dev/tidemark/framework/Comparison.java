package dev.tidemark.framework;

import java.io.Serializable;

/**
 * How periods are compared: the section {@code compare} of the framework file.
 *
 * @param smallestChange the smallest change that matters, in points, above 0
 * @param alpha error allowed to a family of tests, above 0 and below 0.5
 * @param test the test whose p decides
 * @param adjustment what p becomes when one of many may be small by chance
 * @param family which tests are adjusted together
 * @param resamples random sign patterns and bootstrap samples for each change
 * @param ranks how ranks are shaken
 */
public record Comparison(
    double smallestChange,
    double alpha,
    Test test,
    Adjustment adjustment,
    Family family,
    int resamples,
    Ranks ranks)
    implements Serializable {
  /** What applies where the file says nothing. */
  public static final Comparison DEFAULT =
      new Comparison(
          1.0, 0.05, Test.PERMUTATION, Adjustment.HOLM, Family.DEPTH, 10_000, Ranks.DEFAULT);

  /** The test that decides. */
  public enum Test {
    /** Sign-flip permutation test of the mean. */
    PERMUTATION,
    /** Paired t test. */
    T,
    /** Wilcoxon's signed-rank test. */
    WILCOXON
  }

  /** How p-values of one family are adjusted. */
  public enum Adjustment {
    /** Holm: no false finding but with probability alpha. */
    HOLM,
    /** Benjamini and Hochberg: the share of false findings among findings is alpha. */
    BENJAMINI_HOCHBERG,
    /** Benjamini and Yekutieli: the same, however tests depend on each other. */
    BENJAMINI_YEKUTIELI,
    /** Not at all. */
    NONE
  }

  /** Tests that are one family within a pair of periods. */
  public enum Family {
    /** Those of one scope, one grouping column and one depth of the tree. */
    DEPTH,
    /** Those of one scope and grouping column. */
    SCOPE,
    /** Those of one group or unit, and one depth of the tree. */
    SUBJECT
  }

  /**
   * How ranks are shaken.
   *
   * @param draws of leaves and weights, at least 100
   * @param weights how weights are drawn
   * @param spread of {@link Weights#UNIFORM}, above 0 and below 1: 0.25 is ±25 %
   * @param concentration of {@link Weights#DIRICHLET}, above 0: the higher, the closer to the
   *     declared weights
   */
  public record Ranks(int draws, Weights weights, double spread, double concentration)
      implements Serializable {
    /** What applies where the file says nothing. */
    public static final Ranks DEFAULT = new Ranks(10_000, Weights.DIRICHLET, 0.25, 50);
  }

  /** How weights are drawn. */
  public enum Weights {
    /** Siblings' shares from a Dirichlet distribution around the declared ones. */
    DIRICHLET,
    /** Each share times its own uniform factor. */
    UNIFORM
  }
}
