package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidemarkCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void anUnknownCommandExits2AndNamesTheNearest() {
    int exitCode = run("tabels");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("tidemark: ")
        .contains("'tabels'", "Did you mean: tidemark tables")
        .endsWith("See tidemark --help" + System.lineSeparator());
  }

  @Test
  void anUnknownOptionExits2AndNamesTheNearest() {
    int exitCode = run("sql", "--warehous", "wh", "SELECT 1");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("tidemark: Unknown option")
        .contains("'--warehous'")
        .contains("--warehouse")
        .endsWith("See tidemark sql --help" + System.lineSeparator());
  }

  @Test
  void aLimitThatIsNoneIsToldInWords() {
    int exitCode = run("ingest", "--max-bad-rows", "200%");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).contains("'200%' is more than 100%").doesNotContain("Exception");
  }

  @Test
  void theDemoTakesNoOtherDataThanItsOwn() {
    assertThat(run("demo", "--period", "W1")).isEqualTo(2);
  }

  @Test
  void whatOnlyAStreamReadsIsRefusedWithoutOne() {
    assertThat(run("issues", "--input", "landing")).isEqualTo(2);
    assertThat(err.toString()).startsWith("tidemark: --input goes with --stream.");
    assertThat(run("issues", "--encoding", "GBK")).isEqualTo(2);
    assertThat(err.toString()).contains("tidemark: --encoding goes with --stream.");
    assertThat(run("issues", "--every", "1m")).isEqualTo(2);
    assertThat(err.toString()).contains("tidemark: --every goes with --stream.");
    assertThat(run("ingest", "--kafka", "broker:9092")).isEqualTo(2);
    assertThat(err.toString()).contains("tidemark: --kafka goes with --stream.");
    assertThat(run("ingest", "--stream", "--topic", "messages=letters")).isEqualTo(2);
    assertThat(err.toString()).contains("tidemark: --topic goes with --kafka.");
  }

  @Test
  void aTopicIsReadForAllPeriods() {
    var topic = List.of("--stream", "--kafka", "broker:9092", "--topic", "messages=letters");

    assertThat(
            run(
                Stream.concat(Stream.of("ingest", "--period", "W1"), topic.stream())
                    .toArray(String[]::new)))
        .isEqualTo(2);
    assertThat(err.toString()).startsWith("tidemark: --period does not go with --kafka");
  }

  @Test
  void aRefreshWhoseFrameworkCannotBeReadIsToldToProgramsToo(@TempDir Path folder)
      throws IOException {
    var metrics = folder.resolve("tidemark.prom");
    var refresh = List.of("refresh", "-f", "nowhere.yaml", "--format", "json", "--metrics");

    int exitCode =
        run(Stream.concat(refresh.stream(), Stream.of(metrics.toString())).toArray(String[]::new));

    assertThat(exitCode).isEqualTo(2);
    var summary = new ObjectMapper().readTree(out.toString());
    assertThat(summary.get("status").asText()).isEqualTo("failed");
    assertThat(summary.get("exit_code").asInt()).isEqualTo(2);
    assertThat(summary.get("error").asText()).contains("nowhere.yaml");
    assertThat(summary.get("run_id").isNull()).isTrue();
    assertThat(metrics)
        .content()
        .contains("tidemark_refresh_success{framework=\"nowhere.yaml\"} 0.0");
  }

  @Test
  void metricsThatCannotBeWrittenAreRefusedBeforeAnythingIsDone() {
    int exitCode = run("refresh", "-f", "nowhere.yaml", "--metrics", "nowhere/tidemark.prom");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("tidemark: --metrics nowhere/tidemark.prom: ")
        .contains("/nowhere is no folder that can be written to.");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whatIsAboutFilesIsRefusedWhereOnlyTopicsAreRead() {
    var topic =
        List.of("ingest", "--stream", "--kafka", "broker:9092", "--topic", "messages=letters");

    for (var option : List.of("--encoding=GBK", "--on-bad-file=quarantine", "--allow-empty")) {
      assertThat(run(Stream.concat(topic.stream(), Stream.of(option)).toArray(String[]::new)))
          .isEqualTo(2);
      assertThat(err.toString())
          .contains("tidemark: %s is about files".formatted(option.replaceAll("=.*", "")));
    }
  }

  @Test
  void theReportOfAStreamIsOfNoSinglePeriod() {
    assertThat(run("issues", "--stream", "--report", "report", "--period", "P1")).isEqualTo(2);
    assertThat(err.toString()).startsWith("tidemark: --report does not go with --period");
  }

  @Test
  void withoutACommandTheCommandsAreNamed() {
    int exitCode = run();

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("tidemark: A command is missing: ")
        .contains("check, ", "ingest, ", "index, ", "sql, ", "tables");
  }

  @Test
  void anUnknownTableIsWrongUsage() {
    int exitCode = run("tables", "index_score");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).startsWith("tidemark: There is no table index_score.");
  }

  @Test
  void helpGoesToStandardOutputWithTheExitCodes() {
    int exitCode = run("--help");

    assertThat(exitCode).isZero();
    assertThat(out.toString()).contains("3 input rejected, nothing was loaded");
    assertThat(err.toString()).isEmpty();
  }

  private int run(String... args) {
    return TidemarkCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
