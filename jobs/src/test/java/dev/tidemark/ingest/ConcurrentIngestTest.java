package dev.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.TidemarkCommand;
import dev.tidemark.support.SharedSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs at the same instant, in one session. */
class ConcurrentIngestTest {
  private static final String HEAD = "period,unit,indicator,value\n";

  @TempDir private Path folder;

  @Test
  void r4TwoPeriodsAtOnceAreBothLoadedAlsoIntoTablesThatAreNotThereYet() throws Exception {
    var assessment =
        new Assessment(folder)
            .deliver("a/observations.csv", HEAD + "W1,wuhan,days,1\nW1,beijing,days,1\n")
            .deliver("b/observations.csv", HEAD + "W2,wuhan,days,2\nW2,beijing,days,2\n");

    var codes = atOnce(assessment, "a", "b");

    assertThat(codes).containsExactly(0, 0);
    assertThat(assessment.rows("observations", "period", "unit", "value"))
        .containsExactly("W1|beijing|1.0", "W1|wuhan|1.0", "W2|beijing|2.0", "W2|wuhan|2.0");
    assertThat(assessment.rows("ingested_files", "rows_accepted")).containsExactly("2", "2");
    assertThat(assessment.rows("observations", "load_id"))
        .hasSameElementsAs(runsThatMerged(assessment))
        .doesNotContain("null");
  }

  @Test
  void r3TheSamePeriodAtOnceIsOneOfTheTwoNeverAMix() throws Exception {
    var assessment =
        new Assessment(folder)
            .deliver("0/observations.csv", HEAD + "W1,wuhan,days,0\n")
            .deliver("a/observations.csv", HEAD + "W1,wuhan,days,1\nW1,beijing,days,1\n")
            .deliver("b/observations.csv", HEAD + "W1,wuhan,days,2\nW1,beijing,days,2\n");

    assessment.ingest("0").done();

    var codes = atOnce(assessment, "a", "b");

    assertThat(codes).isSubsetOf(0, 4).contains(0);
    assertThat(assessment.table("observations").select("value").distinct().count()).isOne();
    assertThat(assessment.table("observations").count()).isEqualTo(2);
    assertThat(assessment.table("observations").select("load_id").distinct().count()).isOne();
  }

  /** The runs that the table's history names. */
  private static List<String> runsThatMerged(Assessment assessment) {
    var table = assessment.warehouse().resolve("observations");
    return Assessment.texts(
        SharedSpark.session()
            .sql("DESCRIBE HISTORY delta.`%s`".formatted(table))
            .where("operation = 'MERGE'")
            .selectExpr("get_json_object(userMetadata, '$.run')"));
  }

  private static List<Integer> atOnce(Assessment assessment, String... inputs) throws Exception {
    var barrier = new CyclicBarrier(inputs.length);
    var threads = Executors.newFixedThreadPool(inputs.length);
    try {
      var runs =
          Stream.of(inputs).map(input -> threads.submit(() -> run(assessment, input, barrier)));
      return runs.toList().stream().map(ConcurrentIngestTest::code).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static int run(Assessment assessment, String input, CyclicBarrier barrier)
      throws Exception {
    barrier.await();
    return TidemarkCommand.run(
        "ingest",
        "--framework",
        assessment.home().resolve("framework.yaml").toString(),
        "--input",
        assessment.home().resolve(input).toString(),
        "--warehouse",
        assessment.warehouse().toString());
  }

  private static int code(Future<Integer> run) {
    try {
      return run.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
