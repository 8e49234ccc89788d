package dev.tidemark.stores;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.storage.LogStore$;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** What a warehouse on any file system keeps to; each file system is a subclass. */
abstract class StoreTest {
  private static final String HEAD = "period,unit,indicator,value\n";
  private static final String FIRST =
      HEAD + "W1,wuhan,points,80\nW1,wuhan,days,15\nW1,beijing,points,60\nW1,beijing,days,6\n";
  private static final String SECOND =
      HEAD + "W2,wuhan,points,90\nW2,wuhan,days,12\nW2,beijing,points,70\nW2,beijing,days,3\n";
  private static final int ROUNDS = 20;

  @TempDir private java.nio.file.Path home;

  /** A folder that is there, as a URI. */
  abstract String root();

  /** Loaded, scored and published under the lock there; here by two commands. */
  @Test
  void theTablesAreThoseOfALocalWarehouse() throws IOException {
    var local = new Warehouse(home, home.resolve("warehouse").toUri().toString());
    var there = new Warehouse(home, root() + "/equal/warehouse");
    write(home.toUri() + "/in/observations.csv", FIRST);
    write(root() + "/equal/in/observations.csv", FIRST);

    local.run("ingest", "--input", home.resolve("in").toString());
    local.run("index");
    var refreshed = there.run("refresh", "--input", root() + "/equal/in");

    assertThat(refreshed).contains("Published as 1: readers see all of it.");
    assertThat(there.run("refresh", "--input", root() + "/equal/in"))
        .isEqualToIgnoringNewLines("Nothing is stale; nothing was written.");
    var lock = new Path(root() + "/equal/warehouse/_refresh.lock");
    assertThat(lock.getFileSystem(settings()).exists(lock)).as("the lock").isFalse();
    assertThat(there.rows("observations")).hasSize(4).isEqualTo(local.rows("observations"));
    assertThat(there.rows("index_scores")).isNotEmpty().isEqualTo(local.rows("index_scores"));
    assertThat(there.rows("group_scores")).isNotEmpty().isEqualTo(local.rows("group_scores"));
    // (80 + 2 × 50) / 3 and (60 + 2 × 80) / 3
    assertThat(
            there.sql(
                "SELECT unit, round(score, 3) AS score FROM index_scores WHERE period = 'W1' AND node = 'overall' ORDER BY unit"))
        .isEqualToIgnoringNewLines("unit,score\nbeijing,73.333\nwuhan,60.0\n");
  }

  @Test
  void r4TwoRunsAtOnceAreBothLoadedAndR6AgainChangesNothing() throws Exception {
    var warehouse = new Warehouse(home, root() + "/both/warehouse");
    write(root() + "/both/a/observations.csv", FIRST);
    write(root() + "/both/b/observations.csv", SECOND);
    var barrier = new CyclicBarrier(2);

    var codes =
        together(
            () -> ingest(warehouse, root() + "/both/a", barrier),
            () -> ingest(warehouse, root() + "/both/b", barrier));

    assertThat(codes).containsExactly(0, 0);
    assertThat(warehouse.rows("observations")).hasSize(8);
    assertThat(warehouse.rows("ingested_files")).hasSize(2);
    assertThat(warehouse.ingest(root() + "/both/a")).isZero();
    assertThat(warehouse.rows("observations")).hasSize(8);
    assertThat(warehouse.rows("ingested_files")).hasSize(2);
  }

  @Test
  void r5OfTwoWritersOfAVersionExactlyOneIsToldItSucceeded() throws Exception {
    version(0).getFileSystem(settings()).mkdirs(version(0).getParent());
    var barrier = new CyclicBarrier(2);

    var wins = together(() -> wins("first", barrier), () -> wins("second", barrier));

    var winners =
        IntStream.range(0, ROUNDS)
            .mapToObj(round -> winner(wins.get(0).get(round), wins.get(1).get(round)))
            .toList();
    assertThat(winners).doesNotContain("both", "none");
    assertThat(IntStream.range(0, ROUNDS).mapToObj(this::content)).isEqualTo(winners);
  }

  private static int ingest(Warehouse warehouse, String input, CyclicBarrier barrier)
      throws Exception {
    barrier.await(1, TimeUnit.MINUTES);
    return warehouse.ingest(input);
  }

  private List<Boolean> wins(String writer, CyclicBarrier barrier) {
    return IntStream.range(0, ROUNDS).mapToObj(round -> wins(writer, round, barrier)).toList();
  }

  /** Through the log store that Delta has for this file system in Tidemark's session. */
  private boolean wins(String writer, int round, CyclicBarrier barrier) {
    try {
      var store = LogStore$.MODULE$.apply(SharedSpark.session());
      Iterator<String> line = List.of(writer).iterator();
      barrier.await(1, TimeUnit.MINUTES);
      store.write(version(round), CollectionConverters.asScala(line), false, settings());
      return true;
    } catch (Exception e) {
      if (e instanceof FileAlreadyExistsException) {
        return false;
      }
      throw new IllegalStateException(e);
    }
  }

  private static String winner(boolean first, boolean second) {
    var onlyOne = first ? "first" : "second";
    var notOne = first ? "both" : "none";
    return first == second ? notOne : onlyOne;
  }

  private String content(int round) {
    try (var in = version(round).getFileSystem(settings()).open(version(round))) {
      return new String(in.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path version(int round) {
    return new Path(root() + "/race/_delta_log/%020d.json".formatted(round));
  }

  private static void write(String file, String text) throws IOException {
    var path = new Path(file);
    try (var out = path.getFileSystem(settings()).create(path)) {
      out.write(text.getBytes(UTF_8));
    }
  }

  private static Configuration settings() {
    return SharedSpark.session().sparkContext().hadoopConfiguration();
  }

  private static <T> List<T> together(Callable<T> first, Callable<T> second) throws Exception {
    var threads = Executors.newFixedThreadPool(2);
    try {
      return threads.invokeAll(List.of(first, second)).stream().map(StoreTest::result).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T result(Future<T> done) {
    try {
      return done.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
