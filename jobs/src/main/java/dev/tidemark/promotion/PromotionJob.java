package dev.tidemark.promotion;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Memberships;
import dev.tidemark.job.OwnedPeriods;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes {@code promotion_list} and {@code data_sharing_demands}; nothing, and says so, where no
 * visits were delivered.
 */
public final class PromotionJob implements TableJob {
  @Override
  public String name() {
    return "promotion";
  }

  @Override
  public List<Reads> reads(EvaluationFramework framework) {
    return List.of(
        Reads.byPeriod(Tables.VISITS),
        Reads.byPeriod(Tables.ITEMS).ifThere(),
        Reads.byPeriod(Tables.MESSAGES).ifThere());
  }

  @Override
  public List<TableSpec> writes() {
    return List.of(Tables.PROMOTION_LIST, Tables.DATA_SHARING_DEMANDS);
  }

  @Override
  public void run(JobContext context) {
    var framework = context.framework();
    if (!context.lake().has(Tables.VISITS)) {
      context
          .progress()
          .accept("promotion: no visits were loaded; what to put online next is left out");
      return;
    }
    if (!context.lake().has(Tables.ITEMS)) {
      context
          .progress()
          .accept("promotion: no items were loaded; claims, demand and fields are not known");
    }
    context.progress().accept("promotion: ranking what to put online next");
    var catalogue = ItemRows.of(delivered(context, Tables.ITEMS), framework);
    var items =
        UnitItems.of(
            StageRows.of(delivered(context, Tables.VISITS), framework), catalogue, framework);
    var periods = new OwnedPeriods(context);
    periods.replace(
        Tables.PROMOTION_LIST,
        PromotionList.of(
            ItemFacts.of(items),
            MissingTechnologies.of(items),
            StageMessages.of(delivered(context, Tables.MESSAGES)),
            framework));
    periods.replace(Tables.DATA_SHARING_DEMANDS, DataSharingDemands.of(catalogue, framework));
  }

  /** The rows of the framework's periods and units; none if the table was never loaded. */
  private static Dataset<Row> delivered(JobContext context, TableSpec table) {
    var rows =
        context.lake().has(table)
            ? context.lake().read(table)
            : context.spark().createDataFrame(List.of(), table.schema());
    return Memberships.ofCells(rows, context.framework());
  }
}
