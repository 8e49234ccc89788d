package dev.tidemark.compare;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.Comparison;
import dev.tidemark.table.Col;
import dev.tidemark.table.Tables;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The table {@code score_changes}: every node of every scope in some pairs of periods.
 *
 * <p>Small work is done by the driver's threads, large work by Spark's tasks; the same pieces, so
 * that the results are the same.
 */
final class ScoreChanges implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final List<String> COLUMNS = List.of(Tables.SCORE_CHANGES.schema().fieldNames());

  /** Rows of one of these are one family. */
  private static final List<String> FAMILY = List.of(Col.PERIOD_FROM, Col.PERIOD_TO, Col.FAMILY);

  private final String framework;
  private final ArrayList<PairedScores> pairs;
  private final Comparison how;
  private final long seed;

  ScoreChanges(String framework, List<PairedScores> pairs, Comparison how, long seed) {
    this.framework = framework;
    this.pairs = new ArrayList<>(pairs);
    this.how = how;
    this.seed = seed;
  }

  /** The rows, made where that is quicker. */
  Dataset<Row> rows(SparkSession spark) {
    return Pieces.isSmall(pairs)
        ? spark.createDataFrame(onDriver(), Tables.SCORE_CHANGES.schema())
        : onExecutors(spark);
  }

  /** The rows, made by the driver's threads. */
  List<Row> onDriver() {
    var tested = tasks().parallelStream().map(this::test).flatMap(List::stream).toList();
    var verdicts = new Verdicts(how);
    return tested.stream()
        .collect(groupingBy(ScoreChanges::family, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .flatMap(rows -> verdicts.of(rows).stream())
        .toList();
  }

  /** The rows, made by Spark's tasks. */
  Dataset<Row> onExecutors(SparkSession spark) {
    var encoder = Encoders.row(Tables.SCORE_CHANGES.schema());
    var keys = FAMILY.stream().map(name -> col(name)).toArray(Column[]::new);
    return Pieces.spread(spark, Tables.SCORE_CHANGES, tasks(), this::test)
        .repartition(keys)
        .sortWithinPartitions(keys)
        .mapPartitions((MapPartitionsFunction<Row, Row>) this::judged, encoder);
  }

  private List<ChangeTask> tasks() {
    return IntStream.range(0, pairs.size())
        .boxed()
        .flatMap(number -> ChangeTask.of(number, pairs.get(number)).stream())
        .toList();
  }

  private List<Row> test(ChangeTask task) {
    var pair = pairs.get(task.pair());
    return switch (task.kind()) {
      case SEVERAL_UNITS ->
          new UnitsChange(framework, pair, how, seed).of(task.subject(), task.range().toArray());
      case SINGLE_UNITS -> {
        var change = new OneUnitChange(framework, pair, how, seed);
        yield task.range().boxed().flatMap(unit -> change.of(unit).stream()).toList();
      }
      case ONE_VERSION_ONLY -> new OneVersionOnly(framework, pair, how).rows();
    };
  }

  private Iterator<Row> judged(Iterator<Row> sorted) {
    var verdicts = new Verdicts(how);
    var judged = new ArrayList<Row>();
    var family = new ArrayList<Row>();
    while (sorted.hasNext()) {
      var row = sorted.next();
      if (!family.isEmpty() && !family(row).equals(family(family.get(0)))) {
        judged.addAll(verdicts.of(family));
        family.clear();
      }
      family.add(row);
    }
    judged.addAll(verdicts.of(family));
    return judged.iterator();
  }

  private static List<Object> family(Row row) {
    return FAMILY.stream().map(name -> row.get(COLUMNS.indexOf(name))).toList();
  }
}
