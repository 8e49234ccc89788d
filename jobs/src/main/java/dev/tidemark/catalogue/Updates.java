package dev.tidemark.catalogue;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.tidemark.framework.CatalogueRules;
import dev.tidemark.framework.EvaluationFramework;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** When items were last brought up to date, and for which policy they should have been. */
final class Updates {
  static final String UPDATED_DATE = "updated_date";

  /** The latest policy about the item that applied when the period began; null if none did. */
  static final String POLICY_DATE = "policy_date";

  private static final String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

  private Updates() {}

  /**
   * Dates the items that tell when they were updated.
   *
   * @param entries as of {@link Entries}
   * @return the rows of the attribute that tells, with both dates; the first is null if the value
   *     is no day
   */
  static Dataset<Row> of(Dataset<Row> entries, EvaluationFramework framework) {
    return entries
        .where(col(ATTRIBUTE).equalTo(framework.catalogue().updatedOn()))
        .withColumn(UPDATED_DATE, day())
        .withColumn(POLICY_DATE, policy(framework));
  }

  /** Those that a policy makes stale: the columns of {@code catalogue_drift}. */
  static Dataset<Row> stale(Dataset<Row> updates) {
    return updates
        .where(isStale())
        .withColumn(PERIOD_FROM, col(PERIOD))
        .withColumn(PERIOD_TO, col(PERIOD))
        .withColumn(DRIFT, lit("stale"))
        .withColumn(EXPECTED, col(POLICY_DATE).cast(StringType))
        .withColumn(STANDARD_LEVEL, lit(null).cast(StringType))
        .select(Entries.drift());
  }

  static Column isDated() {
    return col(UPDATED_DATE).isNotNull().and(col(POLICY_DATE).isNotNull());
  }

  /** An update on the day of the policy is in time. */
  static Column isStale() {
    return col(UPDATED_DATE).lt(col(POLICY_DATE));
  }

  private static Column day() {
    return when(trim(col(VALUE)).rlike(DAY), trim(col(VALUE)).try_cast(DateType));
  }

  private static Column policy(EvaluationFramework framework) {
    var none = lit(null).cast(DateType);
    var dates = new ArrayList<>(List.of(none, none)); // greatest takes two at least
    for (var period : framework.periods()) {
      for (var policy : framework.catalogue().policies()) {
        if (!policy.date().isAfter(period.start())) {
          dates.add(
              when(col(PERIOD).equalTo(period.id()).and(isAbout(policy)), lit(policy.date())));
        }
      }
    }
    return greatest(dates.toArray(Column[]::new));
  }

  private static Column isAbout(CatalogueRules.Policy policy) {
    return policy.items().isEmpty()
        ? lit(true)
        : col(ITEM).isin(policy.items().stream().sorted().toArray());
  }
}
