package dev.tidemark.framework;

/** The weighted mean by which children's scores become their parent's. */
public enum Aggregate {
  /** Sum of share × score: a low score can be made up for. */
  ARITHMETIC,
  /** Product of score to the power of share: a score of 0 makes the parent 0. */
  GEOMETRIC,
  /** Inverse of the sum of share / score: a score of 0 makes the parent 0. */
  HARMONIC
}
