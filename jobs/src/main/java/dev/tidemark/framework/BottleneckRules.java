package dev.tidemark.framework;

/**
 * Where work is called stuck.
 *
 * @param minMessages messages that must tell whether they were resolved, or be due, for a stage and
 *     department to have a rank; a count
 * @param unresolved weight of the share not resolved, 0 to 100
 * @param late weight of the share not answered in time, 0 to 100; one of the two is above 0
 */
public record BottleneckRules(int minMessages, double unresolved, double late) {
  /** What applies where the file says nothing. */
  public static final BottleneckRules DEFAULT = new BottleneckRules(10, 1, 1);
}
