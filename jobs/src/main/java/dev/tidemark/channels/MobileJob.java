package dev.tidemark.channels;

import dev.tidemark.error.Quantity;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.OwnedPeriods;
import dev.tidemark.job.PeriodPairs;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes {@code unit_mobile_channels}, {@code mobile_summary}, {@code mobile_coverage} and {@code
 * mobile_changes}; nothing, and says so, where no mobile channels were delivered.
 */
public final class MobileJob implements TableJob {
  @Override
  public String name() {
    return "mobile";
  }

  @Override
  public List<Reads> reads(EvaluationFramework framework) {
    return List.of(Reads.byPeriod(Tables.MOBILE_CHANNELS));
  }

  @Override
  public List<TableSpec> writes() {
    return List.of(
        Tables.UNIT_MOBILE_CHANNELS,
        Tables.MOBILE_SUMMARY,
        Tables.MOBILE_COVERAGE,
        Tables.MOBILE_CHANGES);
  }

  @Override
  public void run(JobContext context) {
    var framework = context.framework();
    var lake = context.lake();
    if (!lake.has(Tables.MOBILE_CHANNELS)) {
      context.progress().accept("mobile: no mobile_channels were loaded; they are left out");
      return;
    }
    context
        .progress()
        .accept(
            "mobile: counting the channels of " + Quantity.of(framework.units().size(), "unit"));
    var periods = new OwnedPeriods(context);
    var computed = UnitMobileChannels.of(lake.read(Tables.MOBILE_CHANNELS), framework);
    periods.replace(Tables.UNIT_MOBILE_CHANNELS, computed);
    var units = lake.read(Tables.UNIT_MOBILE_CHANNELS);
    periods.replace(Tables.MOBILE_SUMMARY, MobileSummary.of(units, framework));
    periods.replace(Tables.MOBILE_COVERAGE, MobileCoverage.of(units, framework));
    writeChanges(context, periods.ofEvery(Tables.UNIT_MOBILE_CHANNELS, computed));
  }

  private static void writeChanges(JobContext context, Dataset<Row> units) {
    var framework = context.framework();
    var pairs = PeriodPairs.of(framework, Optional.empty(), List.of(), context.periods());
    var counts =
        pairs.stream()
            .map(pair -> MobileChanges.between(units, pair.from(), pair.to(), framework))
            .reduce(Dataset::unionByName)
            .map(Dataset::collectAsList)
            .orElse(List.of());
    var changes =
        context
            .spark()
            .createDataFrame(
                MobileChanges.tested(counts, framework), Tables.MOBILE_CHANGES.schema());
    if (!context.isPartial()) {
      context.lake().replaceAll(Tables.MOBILE_CHANGES, changes);
    } else if (!pairs.isEmpty()) {
      context
          .lake()
          .replacePartitions(
              Tables.MOBILE_CHANGES, changes, pairs.stream().map(PeriodPairs.Pair::to).toList());
    }
  }
}
