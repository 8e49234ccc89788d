package dev.tidemark.refresh;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** Ingest as refresh knows it: writes observations of the periods of which some were delivered. */
final class Deliveries implements TableJob {
  private final Map<String, Double> points = new TreeMap<>();
  private final Set<String> waiting = new TreeSet<>();

  synchronized void add(String... observations) {
    for (var observation : observations) {
      int end = observation.lastIndexOf(' ');
      points.put(observation.substring(0, end), Double.valueOf(observation.substring(end + 1)));
      waiting.add(observation.substring(0, observation.indexOf(' ')));
    }
  }

  /** The periods of what was delivered and not loaded. */
  synchronized Set<String> periods() {
    return Set.copyOf(waiting);
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public List<Reads> reads(EvaluationFramework framework) {
    return List.of();
  }

  @Override
  public List<TableSpec> writes() {
    return List.of(Tables.OBSERVATIONS);
  }

  @Override
  public synchronized void run(JobContext context) {
    if (waiting.isEmpty()) {
      return;
    }
    var rows =
        points.entrySet().stream()
            .filter(point -> waiting.contains(point.getKey().split(" ", 2)[0]))
            .map(point -> row(point.getKey().split(" ", 2), point.getValue()))
            .toList();
    context
        .lake()
        .replacePartitions(
            Tables.OBSERVATIONS,
            context.spark().createDataFrame(rows, Tables.OBSERVATIONS.schema()),
            List.copyOf(waiting));
    waiting.clear();
  }

  /** Writes an observation beside those that are there, in a file of its own. */
  static void append(JobContext context, String period, String unit, double value) {
    var rows = List.of(row(new String[] {period, unit}, value));
    context
        .lake()
        .append(
            Tables.OBSERVATIONS,
            context.spark().createDataFrame(rows, Tables.OBSERVATIONS.schema()));
  }

  private static Row row(String[] cell, double value) {
    return new RowBuilder(Tables.OBSERVATIONS)
        .with(PERIOD, cell[0])
        .with(UNIT, cell[1])
        .with(INDICATOR, "points")
        .with(VALUE, value)
        .with(SOURCE_FILE, "test.csv")
        .with(SOURCE_LINE, 1L)
        .with(SEQUENCE, 1L)
        .with(LOAD_ID, "test")
        .row();
  }
}
