package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.support.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final Instant NOON = Instant.parse("2020-01-06T12:00:00.123456Z");

  @TempDir private Path folder;

  @Test
  void aLedgerThatWasNeverWrittenHasNoRows() {
    assertThat(lake().ledger(Tables.REFRESH_RUNS, JOB)).isEmpty();
  }

  /** Delta writes a checkpoint at the tenth commit: the rows are in it, and in commits after it. */
  @Test
  void everyRowIsReadThroughCheckpointsCommitsAndMovedFiles() {
    var lake = lake();
    IntStream.rangeClosed(1, 11).forEach(number -> append(lake, List.of(run("job" + number))));
    SharedSpark.session().sql("OPTIMIZE delta.`%s`".formatted(lake.path(Tables.REFRESH_RUNS)));
    append(lake, List.of(run("job12"), run("job13")));
    assertThat(folder.resolve("refresh_runs/_delta_log"))
        .isDirectoryContaining("glob:**00010.checkpoint.parquet");

    var rows = lake.ledger(Tables.REFRESH_RUNS, JOB, ENDED_AT, LEFT_STALE, OUTPUT_VERSIONS);

    assertThat(rows)
        .extracting(row -> row.text(JOB))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 13).mapToObj(number -> "job" + number).toList());
    assertThat(rows)
        .allSatisfy(
            row -> {
              // 18,267 days after 1970-01-01 and half a day, by date -d @1578312000.
              assertThat(row.number(ENDED_AT)).isEqualTo(1_578_312_000_123_456L);
              assertThat(row.texts(LEFT_STALE)).containsExactly("W1", "全部");
              assertThat(row.numbers(OUTPUT_VERSIONS)).isEqualTo(Map.of("nodes", 7L, "units", -1L));
            });
  }

  @Test
  void aDamagedLedgerIsNamed() throws IOException {
    var lake = lake();
    append(lake, List.of(run("index")));
    try (var files = Files.list(folder.resolve("refresh_runs"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(file, "no Parquet");
      }
    }

    assertThatThrownBy(() -> lake.ledger(Tables.REFRESH_RUNS, JOB))
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("refresh_runs is damaged or cannot be read");
  }

  private DeltaLake lake() {
    return new DeltaLake(SharedSpark.session(), folder.toString(), CommitNote.READER);
  }

  private static void append(DeltaLake lake, List<Row> rows) {
    lake.append(
        Tables.REFRESH_RUNS,
        SharedSpark.session().createDataFrame(rows, Tables.REFRESH_RUNS.schema()));
  }

  private static Row run(String job) {
    return new RowBuilder(Tables.REFRESH_RUNS)
        .with(RUN_ID, "run")
        .with(JOB, job)
        .with(STARTED_AT, Timestamp.from(NOON))
        .with(ENDED_AT, Timestamp.from(NOON))
        .with(STATUS, "done")
        .with(WHY, List.of())
        .with(PERIODS, List.of())
        .with(ROWS_IN, null)
        .with(ROWS_OUT, null)
        .with(ROWS_QUARANTINED, null)
        .with(FRAMEWORK_ID, "f")
        .with(FRAMEWORK_VERSION, "1")
        .with(FRAMEWORK_FINGERPRINT, "a")
        .with(DECLARED_PERIODS, List.of())
        .with(CODE_VERSION, "1")
        .with(INPUT_FINGERPRINT, "b")
        .with(INPUT_VERSIONS, Map.of())
        .with(OUTPUT_VERSIONS, Map.of("nodes", 7L, "units", -1L))
        .with(LEFT_STALE, List.of("W1", "全部"))
        .with(ERROR, null)
        .row();
  }
}
