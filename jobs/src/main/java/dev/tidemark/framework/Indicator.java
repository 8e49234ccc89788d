package dev.tidemark.framework;

/** A node of the indicator tree: either a leaf that is observed, or a composite of others. */
public sealed interface Indicator permits Leaf, Composite {
  /** Unique in the framework. */
  String id();

  /** What reports call it. */
  Title title();

  /** Its part of its siblings' weight, above 0 to 1; siblings sum to 1; 1 for the root. */
  double share();
}
