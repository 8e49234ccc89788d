package dev.tidemark.promotion;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.tidemark.framework.OnlineDepth;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One item over all units: what is known of it, before it is judged. */
final class ItemFacts {
  /** Applications a year, mean of the units that tell; null if none does. */
  static final String MEAN_APPLICATIONS = "mean_applications";

  /** Share of the observed units where its visit is one too many; null without any. */
  static final String TOO_MANY_SHARE = "too_many_share";

  private ItemFacts() {}

  /**
   * Counts and averages the units of each item.
   *
   * @param items as of {@link UnitItems}
   * @return one row per period and item
   */
  static Dataset<Row> of(Dataset<Row> items) {
    var applications = col(ItemRows.APPLICATIONS);
    var measured = col(StageRows.MEASURED);
    var claimed = col(ItemRows.CLAIMED);
    return items
        .groupBy(PERIOD, ITEM)
        .agg(
            count(VISITS).as(N_UNITS),
            try_divide(sum(VISITS), count(VISITS)).as(VISITS),
            count_if(col(VISITS).equalTo(0)).as(ONLINE_UNITS),
            try_divide(count_if(col(UnitItems.IS_TOO_MANY)), count(VISITS)).as(TOO_MANY_SHARE),
            try_divide(sum(applications), count(applications))
                .cast(DoubleType)
                .as(MEAN_APPLICATIONS),
            sum(applications.multiply(col(VISITS))).cast(DoubleType).as(YEARLY_VISITS),
            having(OnlineDepth.PUBLISHED).as(PUBLISHED_UNITS),
            having(OnlineDepth.PRE_REVIEW).as(PRE_REVIEW_UNITS),
            having(OnlineDepth.APPLY).as(APPLY_UNITS),
            having(OnlineDepth.FULL).as(FULL_UNITS),
            Depths.lowerMedian(measured).as(MEASURED_DEPTH),
            Depths.lowerMedian(claimed).as(CLAIMED_DEPTH),
            count_if(measured.isNotNull().and(claimed.isNotNull())).as(CLAIMED_UNITS),
            count_if(claimed.gt(measured)).as(OVERCLAIMED_UNITS),
            count_if(col(ItemRows.IS_CLAIM_UNREAD)).as(UNREAD_CLAIM_UNITS),
            count_if(size(col(ItemRows.ASKED_AGAIN)).gt(0)).as(REPEATING_UNITS),
            size(array_distinct(flatten(collect_list(fields())))).as(REPEATED_FIELDS));
  }

  private static Column fields() {
    return col(ItemRows.ASKED_AGAIN).getField(FIELD);
  }

  private static Column having(OnlineDepth depth) {
    return count_if(col(StageRows.MEASURED).equalTo(lit(Depths.place(depth))));
  }
}
