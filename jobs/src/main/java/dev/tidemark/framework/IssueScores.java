package dev.tidemark.framework;

/**
 * What makes an issue hot, and what makes it a core one.
 *
 * @param heat of one period
 * @param core over all periods so far
 */
public record IssueScores(Heat heat, Core core) {
  /** What applies where the file says nothing. */
  public static final IssueScores DEFAULT =
      new IssueScores(new Heat(1, 0.5, 0.25, 0.25, 14), new Core(1, 1, 1));

  /**
   * Weights of the parts of heat, 0 to 100.
   *
   * @param voices people who write of it
   * @param growth how many more they are than in the period before
   * @param span days between the first and the last message
   * @param approval readers who agree, less those who do not
   * @param halfLifeDays days after which a message counts half
   */
  public record Heat(
      double voices, double growth, double span, double approval, double halfLifeDays) {}

  /**
   * Exponents of the parts of the core score, 0 to 100, one of them above 0.
   *
   * @param persistence periods in which it was written of
   * @param spread units from which
   * @param centrality how closely other issues lie around it
   */
  public record Core(double persistence, double spread, double centrality) {}
}
