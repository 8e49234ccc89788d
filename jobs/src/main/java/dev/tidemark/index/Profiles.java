package dev.tidemark.index;

import static dev.tidemark.index.Numbering.LEAF_NO;
import static dev.tidemark.index.Numbering.PERIOD_NO;
import static dev.tidemark.index.Numbering.UNIT_NO;
import static dev.tidemark.index.RawValues.RAW_VALUE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.when;

import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * All raw values of a unit, side by side.
 *
 * <p>A kernel, since an aggregate with a column for every leaf tests each row against all of them
 * and takes seconds to compile (docs/adr). Rows go to their unit's partition as they are: where
 * input is shuffled, adding up beforehand finds nothing to add. It holds one unit at a time.
 */
final class Profiles {
  private static final String PLACE = "place";

  private Profiles() {}

  /**
   * Brings rows of one unit together, and averages replicates.
   *
   * @param rawValues {@code unit_no, period_no, leaf_no, raw_value}; any number per unit, period
   *     and leaf; a row with a leaf below 0 makes its unit appear
   * @return one per unit, without pools
   */
  static Dataset<Profile> of(Dataset<Row> rawValues, Numbering numbering) {
    int leaves = numbering.leaves().size();
    int cells = numbering.cells();
    var cell = col(PERIOD_NO).multiply(leaves).plus(col(LEAF_NO));
    var place = shiftleft(col(UNIT_NO).cast("long"), Integer.SIZE);
    var unit = shiftright(col(PLACE), Integer.SIZE);
    return rawValues
        .select(
            when(col(LEAF_NO).geq(0), place.bitwiseOR(cell.plus(1))).otherwise(place).as(PLACE),
            col(RAW_VALUE).as("value"))
        .repartition(unit)
        .sortWithinPartitions(unit)
        .as(Encoders.bean(RawValue.class))
        .mapPartitions(
            (MapPartitionsFunction<RawValue, Profile>) rows -> new Units(rows, cells),
            Encoders.bean(Profile.class));
  }

  /** Takes the rows of one unit after the other. */
  private static final class Units implements Iterator<Profile> {
    private final Iterator<RawValue> rows;
    private final CellMeans means;
    private RawValue next;

    Units(Iterator<RawValue> rows, int cells) {
      this.rows = rows;
      this.means = new CellMeans(cells);
      advance();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Profile next() {
      int unit = next.unitNo();
      while (next != null && next.unitNo() == unit) {
        if (next.hasValue()) {
          means.add(next.cell(), next.getValue());
        }
        advance();
      }
      return new Profile(unit, means.take());
    }

    private void advance() {
      next = rows.hasNext() ? rows.next() : null;
    }
  }
}
