package dev.tidemark.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks S3, in a process of its own, reached by s3a. */
class S3Test extends StoreTest {
  private static final Duration START = Duration.ofSeconds(60);

  @TempDir private static Path disk;

  private static Process server;

  @BeforeAll
  static void start() throws Exception {
    int port = freePort();
    server = server(port).start();
    var isStarted = new CompletableFuture<Void>();
    var reader = new Thread(() -> read(server.inputReader(), isStarted), "server-log");
    reader.setDaemon(true);
    reader.start();
    isStarted.get(START.toSeconds(), TimeUnit.SECONDS);
    SharedSpark.hadoop("fs.s3a.endpoint", "http://127.0.0.1:" + port);
    SharedSpark.hadoop("fs.s3a.endpoint.region", "us-east-1");
    SharedSpark.hadoop("fs.s3a.path.style.access", "true");
    SharedSpark.hadoop("fs.s3a.access.key", "any");
    SharedSpark.hadoop("fs.s3a.secret.key", "any");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.destroyForcibly().waitFor();
  }

  @Override
  String root() {
    return "s3a://warehouses";
  }

  @Test
  void theLogStoreOfS3IsTheOneThatPutsUnderACondition() {
    assertThat(SharedSpark.session().conf().get("spark.delta.logStore.s3a.impl"))
        .isEqualTo("dev.tidemark.table.ConditionalPutLogStore");
  }

  private static ProcessBuilder server(int port) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            List.of(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Path.of("target", "s3mock.jar").toString(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--server.ssl.enabled=false",
                // It asks whether an object exists and then writes it. S3 does both in one, as a
                // server with one thread does.
                "--server.tomcat.threads.max=1",
                "--server.tomcat.threads.min-spare=1",
                "--com.adobe.testing.s3mock.httpPort=0",
                "--com.adobe.testing.s3mock.store.root=" + disk.resolve("objects"),
                "--com.adobe.testing.s3mock.store.initialBuckets=warehouses"))
        .redirectErrorStream(true);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Reads to the end, or the server would wait; it says itself when it answers. */
  private static void read(BufferedReader log, CompletableFuture<Void> isStarted) {
    var said = new ArrayList<String>();
    try {
      for (String line = log.readLine(); line != null; line = log.readLine()) {
        said.add(line);
        if (line.contains("Started S3MockApplication")) {
          isStarted.complete(null);
        }
      }
    } catch (IOException isEnded) {
      said.add(isEnded.toString());
    }
    // Of a server that had started this changes nothing.
    isStarted.completeExceptionally(new AssertionError("The server ended: " + said));
  }
}
