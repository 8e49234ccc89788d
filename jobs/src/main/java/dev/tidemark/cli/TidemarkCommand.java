package dev.tidemark.cli;

import dev.tidemark.ingest.BadRowLimit;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root command. */
@Command(
    name = "tidemark",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Turns repeated assessments of public services into numbers people can defend.",
    subcommands = {
      DemoCommand.class,
      CheckCommand.class,
      IngestCommand.class,
      IndexCommand.class,
      CompareCommand.class,
      VisitsCommand.class,
      FindingsCommand.class,
      IssuesCommand.class,
      ReportCommand.class,
      RefreshCommand.class,
      RunsCommand.class,
      MaintainCommand.class,
      SqlCommand.class,
      TablesCommand.class,
      CommandLine.HelpCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tidemark demo",
      "  tidemark check  --framework my/framework.yaml --input my/data",
      "  tidemark ingest --framework my/framework.yaml --input my/data --warehouse wh",
      "  tidemark index  --framework my/framework.yaml --warehouse wh",
      "  tidemark sql    --warehouse wh \"SELECT * FROM index_scores WHERE node = 'overall'\"",
      "",
      "On a cluster, with SPARK_HOME set, Spark's options stand before the command:",
      "  tidemark --master spark://host:7077 index --framework my/framework.yaml",
      "",
      "Exit codes: 0 done; 1 internal failure; 2 wrong usage or invalid framework;",
      "3 input rejected, nothing was loaded; 4 try again (conflict, storage)."
    })
public final class TidemarkCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs a command line and returns the process's exit code. */
  public static int run(String... args) {
    return commandLine().execute(Stream.of(args).map(TidemarkCommand::text).toArray(String[]::new));
  }

  private static BadRowLimit limit(String text) {
    try {
      return BadRowLimit.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.TypeConversionException(e.getMessage());
    }
  }

  /** 90s, 30m, 2h, or as ISO-8601 has it. */
  private static Duration duration(String text) {
    try {
      return Duration.parse(text.startsWith("P") ? text : "PT" + text);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "'" + text + "' is not a duration such as 90s, 30m or 2h");
    }
  }

  /** A query may begin with a comment, which is no option. */
  private static String text(String arg) {
    return arg.matches("(?s)--\\s.*") ? "\n" + arg : arg;
  }

  static CommandLine commandLine() {
    return new CommandLine(new TidemarkCommand())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(BadRowLimit.class, TidemarkCommand::limit)
        .registerConverter(Duration.class, TidemarkCommand::duration)
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionExceptionHandler(new Failures());
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "A command is missing: " + String.join(", ", spec.subcommands().keySet()) + ".");
  }
}
