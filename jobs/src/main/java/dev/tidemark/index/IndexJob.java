package dev.tidemark.index;

import static java.util.stream.Collectors.groupingBy;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.enquiries.JudgedEnquiries;
import dev.tidemark.error.Quantity;
import dev.tidemark.framework.Derivation;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Leaf;
import dev.tidemark.framework.Period;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.Col;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes {@code index_scores}, {@code group_scores}, {@code nodes} and {@code units}. */
public final class IndexJob implements TableJob {
  @Override
  public String name() {
    return "index";
  }

  @Override
  public List<Reads> reads(EvaluationFramework framework) {
    return Sources.of(framework);
  }

  @Override
  public List<TableSpec> writes() {
    return List.of(Tables.INDEX_SCORES, Tables.GROUP_SCORES, Tables.NODES, Tables.UNITS);
  }

  @Override
  public void run(JobContext context) {
    var framework = context.framework();
    var lake = context.lake();
    context
        .progress()
        .accept(
            "index: scoring %s on %s in %s"
                .formatted(
                    Quantity.of(framework.units().size(), "unit"),
                    Quantity.of(framework.nodes().size(), "node"),
                    Quantity.of(framework.periods().size(), "period")));
    var blocks = WeightedIndex.blocks(rawValues(context), framework).persist();
    try {
      replace(context, Tables.INDEX_SCORES, WeightedIndex.of(blocks, framework));
      context.progress().accept("index: averaging groups by %s".formatted(framework.groups()));
      replace(context, Tables.GROUP_SCORES, GroupMeans.of(blocks, framework));
    } catch (RuntimeException failure) {
      throw Underivable.explained(failure, framework.leaves());
    } finally {
      blocks.unpersist();
    }
    var version = List.of(framework.version());
    lake.replacePartitions(Tables.NODES, Dimensions.nodes(context.spark(), framework), version);
    lake.replacePartitions(Tables.UNITS, Dimensions.units(context.spark(), framework), version);
  }

  private static Dataset<Row> rawValues(JobContext context) {
    var numbering = Numbering.of(context.framework());
    var sources = new ArrayList<Dataset<Row>>();
    if (numbering.leaves().stream().anyMatch(leaf -> leaf.derivation().isEmpty())) {
      sources.add(RawValues.observed(context.lake().read(Tables.OBSERVATIONS), numbering));
    }
    numbering.leaves().stream()
        .filter(leaf -> leaf.derivation().isPresent())
        .collect(groupingBy(IndexJob::source))
        .values()
        .forEach(
            leaves -> {
              var table = leaves.get(0).derivation().orElseThrow().table();
              sources.add(RawValues.derived(rows(context, table), leaves, numbering));
            });
    return sources.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  private static Dataset<Row> rows(JobContext context, String table) {
    if (table.equals(Tables.ENQUIRY_OUTCOMES.name())) {
      var periods = context.framework().periods().stream().map(Period::id).toList();
      return JudgedEnquiries.of(context, periods)
          .map(JudgedEnquiries::outcomes)
          .orElseGet(
              () ->
                  context
                      .spark()
                      .createDataFrame(List.<Row>of(), Tables.ENQUIRY_OUTCOMES.schema()));
    }
    return context.lake().read(Tables.named(table).orElseThrow());
  }

  private static Derivation source(Leaf leaf) {
    var derivation = leaf.derivation().orElseThrow();
    return new Derivation(derivation.table(), "", derivation.where());
  }

  /** A partial run replaces its own periods and the mean over all; the pools stay those of all. */
  private static void replace(JobContext context, TableSpec table, Dataset<Row> rows) {
    if (context.isPartial()) {
      var owned = context.ownedPeriods();
      context
          .lake()
          .replacePartitions(table, rows.where(col(Col.PERIOD).isin(owned.toArray())), owned);
    } else {
      context.lake().replaceAll(table, rows);
    }
  }
}
