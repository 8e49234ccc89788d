package dev.tidemark.report;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rows of each table that a report about two periods shows. */
final class GoldFilter {
  /** Few rows, shown or written for every period. */
  private static final Set<TableSpec> EVERY_PERIOD =
      Set.of(
          Tables.GROUP_SCORES,
          Tables.VISIT_SUMMARY,
          Tables.CONSISTENCY_SUMMARY,
          Tables.MOBILE_SUMMARY,
          Tables.ISSUES);

  /** The row about all units is shown for every period, those of groups for the two. */
  private static final Set<TableSpec> OF_ALL_IN_EVERY_PERIOD =
      Set.of(Tables.SERVICE_LEVELS, Tables.VISIT_STAGES);

  /** What was done to the data, as far as readers want to know: no vectors, no book-keeping. */
  private static final Set<TableSpec> OF_THE_LOAD =
      Set.of(Tables.QUARANTINE, Tables.INGESTED_FILES);

  private GoldFilter() {}

  /** Whether a table holds figures; one with a row for each message does not. */
  static boolean isShown(TableSpec table) {
    return OF_THE_LOAD.contains(table)
        || (table.role() == TableSpec.Role.OUTPUT && !table.key().equals(List.of(ID)));
  }

  /** Filters a table, all of whose rows are given. */
  static Dataset<Row> of(
      TableSpec table, Dataset<Row> rows, PeriodsShown.Pair pair, EvaluationFramework framework) {
    if (table.equals(Tables.QUARANTINE)) {
      // What was delivered may hold anything about anyone: only its counts are shown.
      return rows.groupBy(TABLE, REASON).agg(count(lit(1)).as(N)).orderBy(TABLE, REASON);
    }
    return rows.where(wanted(table, pair.from(), pair.to(), framework));
  }

  private static Column wanted(
      TableSpec table, String from, String to, EvaluationFramework framework) {
    if (table.has(PERIOD_FROM)) {
      var isPair = col(PERIOD_FROM).equalTo(from).and(col(PERIOD_TO).equalTo(to));
      var isWithin = col(PERIOD_FROM).equalTo(col(PERIOD_TO)).and(col(PERIOD_TO).isin(from, to));
      return isPair.or(isWithin);
    }
    if (table.has(PERIOD) && !EVERY_PERIOD.contains(table)) {
      var isOfTheTwo = col(PERIOD).isin(from, to, "all");
      if (table.equals(Tables.INDEX_SCORES)) {
        return isOfTheTwo.or(col(NODE).equalTo(framework.index().id()));
      }
      return OF_ALL_IN_EVERY_PERIOD.contains(table)
          ? isOfTheTwo.or(col(GROUP_BY).equalTo("all"))
          : isOfTheTwo;
    }
    return table.partitionBy().contains(FRAMEWORK_VERSION)
        ? col(FRAMEWORK_VERSION).equalTo(framework.version())
        : lit(true);
  }
}
