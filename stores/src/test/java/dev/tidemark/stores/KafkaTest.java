package dev.tidemark.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics of a broker, read by {@code ingest --stream}. */
class KafkaTest {
  private static final String PHONE = "13907318888";

  /** Seconds are enough on this machine; and what is in the file reaches the client. */
  private static final String IMPATIENT = "default.api.timeout.ms=4000\nrequest.timeout.ms=3000\n";

  @TempDir private static Path disk;

  private static KafkaBroker broker;

  @TempDir private Path home;

  @BeforeAll
  static void start() throws Exception {
    SharedSpark.session(); // else each command would open its own
    broker = KafkaBroker.start(disk);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    broker.stop();
  }

  /** R17 for topics: restarted, repeated, late, corrected, bad; and with the checkpoint lost. */
  @Test
  void r17RecordsOfATopicAreCountedOnce() throws Exception {
    var warehouse = new Warehouse(home, home.resolve("warehouse").toUri().toString());
    broker.create("letters", 2);
    broker.send(
        "letters",
        0,
        message("m1", "2020-04-02T10:00:00", "请回电" + PHONE),
        "oops",
        message("m2", "2020-04-03T10:00:00", "first"),
        message("m2", "2020-04-03T10:00:00", "second"));
    broker.send("letters", 1, message("m1", "2020-04-02T10:00:00", "请回电" + PHONE));
    broker.send("letters", 1, new byte[] {'{', (byte) 0xff});
    broker.send("letters", 1, (byte[]) null);
    broker.send(
        "letters",
        1,
        "{\"id\": \"m3\", \"unit\": \"wuhan\",\n \"created_at\": \"2020-01-02\",\n \"text\": \"late\"}");

    var strict = stream(warehouse, "letters");
    assertThat(strict.exitCode()).as(strict.err()).isEqualTo(3);
    assertThat(strict.err()).contains("3 of 8 rows are bad and --max-bad-rows is 0");
    loads(stream(warehouse, "letters", "--max-bad-rows", "100%"));
    assertThat(messages(warehouse))
        .containsExactly("m1 W2 请回电[PHONE]", "m2 W2 second", "m3 W1 late");
    assertThat(places(warehouse, "quarantine", "file", "line", "reason"))
        .as("the offset is the first one and the line, less one")
        .containsExactly(
            "0/0-3.jsonl 2 malformed_json",
            "1/0-3.jsonl 2 malformed_json",
            "1/0-3.jsonl 3 malformed_json");

    broker.send("letters", 0, message("m1", "2020-04-02T10:00:00", "请回电" + PHONE));
    broker.send(
        "letters",
        1,
        message("m4", "2019-12-29T10:00:00", "later"),
        message("m2", "2020-04-03T10:00:00", "third"));
    loads(stream(warehouse, "letters"));
    var rows = List.of("m1 W2 请回电[PHONE]", "m2 W2 third", "m3 W1 late", "m4 W1 later");
    assertThat(messages(warehouse)).isEqualTo(rows);
    assertThat(places(warehouse, "messages", "source_file", "source_line"))
        .contains("1/4-5.jsonl 1", "1/4-5.jsonl 2");

    var tables = List.of("messages", "quarantine", "ingested_files");
    var commits = tables.stream().map(this::commits).toList();
    FileUtil.fullyDelete(home.resolve("warehouse/_stream").toFile());
    loads(stream(warehouse, "letters"));
    assertThat(tables.stream().map(this::commits)).isEqualTo(commits);

    broker.send(
        "letters",
        0,
        message("m5", "2020-01-03T10:00:00", "gone"),
        message("m6", "2020-01-03T10:00:00", "kept"));
    broker.forget("letters", 0, 6);
    var late = stream(warehouse, "letters");
    assertThat(late.exitCode()).as(late.err()).isEqualTo(3);
    assertThat(late.err())
        .contains("tidemark: Records of topic letters")
        .contains("remove _stream/kafka-letters-");
  }

  @Test
  void whatWasReadForAWrongTableIsReadAnewForTheRightOne() throws Exception {
    var warehouse = new Warehouse(home, home.resolve("warehouse").toUri().toString());
    broker.create("notes", 1);
    broker.send("notes", 0, message("m1", "2020-04-02T10:00:00", "here"));

    loads(
        warehouse.attempt(
            "ingest",
            "--stream",
            "--once",
            "--kafka",
            broker.servers(),
            "--topic",
            "enquiries=notes",
            "--max-bad-rows",
            "100%"));
    loads(stream(warehouse, "notes"));

    assertThat(messages(warehouse)).containsExactly("m1 W2 here");
  }

  @Test
  void aTopicThatIsNotThereIsWrongUsageAndTheNearestIsNamed() throws Exception {
    var warehouse = new Warehouse(home, home.resolve("warehouse").toUri().toString());
    broker.create("complaints", 1);

    var outcome = stream(warehouse, "complaint");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("has no topic complaint; did you mean complaints?");
  }

  @Test
  void aBrokerThatGoesEndsTheStreamAndOneThatIsNotThereTheNext() throws Exception {
    var warehouse = new Warehouse(home, home.resolve("warehouse").toUri().toString());
    var other = KafkaBroker.start(Files.createDirectory(home.resolve("broker")));
    other.create("letters", 1);
    other.send("letters", 0, message("m1", "2020-04-02T10:00:00", "here"));
    var options = Files.writeString(home.resolve("kafka.properties"), IMPATIENT);

    var first = new FirstBatch(1);
    SharedSpark.session().streams().addListener(first);

    var stream =
        CompletableFuture.supplyAsync(
            () ->
                warehouse.attempt(
                    "ingest",
                    "--stream",
                    "--every",
                    "1s",
                    "--kafka",
                    other.servers(),
                    "--topic",
                    "messages=letters",
                    "--kafka-options",
                    options.toString()));
    first.end.get(60, TimeUnit.SECONDS);
    other.stop();

    assertThat(stream.get(60, TimeUnit.SECONDS).exitCode()).as(stream.get().err()).isEqualTo(4);
    assertThat(stream.get().err())
        .contains("tidemark: --kafka %s does not answer".formatted(other.servers()));
    var next =
        warehouse.attempt(
            "ingest",
            "--stream",
            "--kafka",
            other.servers(),
            "--topic",
            "messages=letters",
            "--kafka-options",
            options.toString());
    assertThat(next.exitCode()).isEqualTo(4);
    assertThat(next.err()).contains("does not answer").contains("run the command again");
    assertThat(messages(warehouse)).containsExactly("m1 W2 here");
  }

  /** Of a topic that is empty Spark makes one batch all the same. */
  @Test
  void aBatchWithoutARowRunsNoJob() throws Exception {
    var warehouse = new Warehouse(home, home.resolve("warehouse").toUri().toString());
    broker.create("silence", 1);
    var first = new FirstBatch(0);
    SharedSpark.session().streams().addListener(first);

    var stream =
        CompletableFuture.supplyAsync(
            () ->
                warehouse.attempt(
                    "issues",
                    "--stream",
                    "--every",
                    "1s",
                    "--kafka",
                    broker.servers(),
                    "--topic",
                    "messages=silence",
                    "--report",
                    home.resolve("report").toString()));
    CompletableFuture.anyOf(first.end, stream).get(60, TimeUnit.SECONDS);
    for (var query : SharedSpark.session().streams().active()) {
      query.stop();
    }

    assertThat(stream.get(60, TimeUnit.SECONDS).exitCode()).as(stream.get().err()).isZero();
    assertThat(stream.get().err().lines())
        .singleElement()
        .asString()
        .startsWith("stream: watching topic silence");
    assertThat(home.resolve("warehouse").toFile().list()).containsExactly("_stream");
  }

  /** The words of a password are not in what is logged, told, or written into the warehouse. */
  @Test
  void secretsOfTheOptionsAreShownNowhere() throws Exception {
    var warehouse = new Warehouse(home, home.resolve("warehouse").toUri().toString());
    broker.create("vault", 1);
    broker.send("vault", 0, message("m1", "2020-04-02T10:00:00", "here"), "oops");
    var log = new StringWriter();
    var logger = (Logger) LogManager.getRootLogger();
    var appender = WriterAppender.createAppender(null, null, log, "secrets", true, true);
    appender.start();
    logger.addAppender(appender);

    try {
      loads(vault(warehouse, "PLAINTEXT", "\"xyzzy plugh\";"));
      var refused = vault(warehouse, "SASL_PLAINTEXT", "\"xyzzy plugh\";");
      assertThat(refused.exitCode()).as(refused.err()).isEqualTo(2);
      assertThat(refused.err()).contains("lets nobody read who comes like this");
      var unreadable = vault(warehouse, "SASL_PLAINTEXT", "xyzzy plugh;");
      assertThat(unreadable.exitCode()).as(unreadable.err()).isEqualTo(2);
      assertThat(unreadable.err()).contains("sasl.jaas.config cannot be read");
      log.append(refused.err()).append(unreadable.err());
    } finally {
      logger.removeAppender(appender);
      Configurator.setRootLevel(Level.FATAL);
    }
    assertThat(log.toString())
        .contains("ConsumerConfig values", "AdminClientConfig values", "[hidden]")
        .doesNotContain("xyzzy", "plugh");
    try (var files = Files.walk(home.resolve("warehouse"))) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(bytes(file)).doesNotContain("xyzzy", "plugh"));
    }
    for (var table : List.of("messages", "quarantine", "ingested_files")) {
      assertThat(table(warehouse, table, "to_json(struct(*))"))
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row).doesNotContain("xyzzy", "plugh"));
    }
  }

  private Warehouse.Outcome vault(Warehouse warehouse, String protocol, String password)
      throws IOException {
    var options =
        Files.writeString(
            home.resolve("kafka.properties"),
            IMPATIENT
                + """
                security.protocol=%s
                sasl.mechanism=PLAIN
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="reader" password=%s
                ssl.truststore.password=xyzzy
                ssl.key.password=xyzzy
                """
                    .formatted(protocol, password));
    return stream(
        warehouse,
        "vault",
        "--max-bad-rows",
        "100%",
        "--verbose",
        "--kafka-options",
        options.toString());
  }

  private static String bytes(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Warehouse.Outcome stream(Warehouse warehouse, String topic, String... options) {
    var all =
        Stream.concat(
            Stream.of("--stream", "--once", "--kafka", broker.servers()),
            Stream.concat(Stream.of("--topic", "messages=" + topic), Stream.of(options)));
    return warehouse.attempt("ingest", all.toArray(String[]::new));
  }

  private static void loads(Warehouse.Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
  }

  private static String message(String id, String createdAt, String text) {
    return "{\"id\": \"%s\", \"unit\": \"wuhan\", \"created_at\": \"%s\", \"text\": \"%s\"}"
        .formatted(id, createdAt, text);
  }

  private static List<String> messages(Warehouse warehouse) {
    return table(warehouse, "messages", "id", "period", "text");
  }

  /** The columns of each row; of a topic's name the partition and the offsets. */
  private static List<String> places(Warehouse warehouse, String table, String... columns) {
    return table(warehouse, table, columns).stream()
        .map(row -> row.replaceFirst("^kafka/letters/[^/]{22}/", ""))
        .toList();
  }

  private static List<String> table(Warehouse warehouse, String table, String... columns) {
    var rows = SharedSpark.session().read().format("delta").load(warehouse.root() + "/" + table);
    return rows.selectExpr(columns).collectAsList().stream()
        .map(row -> row.mkString(" "))
        .sorted()
        .toList();
  }

  private long commits(String table) {
    var log = home.resolve("warehouse").resolve(table).resolve("_delta_log").toFile();
    return log.listFiles((folder, name) -> name.endsWith(".json")).length;
  }

  /** Tells when a batch with so many rows has ended. */
  private static final class FirstBatch extends StreamingQueryListener {
    private static final long serialVersionUID = 1L;

    private final transient CompletableFuture<Void> end = new CompletableFuture<>();
    private final long rows;

    FirstBatch(long rows) {
      this.rows = rows;
    }

    @Override
    public void onQueryStarted(QueryStartedEvent event) {}

    @Override
    public void onQueryProgress(QueryProgressEvent event) {
      if (event.progress().numInputRows() >= rows) {
        end.complete(null);
      }
    }

    @Override
    public void onQueryTerminated(QueryTerminatedEvent event) {}
  }
}
