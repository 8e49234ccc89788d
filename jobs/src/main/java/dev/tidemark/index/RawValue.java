package dev.tidemark.index;

/**
 * One raw value of one leaf: what {@link Profiles} reads. A bean, because Spark fills those without
 * boxing each number.
 */
public final class RawValue {
  private int unitNo;
  private int periodNo;
  private int leafNo;
  private double value;

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

  /** The leaf's number; below 0 in the row that makes a unit appear. */
  public int getLeafNo() {
    return leafNo;
  }

  /** Called by Spark. */
  public void setLeafNo(int leafNo) {
    this.leafNo = leafNo;
  }

  /** In the leaf's own unit. */
  public double getValue() {
    return value;
  }

  /** Called by Spark. */
  public void setValue(double value) {
    this.value = value;
  }
}
