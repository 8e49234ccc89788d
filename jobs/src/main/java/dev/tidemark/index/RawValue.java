package dev.tidemark.index;

/**
 * One raw value of one leaf: what {@link Profiles} reads. A bean, because Spark fills those without
 * boxing each number; two columns, because every row of the observations is shuffled with them.
 */
public final class RawValue {
  private long place;
  private double value;

  /**
   * The unit's number in the upper half; in the lower one the cell's number plus 1, or 0 in the row
   * that makes a unit appear.
   */
  public long getPlace() {
    return place;
  }

  /** Called by Spark. */
  public void setPlace(long place) {
    this.place = place;
  }

  /** In the leaf's own unit. */
  public double getValue() {
    return value;
  }

  /** Called by Spark. */
  public void setValue(double value) {
    this.value = value;
  }

  int unitNo() {
    return (int) (place >> Integer.SIZE);
  }

  boolean hasValue() {
    return (int) place != 0;
  }

  int cell() {
    return (int) place - 1;
  }
}
