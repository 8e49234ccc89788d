package dev.tidemark.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker that is its own controller, in a process of its own, with a client to write to it. */
final class KafkaBroker {
  private final int port;
  private final Process process;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  private KafkaBroker(int port, Process process) {
    this.port = port;
    this.process = process;
    this.admin = Admin.create(Map.of("bootstrap.servers", servers()));
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  static KafkaBroker start(Path disk) throws Exception {
    int port = ServerProcess.freePort();
    int controller = ServerProcess.freePort();
    var settings =
        Files.writeString(
            disk.resolve("broker.properties"),
            """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            log.dirs=%3$s
            auto.create.topics.enable=false
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=1
            """
                .formatted(port, controller, disk.resolve("log")));
    // Its jars are not those of the tests: stores/kafka.
    var classpath = Files.readString(Path.of("kafka", "target", "classpath")).strip();
    var formatting =
        ServerProcess.java(
                "-cp",
                classpath,
                "kafka.tools.StorageTool",
                "format",
                "-t",
                "tidemarkTestCluster000w",
                "-c",
                settings.toString())
            .start();
    var said = new String(formatting.getInputStream().readAllBytes(), UTF_8);
    if (formatting.waitFor() != 0) {
      throw new AssertionError("The broker's disk is not formatted: " + said);
    }
    var broker = ServerProcess.java("-cp", classpath, "kafka.Kafka", settings.toString());
    return new KafkaBroker(port, ServerProcess.start(broker, "Kafka Server started"));
  }

  String servers() {
    return "127.0.0.1:" + port;
  }

  void create(String topic, int partitions) throws ExecutionException, InterruptedException {
    admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
  }

  /** Writes records, each before the next one. */
  void send(String topic, int partition, String... values)
      throws ExecutionException, InterruptedException {
    for (var value : values) {
      send(topic, partition, value.getBytes(UTF_8));
    }
  }

  /** Writes a record; null is one without a value. */
  void send(String topic, int partition, byte[] value)
      throws ExecutionException, InterruptedException {
    producer.send(new ProducerRecord<>(topic, partition, null, value)).get();
  }

  /** As its retention does in time. */
  void forget(String topic, int partition, long before)
      throws ExecutionException, InterruptedException {
    var records =
        Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(before));
    admin.deleteRecords(records).all().get();
  }

  /** Ends it at once. */
  void stop() throws InterruptedException {
    process.destroyForcibly().waitFor();
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
  }
}
