package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
