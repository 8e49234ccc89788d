package dev.tidemark.index;

/**
 * One node of one unit in one period, ranked: what {@link Ranking} writes. A bean, because Spark
 * copies those without boxing each number.
 */
public final class RankedScore {
  private int unitNo;
  private int periodNo;
  private int nodeNo;
  private double score;
  private double coverage;
  private int rank;
  private long scored;

  /** Called by Spark. */
  public RankedScore() {}

  RankedScore(NodeBlock block, int place, int rank, long scored) {
    this.unitNo = block.getUnitNo();
    this.periodNo = block.getPeriodNo();
    this.nodeNo = block.nodeNo(place);
    this.score = block.getScores()[place];
    this.coverage = block.getCoverages()[place];
    this.rank = rank;
    this.scored = scored;
  }

  /** The unit's number. */
  public int getUnitNo() {
    return unitNo;
  }

  /** Called by Spark. */
  public void setUnitNo(int unitNo) {
    this.unitNo = unitNo;
  }

  /** The period's number. */
  public int getPeriodNo() {
    return periodNo;
  }

  /** Called by Spark. */
  public void setPeriodNo(int periodNo) {
    this.periodNo = periodNo;
  }

  /** The node's number. */
  public int getNodeNo() {
    return nodeNo;
  }

  /** Called by Spark. */
  public void setNodeNo(int nodeNo) {
    this.nodeNo = nodeNo;
  }

  /** Points; NaN for none. */
  public double getScore() {
    return score;
  }

  /** Called by Spark. */
  public void setScore(double score) {
    this.score = score;
  }

  /** A share. */
  public double getCoverage() {
    return coverage;
  }

  /** Called by Spark. */
  public void setCoverage(double coverage) {
    this.coverage = coverage;
  }

  /** From 1; 0 for none. */
  public int getRank() {
    return rank;
  }

  /** Called by Spark. */
  public void setRank(int rank) {
    this.rank = rank;
  }

  /** How many units have a score on the node in the period. */
  public long getScored() {
    return scored;
  }

  /** Called by Spark. */
  public void setScored(long scored) {
    this.scored = scored;
  }
}
