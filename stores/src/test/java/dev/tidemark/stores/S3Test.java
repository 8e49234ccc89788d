package dev.tidemark.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks S3, in a process of its own, reached by s3a. */
class S3Test extends StoreTest {
  @TempDir private static Path disk;

  private static Process server;

  @BeforeAll
  static void start() throws Exception {
    int port = ServerProcess.freePort();
    server = ServerProcess.start(server(port), "Started S3MockApplication");
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
    return ServerProcess.java(
        "-jar",
        Path.of("target", "s3mock.jar").toString(),
        "--server.address=127.0.0.1",
        "--server.port=" + port,
        "--server.ssl.enabled=false",
        // It asks whether an object exists and then writes it. S3 does both in one, as a server
        // with one thread does.
        "--server.tomcat.threads.max=1",
        "--server.tomcat.threads.min-spare=1",
        "--com.adobe.testing.s3mock.httpPort=0",
        "--com.adobe.testing.s3mock.store.root=" + disk.resolve("objects"),
        "--com.adobe.testing.s3mock.store.initialBuckets=warehouses");
  }
}
