package dev.tidemark.promotion;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_divide;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many people wrote of a stage, and how many of them were not helped. */
final class StageMessages {
  static final String N_MESSAGES = "n_messages";

  /** Of the messages that tell, those not resolved, 0 to 1; null if none tells. */
  static final String UNRESOLVED_SHARE = "unresolved_share";

  private StageMessages() {}

  /**
   * Counts the messages that name a stage.
   *
   * @param messages {@code messages} of the framework's periods and units
   * @return one row per period and item, whose name is that of the stage
   */
  static Dataset<Row> of(Dataset<Row> messages) {
    return messages
        .where(col(STAGE).isNotNull())
        .groupBy(col(PERIOD), col(STAGE).as(ITEM))
        .agg(
            count(lit(1)).as(N_MESSAGES),
            try_divide(count_if(not(col(RESOLVED))), count(RESOLVED)).as(UNRESOLVED_SHARE));
  }
}
