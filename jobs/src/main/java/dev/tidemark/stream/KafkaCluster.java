package dev.tidemark.stream;

import dev.tidemark.error.Causes;
import dev.tidemark.error.NearestName;
import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.TidemarkException;
import dev.tidemark.error.UsageWrong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The brokers that topics are read from, and how they are reached. */
public final class KafkaCluster {
  private static final String SOURCE = "org.apache.spark.sql.kafka010.KafkaSourceProvider";

  /** Longer than a broker takes that restarts, shorter than people wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final String servers;
  private final Map<String, String> settings;

  private KafkaCluster(String servers, Map<String, String> settings) {
    this.servers = servers;
    this.settings = settings;
  }

  /**
   * Names brokers; none is asked yet.
   *
   * @param servers {@code host:port}, several with commas between
   * @param options a properties file with more settings of Kafka's consumer, such as {@code
   *     security.protocol}; passwords in it are shown nowhere
   * @throws UsageWrong if the file cannot be read or names the brokers, or if Spark's source is not
   *     on the classpath
   */
  public static KafkaCluster of(String servers, Optional<Path> options) {
    try {
      Class.forName(SOURCE);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new UsageWrong(
          "--kafka needs Spark's Kafka source, which is not on the classpath (%s). Start through bin/tidemark, or give spark-submit --packages org.apache.spark:spark-sql-kafka-0-10_2.13:4.1.3."
              .formatted(Causes.deepest(e)),
          e);
    }
    var settings = new TreeMap<String, String>();
    // A transaction that was taken back never was.
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, milliseconds());
    settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, milliseconds());
    options.ifPresent(file -> settings.putAll(read(file)));
    return new KafkaCluster(servers, settings);
  }

  private static String milliseconds() {
    return String.valueOf(PATIENCE.toMillis());
  }

  private static Map<String, String> read(Path file) {
    var properties = new Properties();
    try (var text = Files.newBufferedReader(file)) {
      properties.load(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageWrong(
          "--kafka-options %s cannot be read as a properties file: %s"
              .formatted(file, Causes.deepest(e)),
          e);
    }
    var settings = new HashMap<String, String>();
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
    if (settings.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
      throw new UsageWrong(
          "--kafka-options %s names %s, too. Leave it to --kafka."
              .formatted(file, CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
    }
    return settings;
  }

  String servers() {
    return servers;
  }

  /** What Spark's source is told of the brokers. */
  Map<String, String> sourceOptions() {
    var options = new HashMap<String, String>();
    settings.forEach((key, value) -> options.put("kafka." + key, value));
    options.put("kafka." + CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
    // A task that waits longer for a broker, waits in vain.
    options.put("kafkaConsumer.pollTimeoutMs", String.valueOf(2 * PATIENCE.toMillis()));
    return options;
  }

  /**
   * The id that a topic got when it was created; another one of the same name has another.
   *
   * @throws UsageWrong if there is no such topic, or the brokers do not let us see it
   * @throws StorageFailed if no broker answers
   */
  String topicId(String topic) {
    try (var admin = Admin.create(adminSettings())) {
      return description(admin, topic);
    } catch (KafkaException e) {
      throw explained(e).orElseThrow(() -> e);
    }
  }

  private Map<String, Object> adminSettings() {
    var admin = new HashMap<String, Object>(settings);
    admin.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
    return admin;
  }

  private String description(Admin admin, String topic) {
    try {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .get(topic)
          .topicId()
          .toString();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException
          || e.getCause() instanceof InvalidTopicException) {
        throw new UsageWrong(
            "--topic: %s has no topic %s%s Create it, or correct the name."
                .formatted(servers, topic, hint(admin, topic)),
            e);
      }
      throw explained(e).orElseThrow(() -> new IllegalStateException(e));
    } catch (TimeoutException e) {
      throw silent(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** How the sentence ends: with the topic that was meant, if the brokers say which there are. */
  private static String hint(Admin admin, String topic) {
    try {
      var names = admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return NearestName.to(topic, names).map("; did you mean %s?"::formatted).orElse(".");
    } catch (ExecutionException | TimeoutException e) {
      // The message does without.
      return ".";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ".";
    }
  }

  /** What an operator must know of a failure that the brokers, or what they were told, caused. */
  Optional<TidemarkException> explained(Throwable failure) {
    if (Causes.of(failure).anyMatch(KafkaCluster::isUnreadableLogin)) {
      // Kafka's own words may be some of the password's, so not even as the cause.
      return Optional.of(
          new UsageWrong(
              "--kafka-options: sasl.jaas.config cannot be read. It is MODULE required NAME=\"VALUE\" NAME=\"VALUE\"; with the quotes and with the semicolon."));
    }
    return Causes.of(failure)
        .filter(KafkaException.class::isInstance)
        .reduce((outer, inner) -> inner)
        .map(
            cause -> {
              if (cause instanceof AuthenticationException
                  || cause instanceof AuthorizationException) {
                return new UsageWrong(
                    "--kafka %s lets nobody read who comes like this: %s. Correct the file of --kafka-options, or the rights at the brokers."
                        .formatted(servers, Causes.deepest(cause)),
                    failure);
              }
              return cause instanceof ConfigException && !isUnresolved(cause)
                  ? new UsageWrong(
                      "--kafka, --kafka-options: %s".formatted(Causes.deepest(cause)), failure)
                  : silent(failure);
            });
  }

  private static boolean isUnreadableLogin(Throwable cause) {
    return cause instanceof IllegalArgumentException
        && Objects.requireNonNullElse(cause.getMessage(), "").contains("JAAS config");
  }

  /** Kafka takes a name that is not known at the moment for a setting that is wrong. */
  private static boolean isUnresolved(Throwable cause) {
    return Stream.ofNullable(cause.getMessage()).anyMatch(said -> said.contains("No resolvable"));
  }

  private StorageFailed silent(Throwable failure) {
    return new StorageFailed(
        "--kafka %s does not answer: %s. What was loaded stays; run the command again when a broker does, and it goes on from there."
            .formatted(servers, Causes.deepest(failure)),
        failure);
  }
}
