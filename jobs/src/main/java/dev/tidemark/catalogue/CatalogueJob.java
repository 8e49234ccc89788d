package dev.tidemark.catalogue;

import static dev.tidemark.table.Col.PERIOD_TO;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Memberships;
import dev.tidemark.job.OwnedPeriods;
import dev.tidemark.job.PeriodPairs;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes {@code catalogue_drift} and {@code catalogue_summary}; nothing, and says so, where no
 * items were delivered.
 */
public final class CatalogueJob implements TableJob {
  @Override
  public String name() {
    return "catalogue";
  }

  @Override
  public List<Reads> reads(EvaluationFramework framework) {
    return List.of(Reads.byPeriod(Tables.ITEMS));
  }

  @Override
  public List<TableSpec> writes() {
    return List.of(Tables.CATALOGUE_DRIFT, Tables.CATALOGUE_SUMMARY);
  }

  @Override
  public void run(JobContext context) {
    var framework = context.framework();
    if (!context.lake().has(Tables.ITEMS)) {
      context.progress().accept("catalogue: no items were loaded; catalogues are left out");
      return;
    }
    context
        .progress()
        .accept(
            "catalogue: comparing the catalogues of %d units".formatted(framework.units().size()));
    var items = Memberships.ofCells(context.lake().read(Tables.ITEMS), framework);
    var entries = Entries.of(items, framework);
    var pairs = PeriodPairs.of(framework, Optional.empty(), List.of(), List.of());
    replace(context, CatalogueDrift.of(entries, pairs, framework));
    new OwnedPeriods(context)
        .replace(Tables.CATALOGUE_SUMMARY, CatalogueSummary.of(entries, framework));
  }

  /** A period's rows also change what the next one is compared with. */
  private static void replace(JobContext context, Dataset<Row> drift) {
    if (!context.isPartial()) {
      context.lake().replaceAll(Tables.CATALOGUE_DRIFT, drift);
      return;
    }
    var touched =
        PeriodPairs.of(context.framework(), Optional.empty(), List.of(), context.periods());
    var owned =
        Stream.concat(context.periods().stream(), touched.stream().map(PeriodPairs.Pair::to))
            .distinct()
            .toList();
    context
        .lake()
        .replacePartitions(
            Tables.CATALOGUE_DRIFT, drift.where(col(PERIOD_TO).isin(owned.toArray())), owned);
  }
}
