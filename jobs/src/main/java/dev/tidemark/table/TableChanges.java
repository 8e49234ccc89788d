package dev.tidemark.table;

import java.util.Set;

/**
 * What became of a table after one of its versions.
 *
 * @param version it has now; -1 if it was never written
 * @param isKnown whether the log still tells all that came after; if not, anything may have changed
 * @param partitions values of the partition column whose rows changed; of a table without one, or
 *     of rows without a value, the empty text
 * @param runs ids of the runs that changed rows; the empty text for a writer that is not Tidemark
 * @param rows written, a count; rows that were moved to another file unchanged may be among them
 */
public record TableChanges(
    long version, boolean isKnown, Set<String> partitions, Set<String> runs, long rows) {
  public TableChanges {
    partitions = Set.copyOf(partitions);
    runs = Set.copyOf(runs);
  }

  /** Nothing did. */
  public static TableChanges none(long version) {
    return new TableChanges(version, true, Set.of(), Set.of(), 0);
  }

  /** Whether any row may have changed. */
  public boolean isAny() {
    return !isKnown || !partitions.isEmpty();
  }
}
