package dev.tidemark.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.TidemarkCommand;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.ExpressionCheck;
import dev.tidemark.framework.FrameworkYaml;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.apache.commons.io.output.TeeOutputStream;

/**
 * The sample assessment in one warehouse for all tests: loaded when the first asks for it, and each
 * command run once. A test may run commands again, as long as they leave what was there.
 */
public final class Sample {
  private static final Path FOLDER = SharedData.repository("data-samples/assessment-36-cities");
  private static final Path WAREHOUSE = TemporaryFolder.named("sample").resolve("warehouse");
  private static final Set<String> DONE = new HashSet<>();
  private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();

  private Sample() {}

  /** The tables, once some commands have run. */
  public static synchronized DeltaLake after(String... commands) {
    var lake = new DeltaLake(SharedSpark.session(), warehouse(), CommitNote.READER);
    if (DONE.add("ingest")) {
      assertThat(run("ingest", "--input", FOLDER.toString())).isZero();
    }
    for (var command : commands) {
      if (DONE.add(command)) {
        assertThat(run(command)).isZero();
      }
    }
    return lake;
  }

  /** Runs a command on the sample's framework and warehouse, and returns its exit code. */
  public static int run(String command, String... options) {
    var file = FOLDER.resolve("framework.yaml").toString();
    var args = new ArrayList<>(List.of(command, "--framework", file, "--warehouse", warehouse()));
    args.addAll(List.of(options));
    var out = System.out;
    var err = System.err;
    try (var copiedOut = copied(out);
        var copiedErr = copied(err)) {
      System.setOut(copiedOut);
      System.setErr(copiedErr);
      return TidemarkCommand.run(args.toArray(String[]::new));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** All that its commands have printed and logged so far. */
  public static String said() {
    return SAID.toString(StandardCharsets.UTF_8);
  }

  /** Where the sample's files are. */
  public static Path folder() {
    return FOLDER;
  }

  public static String warehouse() {
    return WAREHOUSE.toString();
  }

  public static EvaluationFramework framework() {
    return FrameworkYaml.read(
        FOLDER.resolve("framework.yaml"), ExpressionCheck.trustingTheAuthor());
  }

  private static PrintStream copied(OutputStream stream) {
    var both = new TeeOutputStream(CloseShieldOutputStream.wrap(stream), SAID);
    return new PrintStream(both, true, StandardCharsets.UTF_8);
  }
}
