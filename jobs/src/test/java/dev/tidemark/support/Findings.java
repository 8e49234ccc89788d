package dev.tidemark.support;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.TableSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A warehouse that a job runs on, and its rows as text. */
public record Findings(DeltaLake lake, EvaluationFramework framework, List<String> progress) {
  public static Findings in(Path warehouse, EvaluationFramework framework) {
    var note = new CommitNote("run", framework.id(), framework.version(), "0", "0");
    return new Findings(
        new DeltaLake(SharedSpark.session(), warehouse.toString(), note),
        framework,
        new ArrayList<>());
  }

  /** Delivers rows of cells with blanks between, in their order; - is null. */
  public void deliver(TableSpec table, String text, BiConsumer<RowBuilder, String[]> cells) {
    var rows = new ArrayList<Row>();
    for (var line : text.strip().lines().toList()) {
      var row =
          new RowBuilder(table)
              .with("source_file", "test")
              .with("source_line", 1L)
              .with("sequence", 1L)
              .with("load_id", "test");
      cells.accept(row, line.strip().split("\\s+"));
      rows.add(row.row());
    }
    lake.replaceAll(table, SharedSpark.session().createDataFrame(rows, table.schema()));
  }

  public void run(Job job, String... periods) {
    job.run(
        new JobContext(
            SharedSpark.lazy(),
            framework,
            lake,
            List.of(periods),
            "run",
            Instant.EPOCH,
            progress::add));
  }

  /** Some columns of every row, in order, cells with blanks between; - is null. */
  public List<String> rows(TableSpec table, String... columns) {
    return rows(lake.read(table), columns);
  }

  /** The same of rows that were not written. */
  public static List<String> rows(Dataset<Row> rows, String... columns) {
    return rows.collectAsList().stream()
        .map(
            row ->
                Arrays.stream(columns)
                    .map(column -> row.getAs(column) == null ? "-" : shown(row.getAs(column)))
                    .collect(Collectors.joining(" ")))
        .sorted()
        .toList();
  }

  private static String shown(Object cell) {
    if (cell instanceof scala.collection.Seq<?> list) {
      return list.mkString("[", ", ", "]");
    }
    return cell instanceof scala.collection.Map<?, ?> map
        ? map.mkString("{", ",", "}").replace(" -> ", "=")
        : cell.toString();
  }
}
