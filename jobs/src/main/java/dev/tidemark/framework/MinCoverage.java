package dev.tidemark.framework;

/**
 * How much of a node's children must be present; below it the node has no score.
 *
 * @param share 0 to 1; 0 asks for one child
 * @param basis what the share is of
 */
public record MinCoverage(double share, Basis basis) {
  /** One present child is enough. */
  public static final MinCoverage NONE = new MinCoverage(0, Basis.WEIGHT);

  /** What coverage is a share of. */
  public enum Basis {
    /** The siblings' weight. */
    WEIGHT,
    /** The number of siblings. */
    COUNT
  }
}
