package dev.tidemark.issues.bottleneck;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Messages counted by stage and department. */
final class StageCounts {
  private StageCounts() {}

  /**
   * Counts those that name a stage and a department.
   *
   * @param outcomes messages as {@link dev.tidemark.enquiries.EnquiryOutcomes} judges them
   * @return one row for each period, stage, department and {@code waited_working_days}
   */
  static Dataset<Row> of(Dataset<Row> outcomes) {
    return outcomes
        .where(col(STAGE).isNotNull().and(col(DEPARTMENT).isNotNull()))
        .groupBy(PERIOD, STAGE, DEPARTMENT, WAITED_WORKING_DAYS)
        .agg(
            count(lit(1)).as(N),
            count_if(col(ANSWERED)).as(ANSWERED),
            count_if(col(WITHIN_DUE)).as(WITHIN_DUE),
            count_if(col(LATE)).as(LATE),
            count_if(col(UNANSWERED)).as(UNANSWERED),
            count_if(col(UNDETERMINED)).as(UNDETERMINED),
            count_if(not(col(RESOLVED))).as(UNRESOLVED),
            count(col(RESOLVED)).as(RESOLVED_TOLD));
  }
}
