package dev.tidemark.index;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.table.Tables;

/**
 * Says what a run of {@link IndexJob} for some periods will leave beside them that another version
 * of the framework scored. For whoever types the command: {@code refresh} has a plan that says so.
 */
public final class KeptVersions implements Job {
  @Override
  public String name() {
    return "index";
  }

  @Override
  public void run(JobContext context) {
    if (!context.isPartial() || !context.lake().has(Tables.INDEX_SCORES)) {
      return;
    }
    var version = context.framework().version();
    var kept =
        context
            .lake()
            .read(Tables.INDEX_SCORES)
            .where(not(col(PERIOD).isin(context.ownedPeriods().toArray())))
            .where(col(FRAMEWORK_VERSION).notEqual(version))
            .select(PERIOD, FRAMEWORK_VERSION)
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> "%s of version %s".formatted(row.getString(0), row.getString(1)))
            .sorted()
            .collect(joining(", "));
    if (!kept.isEmpty()) {
      context
          .progress()
          .accept(
              "index: kept as scored before: %s; 'all' is by version %s throughout. Without --period every period is scored by it."
                  .formatted(kept, version));
    }
  }
}
