package dev.tidemark.framework;

/**
 * When two messages are about one issue.
 *
 * @param neighbours of a message that are looked at, a count
 * @param linkFrom probability from which two messages are linked, 0 to 1
 * @param cut mean probability between two groups of linked messages from which they are one, 0 to 1
 * @param mergeFrom cosine of their centres from which two groups that share a rare word of their
 *     titles are one, 0 to 1
 * @param minMessages messages that make an issue, near copies by one voice counted once
 */
public record IssueLinking(
    int neighbours, double linkFrom, double cut, double mergeFrom, int minMessages) {
  /** What applies where the file says nothing. */
  public static final IssueLinking DEFAULT = new IssueLinking(20, 0.5, 0.15, 0.8, 2);
}
