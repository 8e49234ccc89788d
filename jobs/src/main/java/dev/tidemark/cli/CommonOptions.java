package dev.tidemark.cli;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.FrameworkYaml;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.LazySpark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options every job takes. */
final class CommonOptions {
  private static final DateTimeFormatter RUN =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-f", "--framework"},
      paramLabel = "FILE",
      defaultValue = "framework.yaml",
      description = "The framework file (default: ${DEFAULT-VALUE}).")
  private Path framework;

  @Option(
      names = {"-w", "--warehouse"},
      paramLabel = "DIR|URI",
      defaultValue = "warehouse",
      description = "Where the Delta tables are (default: ./${DEFAULT-VALUE}).")
  private String warehouse;

  @Option(
      names = "--period",
      paramLabel = "ID",
      description = "Only this period; repeatable (default: all).")
  private List<String> periods = new ArrayList<>();

  @Mixin private SessionOptions session = new SessionOptions();

  /** Those of a command that says itself where all is. */
  static CommonOptions of(
      CommandSpec command, SessionOptions session, Path framework, String warehouse) {
    var options = new CommonOptions();
    options.command = command;
    options.session = session;
    options.framework = framework;
    options.warehouse = warehouse;
    return options;
  }

  EvaluationFramework framework() {
    return FrameworkYaml.read(framework, new DerivationCheck());
  }

  /** The framework file, as it was named. */
  String frameworkFile() {
    return framework.toString();
  }

  /** The folder the framework file is in. */
  Path frameworkFolder() {
    return framework.toAbsolutePath().getParent();
  }

  String warehouse() {
    return warehouse;
  }

  /** Whether some periods were asked for, instead of all. */
  boolean namesPeriods() {
    return !periods.isEmpty();
  }

  Sessions session(ZoneId timezone) {
    return session.open(timezone);
  }

  JobContext context(LazySpark spark, EvaluationFramework read) {
    var startedAt = Instant.now();
    var run = RUN.format(startedAt) + "-" + UUID.randomUUID().toString().substring(0, 8);
    var note =
        new CommitNote(run, read.id(), read.version(), read.fingerprint(), Version.current());
    var lake = new DeltaLake(spark, warehouse, note);
    return new JobContext(spark, read, lake, periods, run, startedAt, progress());
  }

  /** The same run on the tables that belong together; says so where rows are not among them. */
  JobContext published(JobContext context) {
    var lake = context.lake().published();
    if (lake.isBehind()) {
      say("Rows written after the last refresh are not shown: run refresh, or add --unpublished.");
    }
    return context.on(lake);
  }

  /** Runs jobs one after the other, in one session; returns the exit code. */
  int run(List<? extends Job> jobs) {
    var read = framework();
    try (var session = session(read.timezone())) {
      var context = context(session.lazy(), read);
      jobs.forEach(job -> job.run(context));
    }
    return 0;
  }

  Consumer<String> progress() {
    return this::say;
  }

  void say(String line) {
    command.commandLine().getErr().println(line);
  }
}
