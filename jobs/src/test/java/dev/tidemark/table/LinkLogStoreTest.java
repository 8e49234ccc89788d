package dev.tidemark.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.support.SharedSpark;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkLogStoreTest {
  private static final int ROUNDS = 300;

  private final Configuration settings = new Configuration(false);
  private final LinkLogStore store = new LinkLogStore(settings);

  @TempDir private java.nio.file.Path folder;

  @Test
  void r5OfTwoWritersOfAVersionExactlyOneIsToldItSucceeded() throws Exception {
    var barrier = new CyclicBarrier(2);
    var threads = Executors.newFixedThreadPool(2);

    var first = threads.submit(() -> wins("first", barrier));
    var second = threads.submit(() -> wins("second", barrier));
    var winners = winners(first, second);
    threads.shutdown();

    assertThat(winners).hasSize(ROUNDS).doesNotContain("both", "none");
    assertThat(IntStream.range(0, ROUNDS).mapToObj(this::content)).isEqualTo(winners);
    assertThat(drafts()).isEmpty();
  }

  @Test
  void aVersionThatExistsIsNotReplacedAndNoDraftStays() throws IOException {
    write("00000000000000000000.json", "old");

    assertThatThrownBy(() -> write("00000000000000000000.json", "new"))
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(content(0)).isEqualTo("old");
    assertThat(drafts()).isEmpty();
  }

  @Test
  void aWriteThatFailsHalfwayLeavesNeitherVersionNorDraft() {
    var failing = IntStream.range(0, 2).mapToObj(i -> "line " + 1 / (1 - i)).iterator();

    assertThatThrownBy(
            () -> store.write(path("00000000000000000007.json"), failing, false, settings))
        .isInstanceOf(ArithmeticException.class);

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void deltaCommitsThroughItOnALocalDisk() {
    var spark = SharedSpark.session();
    var table = folder.resolve("t").toString();

    spark.range(3).write().format("delta").save(table);
    spark.range(2).write().format("delta").mode("append").save(table);

    assertThat(spark.read().format("delta").load(table).count()).isEqualTo(5);
    assertThat(spark.conf().get("spark.delta.logStore.file.impl"))
        .isEqualTo(LinkLogStore.class.getName());
    // Hadoop's own writer would have left a checksum beside each version.
    assertThat(folder.resolve("t/_delta_log/.00000000000000000001.json.crc")).doesNotExist();
  }

  @Test
  void anotherFileSystemKeepsTheStoreDeltaHasForIt() {
    var spark = SharedSpark.session();
    var table = "abfs://" + folder.resolve("t");
    spark
        .sparkContext()
        .hadoopConfiguration()
        .set("fs.abfs.impl", ElsewhereFileSystem.class.getName());

    spark.range(3).write().format("delta").save(table);

    assertThat(spark.read().format("delta").load(table).count()).isEqualTo(3);
    assertThat(folder.resolve("t/_delta_log/00000000000000000000.json")).exists();
  }

  private List<Boolean> wins(String writer, CyclicBarrier barrier) throws Exception {
    Callable<List<Boolean>> rounds =
        () -> IntStream.range(0, ROUNDS).mapToObj(round -> wins(writer, round, barrier)).toList();
    return rounds.call();
  }

  private boolean wins(String writer, int round, CyclicBarrier barrier) {
    try {
      barrier.await();
      write("%020d.json".formatted(round), writer);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> winners(Future<List<Boolean>> first, Future<List<Boolean>> second)
      throws InterruptedException, ExecutionException {
    var ofFirst = first.get();
    var ofSecond = second.get();
    return IntStream.range(0, ROUNDS)
        .mapToObj(round -> winner(ofFirst.get(round), ofSecond.get(round)))
        .toList();
  }

  private static String winner(boolean first, boolean second) {
    var onlyOne = first ? "first" : "second";
    var notOne = first ? "both" : "none";
    return first == second ? notOne : onlyOne;
  }

  private String content(int version) {
    try {
      return Files.readString(folder.resolve("%020d.json".formatted(version))).strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> drafts() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(java.nio.file.Path::toString).filter(name -> name.endsWith(".tmp")).toList();
    }
  }

  private void write(String name, String line) throws IOException {
    store.write(path(name), List.of(line).iterator(), false, settings);
  }

  private Path path(String name) {
    return new Path(folder.resolve(name).toUri());
  }
}
