package dev.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.table.FaultyFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.security.AccessControlException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathSafetyTest {
  private static final String ROWS = "period,unit,indicator,value\nW1,wuhan,days,3\n";

  @TempDir private Path folder;

  private Assessment assessment;

  @BeforeEach
  void aGoodDelivery() {
    assessment = new Assessment(folder.resolve("a")).deliver("in/observations.csv", ROWS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in/../../b",
        "in/*",
        "i?",
        "in{1,2}",
        "%2e%2e/in",
        "in\0",
        "http://example.org/in",
        "jar:file:/a.jar!/in",
        "nosuch://host/in",
        "",
        "../../../etc/passwd",
        "missing"
      })
  void s4AnInputThatIsNoPlainFolderIsWrongUsage(String input) {
    var outcome = assessment.run("ingest", "--input", input);

    assertThat(outcome.err()).contains("--input ");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(assessment.warehouse()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wh/../../b",
        "wh*",
        "wh[1]",
        "%2E%2E/wh",
        "wh\0",
        "https://example.org/wh",
        "jar:file:/a.jar!/wh",
        "nosuch://host/wh",
        ""
      })
  void s4AWarehouseThatIsNoPlainFolderIsWrongUsage(String warehouse) throws IOException {
    var before = everything();

    var outcome =
        Assessment.capture(
            "ingest",
            "--framework",
            assessment.home().resolve("framework.yaml").toString(),
            "--input",
            assessment.home().resolve("in").toString(),
            "--warehouse",
            warehouse);

    assertThat(outcome.err()).contains("--warehouse ");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024' OR '1'='1", "W1,W2", "w1", ""})
  void s2APeriodThatIsNotTheFrameworksIsWrongUsage(String period) {
    var outcome = assessment.ingest("in", "--period", period);

    assertThat(outcome.err()).contains("is not a period of the framework small. It has: W1, W2.");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(assessment.warehouse()).doesNotExist();
  }

  @Test
  void b26AFolderNamedLikeAFileIsAFolderOfTheTableAsSparkWritesIt() {
    assessment
        .deliver("spark/observations.csv/part-00000-1f3c.csv", ROWS)
        .deliver("spark/observations.csv/.part-00000-1f3c.csv.crc", "crc")
        .deliver("spark/observations.csv/_SUCCESS", "");

    var outcome = assessment.ingest("spark").done();

    assertThat(outcome.err())
        .contains("observations: reading 1 file\n")
        .contains("observations: 1 row delivered, 1 accepted, 0 quarantined\n");
    assertThat(assessment.rows("observations", "source_file", "value"))
        .containsExactly("observations.csv/part-00000-1f3c.csv|3.0");
  }

  @Test
  void aLinkToAFolderBehindAFilesNameIsNotFollowed() throws IOException {
    Files.createSymbolicLink(
        assessment.home().resolve("in/visits.csv"), Files.createDirectory(folder.resolve("b")));

    assertRefused("visits.csv");
  }

  @Test
  void whichTablesAWarehouseHasIsNotAskedOfNone() {
    var none = folder.resolve("none").toString();

    var outcome = Assessment.capture("sql", "--warehouse", none, "SHOW TABLES");

    assertThat(outcome.err()).contains("There is no warehouse " + none + ".");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void b26ALinkIsNotFollowed() throws IOException {
    Files.createSymbolicLink(
        assessment.home().resolve("in/visits.csv"), assessment.home().resolve("units.csv"));

    assertRefused("visits.csv");
  }

  @Test
  void b26APipeIsNotWaitedFor() throws IOException, InterruptedException {
    var pipe = assessment.home().resolve("in/visits.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertRefused("visits.csv");
  }

  @Test
  void r12AWarehouseThatCannotBeMadeIsTriedAgainLater() throws IOException {
    Files.writeString(assessment.warehouse(), "a file is in the way");

    var outcome = assessment.ingest("in");

    assertThat(outcome.err()).contains(assessment.warehouse().toString()).doesNotContain("\tat ");
    assertThat(outcome.code()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"LIST, in", "OPEN, observations.csv"})
  void r12AnInputThatMayNotBeReadIsNamed(FaultyFileSystem.At at, String name) {
    FaultyFileSystem.install();
    FaultyFileSystem.fail(at, name, () -> new AccessControlException("Permission denied"));

    var input = "wasb://" + assessment.home().resolve("in").toAbsolutePath();
    var outcome = assessment.run("ingest", "--input", input);
    FaultyFileSystem.heal();

    assertThat(outcome.err()).contains(name, "Permission denied").doesNotContain("\tat ");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(assessment.warehouse()).doesNotExist();
  }

  @Test
  void aFolderWithinATablesFolderIsNotLeftOut() throws IOException {
    Files.createDirectories(assessment.home().resolve("in/visits/2020"));

    var outcome = assessment.ingest("in");

    assertThat(outcome.err())
        .contains("--input: " + assessment.home().resolve("in/visits/2020") + " is a folder within")
        .doesNotContain("file:");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(assessment.warehouse()).doesNotExist();
  }

  private void assertRefused(String file) {
    var outcome = assessment.ingest("in");

    assertThat(outcome.err()).contains(file + " is a folder, a link or a pipe");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(assessment.warehouse()).doesNotExist();
  }

  private List<String> everything() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
