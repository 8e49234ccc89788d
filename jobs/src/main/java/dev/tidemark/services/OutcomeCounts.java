package dev.tidemark.services;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Enquiries counted: all that is asked of them later is a sum of these counts. */
final class OutcomeCounts {
  private OutcomeCounts() {}

  /**
   * Counts.
   *
   * @param outcomes of {@link EnquiryOutcomes}
   * @return one row for each period, kind, unit and {@code waited_working_days}; {@code example} is
   *     the smallest id of those beyond the floor, null if none is
   */
  static Dataset<Row> of(Dataset<Row> outcomes) {
    var isBeyond = col(LATE).or(col(UNANSWERED));
    return outcomes
        .groupBy(PERIOD, KIND, UNIT, WAITED_WORKING_DAYS)
        .agg(
            count(lit(1)).as(N),
            count_if(col(ANSWERED)).as(ANSWERED),
            count_if(col(WITHIN_FLOOR)).as(WITHIN_FLOOR),
            count_if(col(WITHIN_DUE)).as(WITHIN_DUE),
            count_if(col(LATE)).as(LATE),
            count_if(col(UNANSWERED)).as(UNANSWERED),
            count_if(col(UNDETERMINED)).as(UNDETERMINED),
            count_if(col(RESOLVED)).as(RESOLVED),
            count(col(RESOLVED)).as(RESOLVED_TOLD),
            min(when(isBeyond, col(ID))).as(EXAMPLE));
  }
}
