package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void everyTableIsListedWithWhatItHolds() {
    var code = run("tables");

    assertThat(code).isZero();
    assertThat(out.toString())
        .containsPattern("index_scores +The score and rank of every unit")
        .containsPattern("quarantine +Delivered rows that were not loaded");
  }

  @Test
  void oneTableIsShownWithGrainKeyAndColumns() {
    var code = run("tables", "visits");

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("one row is one stage of one unit in one period")
        .contains("key period, unit, stage, partitioned by period")
        .containsPattern("visits +int +not null +office visits the stage needs, a count");
  }

  @Test
  void theMarkdownOfSomeTablesIsOfThoseAlone() {
    var code = run("tables", "visits", "units", "--format", "markdown");

    assertThat(code).isZero();
    assertThat(out.toString().lines().filter(line -> line.startsWith("## ")))
        .containsExactly("## visits", "## units");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown"})
  void aTableThatDoesNotExistIsWrongUsage(String format) {
    var code = run("tables", "visits", "visitz", "--format", format);

    assertThat(code).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("There is no table visitz. tidemark tables lists them.");
  }

  @Test
  void aQueryThatWritesIsWrongUsageBeforeAnySessionOpens() {
    var code = run("sql", "DROP TABLE units");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("The query cannot be run: only queries run here");
  }

  private int run(String... args) {
    return TidemarkCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
