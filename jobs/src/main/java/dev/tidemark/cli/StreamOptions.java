package dev.tidemark.cli;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.ingest.IngestJob;
import dev.tidemark.ingest.IngestOptions;
import dev.tidemark.ingest.QueuedLines;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.stream.Arrivals;
import dev.tidemark.stream.KafkaCluster;
import dev.tidemark.stream.KafkaTopic;
import dev.tidemark.stream.LandingFolders;
import dev.tidemark.stream.TopicLines;
import dev.tidemark.stream.Watch;
import dev.tidemark.table.TableSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      defaultValue = "5s",
      description = "With --stream: how often to look (default: ${DEFAULT-VALUE}).")
  private Duration every;

  @Option(
      names = "--once",
      description = "With --stream: load what has arrived since the last time, and end.")
  private boolean isOnce;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description =
          "With --stream: brokers to read --topic from, several with commas between. Folders are"
              + " then watched only if --input names them.")
  private String kafka;

  @Option(
      names = "--topic",
      paramLabel = "TABLE=TOPIC",
      description =
          "With --kafka: a topic whose records are rows of a table, as JSON objects; repeatable.")
  private List<String> topics = new ArrayList<>();

  @Option(
      names = "--kafka-options",
      paramLabel = "FILE",
      description =
          "With --kafka: settings of Kafka's consumer as a properties file, such as"
              + " security.protocol and sasl.jaas.config.")
  private Path kafkaOptions;

  /**
   * Whether to watch.
   *
   * @param others of the command's options that say nothing without it
   * @throws UsageWrong if one of those, or of these, is given without it, or one of Kafka without
   *     another
   */
  boolean isStream(String... others) {
    if (!isStream) {
      Stream.concat(
              Stream.of("--once", "--every", "--kafka", "--topic", "--kafka-options"),
              Stream.of(others))
          .filter(this::isGiven)
          .findFirst()
          .ifPresent(name -> refuse(name, "--stream"));
    }
    for (var name : List.of("--topic", "--kafka-options")) {
      if (kafka == null && isGiven(name)) {
        refuse(name, "--kafka");
      }
    }
    if (kafka != null && topics.isEmpty()) {
      refuse("--kafka", "--topic TABLE=TOPIC");
    }
    if (kafka != null && isGiven("--period")) {
      throw new UsageWrong(
          "--period does not go with --kafka: a record is read once, whatever its period. Leave one of them out.");
    }
    if (kafka != null && !isGiven("--input")) {
      refuseWhatIsOfFiles();
    }
    return isStream;
  }

  private void refuseWhatIsOfFiles() {
    Stream.of("--encoding", "--on-bad-file", "--allow-empty")
        .filter(this::isGiven)
        .findFirst()
        .ifPresent(
            name -> {
              throw new UsageWrong(
                  "%s is about files, and with --kafka folders are watched only if --input names them. Leave %1$s out, or add --input DIR."
                      .formatted(name));
            });
  }

  private boolean isGiven(String name) {
    return command.commandLine().getParseResult().hasMatchedOption(name);
  }

  private static void refuse(String name, String partner) {
    throw new UsageWrong(
        "%s goes with %s. Leave it out, or add %s.".formatted(name, partner, partner));
  }

  /**
   * What is watched; brokers are asked for their topics.
   *
   * @param landing how to load
   * @param isLandingNamed whether somebody named its folders
   * @throws UsageWrong if a table or a topic is not known
   * @throws dev.tidemark.error.StorageFailed if no broker answers
   */
  List<Arrivals> arrivals(IngestOptions landing, boolean isLandingNamed) {
    var all = new ArrayList<Arrivals>();
    if (kafka == null || isLandingNamed) {
      var job = new IngestJob(landing);
      all.add(new LandingFolders(landing.folders(), job::loadWhatIsThere, every));
    }
    if (kafka != null) {
      var tables = TopicTables.of(topics);
      var cluster = KafkaCluster.of(kafka, Optional.ofNullable(kafkaOptions));
      tables.forEach(
          (topic, table) ->
              all.add(new KafkaTopic(cluster, topic, table, lines -> load(landing, table, lines))));
    }
    return all;
  }

  private static Job load(IngestOptions options, TableSpec table, List<TopicLines> lines) {
    return new IngestJob(
        options,
        table,
        lines.stream()
            .map(part -> new QueuedLines(part.name(), part.place(), part.utf8()))
            .toList());
  }

  /** Runs until the process is ended, or once. */
  void follow(List<Arrivals> arrivals, List<Job> jobs, Supplier<JobContext> runs) {
    var watch = new Watch(jobs, runs);
    if (isOnce) {
      watch.once(arrivals);
    } else {
      watch.follow(arrivals, every);
    }
  }
}
