package dev.tidemark.channels;

import dev.tidemark.error.Quantity;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.OwnedPeriods;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.List;

/**
 * Writes {@code guide_elements}, {@code channel_consistency}, {@code consistency_summary} and
 * {@code element_consistency}; nothing, and says so, where no guides were delivered.
 */
public final class ConsistencyJob implements TableJob {
  @Override
  public String name() {
    return "channels";
  }

  @Override
  public List<Reads> reads(EvaluationFramework framework) {
    return List.of(Reads.byPeriod(Tables.GUIDE_AUDITS));
  }

  @Override
  public List<TableSpec> writes() {
    return List.of(
        Tables.GUIDE_ELEMENTS,
        Tables.CHANNEL_CONSISTENCY,
        Tables.CONSISTENCY_SUMMARY,
        Tables.ELEMENT_CONSISTENCY);
  }

  @Override
  public void run(JobContext context) {
    var framework = context.framework();
    var lake = context.lake();
    if (!lake.has(Tables.GUIDE_AUDITS)) {
      context.progress().accept("channels: no guide_audits were loaded; guides are left out");
      return;
    }
    context
        .progress()
        .accept(
            "channels: comparing the guides of " + Quantity.of(framework.units().size(), "unit"));
    var periods = new OwnedPeriods(context);
    var computed = GuideElements.of(lake.read(Tables.GUIDE_AUDITS), framework);
    periods.replace(Tables.GUIDE_ELEMENTS, computed);
    var elements = periods.ofEvery(Tables.GUIDE_ELEMENTS, computed);
    periods.replaceWithAll(Tables.CHANNEL_CONSISTENCY, ChannelConsistency.of(elements, framework));
    periods.replaceWithAll(
        Tables.CONSISTENCY_SUMMARY,
        ConsistencySummary.of(lake.read(Tables.CHANNEL_CONSISTENCY), framework));
    periods.replace(
        Tables.ELEMENT_CONSISTENCY,
        ElementConsistency.of(lake.read(Tables.GUIDE_ELEMENTS), framework));
  }
}
