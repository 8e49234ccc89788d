package dev.tidemark.refresh;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.OwnedPeriods;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.List;
import org.apache.spark.sql.Row;

/** A job that writes one row for each period, how often it has run, and may do other things. */
final class Fake implements TableJob {
  boolean fails;
  int forgotten;
  Runnable then = () -> {};
  private final String name;
  private final TableSpec from;
  private final TableSpec to;
  private long runs;

  Fake(String name, TableSpec from, TableSpec to) {
    this.name = name;
    this.from = from;
    this.to = to;
  }

  /** A table like {@code mobile_summary}, of which publications do not know. */
  static TableSpec table(String name) {
    var like = Tables.MOBILE_SUMMARY;
    return new TableSpec(
        name,
        like.role(),
        like.title(),
        like.grain(),
        like.key(),
        like.partitionBy(),
        like.columns(),
        like.checks());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Reads> reads(EvaluationFramework framework) {
    return List.of(Reads.byPeriod(from));
  }

  @Override
  public List<TableSpec> writes() {
    return List.of(to);
  }

  @Override
  public void run(JobContext context) {
    if (fails) {
      throwUndeclared(new Exception("on purpose"));
    }
    runs++;
    var all = context.framework().periods().stream().map(Period::id).toList();
    var rows = (context.isPartial() ? context.periods() : all).stream().map(this::row).toList();
    new OwnedPeriods(context).replace(to, context.spark().createDataFrame(rows, to.schema()));
    then.run();
  }

  @Override
  public void forget(JobContext context) {
    forgotten++;
  }

  /** As Scala does. */
  @SuppressWarnings("unchecked")
  private static <E extends Exception> void throwUndeclared(Exception failure) throws E {
    throw (E) failure;
  }

  private Row row(String period) {
    return new RowBuilder(to)
        .with(FRAMEWORK_ID, "test")
        .with(FRAMEWORK_VERSION, "1")
        .with(PERIOD, period)
        .with(CHANNEL_MIX, name)
        .with(N_KINDS, 1)
        .with(N_UNITS, runs)
        .with(KNOWN_UNITS, runs)
        .with(SHARE, 1.0)
        .row();
  }
}
