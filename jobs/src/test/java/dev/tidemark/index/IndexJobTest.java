package dev.tidemark.index;

import static dev.tidemark.support.Frameworks.framework;
import static dev.tidemark.support.Frameworks.leaf;
import static dev.tidemark.support.Frameworks.root;
import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.framework.Derivation;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Leaf;
import dev.tidemark.framework.Replicates;
import dev.tidemark.framework.Scoring;
import dev.tidemark.framework.Title;
import dev.tidemark.job.JobContext;
import dev.tidemark.support.Frameworks;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run of the job reads and writes. */
class IndexJobTest {
  @TempDir private Path warehouse;
  private final List<String> told = new ArrayList<>();
  private DeltaLake lake;

  @BeforeEach
  void openTheWarehouse() {
    lake =
        new DeltaLake(
            SharedSpark.session(),
            warehouse.toString(),
            new CommitNote("run", "test", "1", "0", "0"));
  }

  @Test
  void aRunForOnePeriodReplacesItAndTheMeanAndLeavesTheOtherFilesAlone() {
    var framework =
        framework(
            List.of("P1", "P2", "P3"), List.of("a", "b"), root(leaf("x", 1, new Scoring.Direct())));
    deliver(Tables.OBSERVATIONS, Observed.table(FIRST));
    run(framework, List.of());
    var firstOfP1 = files("P1");
    var firstOfP2 = files("P2");
    var firstOfP3 = files("P3");

    deliver(Tables.OBSERVATIONS, Observed.table(CORRECTED));
    run(Frameworks.version(framework, "2"), List.of("P2"));

    assertThat(files("P1")).isEqualTo(firstOfP1).isNotEmpty();
    assertThat(files("P3")).isEqualTo(firstOfP3).isNotEmpty();
    assertThat(files("P2")).doesNotContainAnyElementsOf(firstOfP2).isNotEmpty();
    assertThat(score("P1", "a")).isEqualTo(10.0);
    assertThat(score("P2", "a")).isEqualTo(80.0);
    assertThat(score("all", "a")).isEqualTo(51.0);
    assertThat(told)
        .contains(
            "index: kept as scored before: P1 of version 1, P3 of version 1; 'all' is by version 2"
                + " throughout. Without --period every period is scored by it.");
  }

  @Test
  void aFrameworkThatDerivesEveryLeafNeedsNoObservations() {
    deliverVisits();

    run(framework(List.of("P1"), List.of("a"), root(derived("stages", 1, "count(*)"))), List.of());

    assertThat(score("P1", "a")).isEqualTo(1.0);
  }

  @Test
  void aDerivedLeafThatARowMakesFailIsNamedWithTheExpressionThatFailed() {
    deliverVisits();
    var framework =
        framework(
            List.of("P1"),
            List.of("a"),
            root(
                derived("stages", 0.5, "count(*)"),
                derived("share", 0.5, "100 + sum(visits) / count_if(handled_by = 'hall')")));

    assertThatThrownBy(() -> run(framework, List.of()))
        .isInstanceOf(UsageWrong.class)
        .hasMessageStartingWith(
            "Leaf share cannot be derived, since its SQL fails on some rows: sum(visits) /"
                + " count_if(handled_by = 'hall'): Division by zero. Use `try_divide`");
  }

  /** As not observed it would move the weight of its leaves to the others, unseen. */
  @ParameterizedTest
  @CsvSource({"visits, visits", "enquiry_outcomes, enquiries"})
  void aDerivedLeafWhoseTableWasNeverDeliveredStopsTheIndex(String source, String table) {
    var framework =
        framework(List.of("P1"), List.of("a"), root(derived("n", 1, source, "count(*)")));

    assertThatThrownBy(() -> run(framework, List.of()))
        .isInstanceOf(UsageWrong.class)
        .hasMessageStartingWith("Table " + table + " is not in the warehouse");
  }

  private static final String FIRST =
      """
      period unit x
      P1     a    10
      P1     b    20
      P2     a    40
      P2     b    50
      P3     a    70
      P3     b    80
      """;

  /** P1 changed, too, but was not asked for. All of a: (3 + 80 + 70) / 3. */
  private static final String CORRECTED =
      """
      period unit x
      P1     a    3
      P1     b    20
      P2     a    80
      P2     b    50
      P3     a    70
      P3     b    80
      """;

  private static Leaf derived(String id, double share, String value) {
    return derived(id, share, "visits", value);
  }

  private static Leaf derived(String id, double share, String table, String value) {
    return new Leaf(
        id,
        Title.of(id),
        share,
        new Scoring.Direct(),
        Replicates.MEAN,
        Optional.of(new Derivation(table, value, Optional.empty())));
  }

  /** One stage of one unit, handled nobody knows where. */
  private void deliverVisits() {
    deliver(
        Tables.VISITS,
        Observed.table("period unit registration\nP1 a 0").withColumnRenamed(INDICATOR, STAGE));
  }

  private void run(EvaluationFramework framework, List<String> periods) {
    var context =
        new JobContext(
            SharedSpark.lazy(), framework, lake, periods, "run", Instant.EPOCH, told::add);
    new KeptVersions().run(context);
    new IndexJob().run(context);
  }

  /** Fills in what the table declares and the rows lack: nulls, or what no one reads. */
  private void deliver(TableSpec table, Dataset<Row> rows) {
    var columns =
        Arrays.stream(table.schema().fields())
            .map(
                field ->
                    Arrays.asList(rows.columns()).contains(field.name())
                        ? col(field.name())
                        : lit(field.nullable() ? null : "0")
                            .cast(field.dataType())
                            .as(field.name()))
            .toArray(org.apache.spark.sql.Column[]::new);
    lake.replaceAll(table, rows.select(columns));
  }

  private Double score(String period, String unit) {
    return lake.read(Tables.INDEX_SCORES)
        .where(
            col(PERIOD)
                .equalTo(period)
                .and(col(UNIT).equalTo(unit))
                .and(col(NODE).equalTo("index")))
        .head()
        .getAs(SCORE);
  }

  /** The files that hold a period's rows in both tables of scores. */
  private List<String> files(String period) {
    return java.util.stream.Stream.of(Tables.INDEX_SCORES, Tables.GROUP_SCORES)
        .flatMap(table -> Arrays.stream(lake.read(table).inputFiles()))
        .filter(file -> file.contains("/period=" + period + "/"))
        .sorted()
        .toList();
  }
}
