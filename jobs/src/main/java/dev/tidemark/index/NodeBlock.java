package dev.tidemark.index;

/**
 * The scores of some nodes, for one unit in one period: what the two kernels of the index read and
 * write. A bean of primitive arrays, because Spark copies those whole instead of boxing each
 * number.
 *
 * <p>{@code NaN} stands for "no score" inside this package's kernels and nowhere else.
 */
public final class NodeBlock {
  /** Nodes in a full block. */
  static final int SIZE = 16;

  private int unitNo;
  private int periodNo;
  private int blockNo;
  private double[] scores = {};
  private double[] coverages = {};

  /** Called by Spark. */
  public NodeBlock() {}

  NodeBlock(int unitNo, int periodNo, int blockNo, double[] scores, double[] coverages) {
    this.unitNo = unitNo;
    this.periodNo = periodNo;
    this.blockNo = blockNo;
    this.scores = scores;
    this.coverages = coverages;
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

  /** The block's number: its first node's number divided by {@link #SIZE}. */
  public int getBlockNo() {
    return blockNo;
  }

  /** Called by Spark. */
  public void setBlockNo(int blockNo) {
    this.blockNo = blockNo;
  }

  /** Points, one for each node of the block; NaN for none. */
  public double[] getScores() {
    return scores;
  }

  /** Called by Spark. */
  public void setScores(double[] scores) {
    this.scores = scores;
  }

  /** Shares, one for each node of the block. */
  public double[] getCoverages() {
    return coverages;
  }

  /** Called by Spark. */
  public void setCoverages(double[] coverages) {
    this.coverages = coverages;
  }

  /** The number of one of its nodes, by its place in the block. */
  int nodeNo(int place) {
    return blockNo * SIZE + place;
  }

  /** Whether the other is of the same period and nodes. */
  boolean isOfSameNodes(NodeBlock other) {
    return periodNo == other.periodNo && blockNo == other.blockNo;
  }
}
