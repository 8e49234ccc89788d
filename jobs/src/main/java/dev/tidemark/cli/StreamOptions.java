package dev.tidemark.cli;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.ingest.IngestJob;
import dev.tidemark.ingest.IngestOptions;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.stream.Watch;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of commands that can work while input arrives. */
final class StreamOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--stream",
      description = "Keep running: watch the folders of --input, and load what arrives.")
  private boolean isStream;

  @Option(
      names = "--every",
      paramLabel = "DURATION",
      defaultValue = "10s",
      description = "With --stream: how often to look (default: ${DEFAULT-VALUE}).")
  private Duration every;

  @Option(
      names = "--once",
      description = "With --stream: load what has arrived since the last time, and end.")
  private boolean isOnce;

  /**
   * Whether to watch.
   *
   * @param others of the command's options that say nothing without it
   * @throws UsageWrong if one of those, or of these, is given without it
   */
  boolean isStream(String... others) {
    if (!isStream) {
      Stream.concat(Stream.of("--once", "--every"), Stream.of(others))
          .filter(command.commandLine().getParseResult()::hasMatchedOption)
          .findFirst()
          .ifPresent(
              name -> {
                throw new UsageWrong(
                    "%s goes with --stream. Leave it out, or add --stream.".formatted(name));
              });
    }
    return isStream;
  }

  /** Runs until the process is ended, or once. */
  void follow(IngestOptions landing, List<Job> jobs, Supplier<JobContext> runs) {
    var watch = new Watch(new IngestJob(landing), jobs, runs);
    if (isOnce) {
      watch.once(landing.folders());
    } else {
      runs.get()
          .progress()
          .accept(
              "stream: watching %s; end with Ctrl-C"
                  .formatted(String.join(", ", landing.folders())));
      watch.follow(landing.folders(), every);
    }
  }
}
