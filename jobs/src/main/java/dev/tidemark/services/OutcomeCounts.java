package dev.tidemark.services;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.enquiries.EnquiryOutcomes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Enquiries counted: all that is asked of them later is a sum of these counts. */
final class OutcomeCounts {
  static final String FIRST_BEYOND = "first_beyond";

  private OutcomeCounts() {}

  /**
   * Counts.
   *
   * @param outcomes of {@link EnquiryOutcomes}
   * @return one row for each period, kind, unit and {@code waited_working_days}; {@code
   *     first_beyond} is when the first of those beyond the floor was sent, in microseconds of
   *     1970, null if none is
   */
  static Dataset<Row> of(Dataset<Row> outcomes) {
    // A number: the smallest text of a group would have all rows sorted instead of hashed.
    var firstBeyond = min(when(isBeyond(), unix_micros(col(SUBMITTED_AT))));
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
            count_if(col(ANSWERED).and(col(RESOLVED))).as(RESOLVED),
            count(col(RESOLVED)).as(RESOLVED_TOLD),
            firstBeyond.as(FIRST_BEYOND));
  }

  /** Of an outcome: whether the floor was missed. */
  static Column isBeyond() {
    return col(LATE).or(col(UNANSWERED));
  }
}
