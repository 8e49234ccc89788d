package dev.tidemark.issues;

/**
 * Where an issue came from.
 *
 * @param issue the younger issue of a split, or the one that lives on after a merger
 * @param parent the issue it came out of, or that went into it
 * @param kind how
 * @param common messages of the parent that it has
 */
record Lineage(String issue, String parent, Kind kind, int common) {
  enum Kind {
    /** Part of the parent is now an issue of its own; the parent lives on. */
    SPLIT,
    /** The parent is no issue of its own any more. */
    MERGE
  }
}
