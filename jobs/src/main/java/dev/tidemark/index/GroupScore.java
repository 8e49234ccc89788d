package dev.tidemark.index;

/**
 * One node of one group in one period, ranked: what {@link GroupMeans} writes. A bean, because
 * Spark copies those without boxing each number.
 */
public final class GroupScore {
  private int periodNo;
  private int groupNo;
  private int nodeNo;
  private double score;
  private long scored;
  private int rank;

  /** Called by Spark. */
  public GroupScore() {}

  GroupScore(int periodNo, int groupNo, int nodeNo, double score, long scored, int rank) {
    this.periodNo = periodNo;
    this.groupNo = groupNo;
    this.nodeNo = nodeNo;
    this.score = score;
    this.scored = scored;
    this.rank = rank;
  }

  /** The period's number. */
  public int getPeriodNo() {
    return periodNo;
  }

  /** Called by Spark. */
  public void setPeriodNo(int periodNo) {
    this.periodNo = periodNo;
  }

  /** The group's number among those of all grouping columns. */
  public int getGroupNo() {
    return groupNo;
  }

  /** Called by Spark. */
  public void setGroupNo(int groupNo) {
    this.groupNo = groupNo;
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

  /** How many of the group's units have a score. */
  public long getScored() {
    return scored;
  }

  /** Called by Spark. */
  public void setScored(long scored) {
    this.scored = scored;
  }

  /** From 1, among the groups of its grouping column; 0 for none. */
  public int getRank() {
    return rank;
  }

  /** Called by Spark. */
  public void setRank(int rank) {
    this.rank = rank;
  }
}
