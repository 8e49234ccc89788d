package dev.tidemark.framework;

/**
 * When an issue is one of an earlier period.
 *
 * @param windowDays earlier periods that end at most so many days before a period are looked at
 *     again with it; the one before it always is
 * @param overlap share of common messages from which an issue is an earlier one, above 0 to 1
 * @param similarity cosine of their centres from which an issue without common messages is an
 *     earlier one, 0 to 1
 * @param alpha level of the test whether an issue grows or fades, over all issues of a period
 */
public record IssueIdentity(int windowDays, double overlap, double similarity, double alpha) {
  /** What applies where the file says nothing. */
  public static final IssueIdentity DEFAULT = new IssueIdentity(183, 0.3, 0.9, 0.05);
}
