package dev.tidemark.index;

/**
 * All raw values of one unit, and the pools to score them by. A bean of primitive arrays, because
 * Spark copies those whole instead of boxing each number.
 *
 * <p>{@code NaN} stands for "not observed" inside this package's kernels and nowhere else.
 */
public final class Profile {
  private int unitNo;
  private double[] raws = {};
  private double[] poolFirsts = {};
  private double[] poolSeconds = {};

  /** Called by Spark. */
  public Profile() {}

  Profile(int unitNo, double[] raws) {
    this.unitNo = unitNo;
    this.raws = raws;
  }

  /** The unit's number. */
  public int getUnitNo() {
    return unitNo;
  }

  /** Called by Spark. */
  public void setUnitNo(int unitNo) {
    this.unitNo = unitNo;
  }

  /** One for each cell ({@link Numbering#cells}); NaN where not observed. */
  public double[] getRaws() {
    return raws;
  }

  /** Called by Spark. */
  public void setRaws(double[] raws) {
    this.raws = raws;
  }

  /** See {@link Pools}; empty if no leaf is scored by a pool. */
  public double[] getPoolFirsts() {
    return poolFirsts;
  }

  /** Called by Spark. */
  public void setPoolFirsts(double[] poolFirsts) {
    this.poolFirsts = poolFirsts;
  }

  /** See {@link Pools}; empty if no leaf is scored by a pool. */
  public double[] getPoolSeconds() {
    return poolSeconds;
  }

  /** Called by Spark. */
  public void setPoolSeconds(double[] poolSeconds) {
    this.poolSeconds = poolSeconds;
  }
}
