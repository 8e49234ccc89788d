package dev.tidemark.table;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.job.Together;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.FaultyFileSystem.At;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults of storage, by their ids in docs/reliability.md: a write that fails changes nothing, what
 * is damaged is named, and no reader gets fewer rows than there are.
 */
class FaultsTest {
  private static final String BROKEN = "Input/output error";

  @TempDir private Path folder;
  private DeltaLake lake;

  @BeforeAll
  static void theFaultyDiskIsThere() {
    FaultyFileSystem.install();
  }

  @BeforeEach
  void aTableOfOneUnit() {
    lake = lake();
    lake.replaceAll(Tables.UNITS, units("1", "a"));
  }

  @AfterEach
  void healed() {
    FaultyFileSystem.heal();
  }

  /** What a process leaves that is killed in the first commit of a table. */
  @Test
  void r1ADraftOfAFirstCommitIsNoTableAndMakesWayForOne() throws IOException {
    var draft = draft("killed");
    for (var left : List.of(draft, draft.resolveSibling("_staged_commits"), draft.getParent())) {
      Files.setLastModifiedTime(left, FileTime.fromMillis(0));
    }
    var killed = lake(folder.resolve("killed").toString());

    assertThat(killed.has(Tables.UNITS)).isFalse();
    killed.replaceAll(Tables.UNITS, units("1", "a"));

    assertThat(texts(killed.read(Tables.UNITS).select(Col.UNIT))).containsExactly("a");
    assertThat(draft).doesNotExist();
  }

  @Test
  void r1ADraftThatMayBeOfAnotherProcessIsLeftToIt() throws IOException {
    var draft = draft("living");
    long before = Files.getLastModifiedTime(draft).toMillis() - 1;
    var unbegun = new UnbegunLog(folder + "/living/units", new Configuration());

    assertThatThrownBy(() -> unbegun.settle(before, 1))
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("another process has begun");
    assertThat(draft).exists();
  }

  @Test
  void r4ATableThatAnotherProcessIsCreatingIsWaitedFor() throws IOException {
    var first = log().resolve("00000000000000000000.json");
    var draft = draft("living");
    Files.copy(first, draft, StandardCopyOption.REPLACE_EXISTING);
    var living = lake(folder.resolve("living").toString());
    var write = CompletableFuture.runAsync(() -> living.append(Tables.UNITS, units("1", "b")));

    assertThatThrownBy(() -> write.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
    Files.move(draft, draft.resolveSibling(first.getFileName()));

    write.join();
    assertThat(texts(living.read(Tables.UNITS).select(Col.UNIT))).containsExactly("b");
    assertThat(living.log(Tables.UNITS).version()).isOne();
  }

  @Test
  void r11AnInputOutputErrorInARowsFileChangesNothing() {
    FaultyFileSystem.fail(At.CREATE, ".parquet", () -> new IOException(BROKEN));

    refusesToWrite("c");

    FaultyFileSystem.heal();
    assertThat(seen()).containsExactly("a");
  }

  @Test
  void r11AnInputOutputErrorInTheCommitChangesNothingAndTheNextTryCommits() {
    long before = lake.log(Tables.UNITS).version();
    FaultyFileSystem.fail(At.RENAME, ".json", () -> new IOException(BROKEN));

    refusesToWrite("c");

    assertThat(lake.log(Tables.UNITS).version()).isEqualTo(before);
    assertThat(seen()).containsExactly("a");
    FaultyFileSystem.heal();
    lake.replaceAll(Tables.UNITS, units("1", "c"));
    assertThat(seen()).containsExactly("c");
  }

  /** Two files: when the second is opened, the table is another one. */
  @Test
  void r15AReaderFinishesWhatItBeganWhileTheTableIsReplacedAndVacuumed() {
    lake.append(Tables.UNITS, units("2", "b"));
    var reader = lake.read(Tables.UNITS).select(Col.UNIT).toLocalIterator();
    var first = reader.next().getString(0);

    lake.replaceAll(Tables.UNITS, units("1", "c"));
    new TableCare(SharedSpark.session(), lake).vacuum(Tables.UNITS, Duration.ofDays(7));

    assertThat(List.of(first, reader.next().getString(0))).containsExactlyInAnyOrder("a", "b");
    assertThat(reader.hasNext()).isFalse();
    assertThat(seen()).containsExactly("c");
  }

  @Test
  void r16FilesAreJoinedWhileAPartitionIsReplacedAndNoRowIsLostOrDoubled() {
    lake.append(Tables.UNITS, units("1", "c"));
    lake.append(Tables.UNITS, units("2", "z"));
    Supplier<Boolean> joined = () -> isDone(this::join);
    Supplier<Boolean> replaced =
        () ->
            isDone(
                () -> lake().replacePartitions(Tables.UNITS, units("1", "x", "y"), List.of("1")));

    var done = Together.run(2, List.of(joined, replaced));
    join();

    assertThat(done.get(1)).as("the writer tries again").isTrue();
    assertThat(seen()).containsExactly("x", "y", "z");
  }

  @Test
  void r20ALogWithoutItsPointerToTheLastCheckpointHasAllRows() throws IOException {
    SharedSpark.session()
        .sql(
            "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.checkpointInterval' = '1')"
                .formatted(lake.path(Tables.UNITS)));
    lake.append(Tables.UNITS, units("1", "c"));
    Files.delete(log().resolve("_last_checkpoint"));
    DeltaLog.clearCache();

    assertThat(seen()).containsExactly("a", "c");
  }

  @Test
  void r20ACommitThatIsCutOffIsNamed() throws IOException {
    lake.append(Tables.UNITS, units("1", "c"));
    var commit = log().resolve("00000000000000000002.json");
    var bytes = Files.readAllBytes(commit);
    Files.write(commit, Arrays.copyOf(bytes, bytes.length - 20));
    DeltaLog.clearCache();

    isRefusedByName(commit);
  }

  @Test
  void r20ARowsFileOfZerosIsNamed() throws IOException {
    var file = rowsFile();
    Files.write(file, new byte[(int) Files.size(file)]);

    isRefusedByName(file);
  }

  private void isRefusedByName(Path file) {
    assertThatThrownBy(this::seen)
        .matches(StorageTrouble::caused)
        .extracting(StorageTrouble::told, as(STRING))
        .contains(file.getFileName().toString());
  }

  private void refusesToWrite(String unit) {
    assertThatThrownBy(() -> lake.replaceAll(Tables.UNITS, units("1", unit)))
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("units cannot be written: ")
        .hasMessageContaining(BROKEN)
        .hasMessageContaining("The table is as it was before.");
  }

  private void join() {
    new TableCare(SharedSpark.session(), lake()).compact(Tables.UNITS);
  }

  private static boolean isDone(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      assertThat(e).matches(StorageTrouble::caused);
      return false;
    }
  }

  private DeltaLake lake() {
    return lake("wasb://" + folder.toAbsolutePath());
  }

  private static DeltaLake lake(String warehouse) {
    return new DeltaLake(SharedSpark.session(), warehouse, CommitNote.READER);
  }

  private Path draft(String warehouse) throws IOException {
    var log = folder.resolve(warehouse + "/units/_delta_log");
    Files.createDirectories(log.resolve("_staged_commits")); // Delta makes it before the draft
    return Files.writeString(log.resolve(".00000000000000000000.json.0.tmp"), "{");
  }

  private List<String> seen() {
    return texts(lake().read(Tables.UNITS).select(Col.UNIT));
  }

  private Path log() {
    return folder.resolve("units/_delta_log");
  }

  private Path rowsFile() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("units"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.getString(0)).sorted().toList();
  }

  private static Dataset<Row> units(String version, String... ids) {
    var rows = Stream.of(ids).map(id -> unit(version, id)).toList();
    return SharedSpark.session().createDataFrame(rows, Tables.UNITS.schema());
  }

  private static Row unit(String version, String id) {
    return RowFactory.create("f", version, id, id, id, Map.of("region", "north"));
  }
}
