package dev.tidemark.promotion;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.PromotionRules;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the catalogue of one unit says of one item: its attributes side by side. */
final class ItemRows {
  /** Claimed depth as its place among the depths; null if none is claimed, or by no word of any. */
  static final String CLAIMED = "claimed";

  static final String IS_CLAIM_UNREAD = "is_claim_unread";

  /** Applications a year, not negative. */
  static final String APPLICATIONS = "applications";

  /** Ids of technologies that are told to be there, and of those told not to be. */
  static final String TOLD = "told";

  static final String DENIED = "denied";

  /** What is asked though another department holds it: structures of who holds it, and what. */
  static final String ASKED_AGAIN = "asked_again";

  private static final String ASKED = "asked";

  private ItemRows() {}

  /**
   * Sets the attributes side by side.
   *
   * @param items {@code items} of the framework's periods and units
   * @return one row per period, unit and item of the level that the framework names
   */
  static Dataset<Row> of(Dataset<Row> items, EvaluationFramework framework) {
    var rules = framework.promotion();
    var names = rules.attributes();
    var claim = col(ATTRIBUTE).equalTo(names.claimedDepth());
    var depth = Depths.claimed(col(VALUE), rules.claims());
    var applications = col(VALUE).try_cast("decimal(18,2)");
    var isAmount = col(ATTRIBUTE).equalTo(names.demand()).and(applications.geq(0));
    return items
        .where(col(LEVEL).equalTo(rules.level().id()).and(isRead(names)))
        .groupBy(PERIOD, UNIT, ITEM)
        .agg(
            max(when(claim, depth)).as(CLAIMED),
            count_if(claim.and(col(VALUE).isNotNull()).and(depth.isNull()))
                .gt(0)
                .as(IS_CLAIM_UNREAD),
            max(when(isAmount, applications)).as(APPLICATIONS),
            max(when(col(ATTRIBUTE).equalTo(names.department()), col(VALUE))).as(DEPARTMENT),
            technologies(names, "yes", "true", "1", "有", "是").as(TOLD),
            technologies(names, "no", "false", "0", "无", "否").as(DENIED),
            collect_list(
                    when(
                        startsWith(names.fields()).and(col(VALUE).isNotNull()),
                        struct(
                            text(col(VALUE)).as(HOLDING_DEPARTMENT),
                            rest(names.fields()).as(FIELD))))
                .as(ASKED))
        .withColumn(ASKED_AGAIN, heldElsewhere())
        .drop(ASKED, DEPARTMENT);
  }

  private static Column isRead(PromotionRules.Attributes names) {
    return col(ATTRIBUTE)
        .isin(names.demand(), names.claimedDepth(), names.department())
        .or(startsWith(names.fields()))
        .or(startsWith(names.technologies()));
  }

  /** What the item's own department holds needs no sharing. */
  private static Column heldElsewhere() {
    return filter(
        col(ASKED), field -> not(field.getField(HOLDING_DEPARTMENT).eqNullSafe(col(DEPARTMENT))));
  }

  private static Column technologies(PromotionRules.Attributes names, Object... words) {
    var isSaid = startsWith(names.technologies()).and(lower(trim(col(VALUE))).isin(words));
    return array_compact(collect_list(when(isSaid, rest(names.technologies()))));
  }

  private static Column startsWith(String prefix) {
    return col(ATTRIBUTE).startsWith(prefix);
  }

  /** What stands behind a prefix. */
  private static Column rest(String prefix) {
    return text(substring(col(ATTRIBUTE), lit(prefix.length() + 1), length(col(ATTRIBUTE))));
  }

  /** Without the cast the delivered column's comment would be part of the type. */
  private static Column text(Column column) {
    return column.cast(StringType);
  }
}
