package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publications and vintages name versions that are older than the week Delta keeps to. */
class OldVersionsTest {
  private final Instant aMonthAgo = Instant.now().minus(30, DAYS);

  @TempDir private Path folder;

  @Test
  void aVersionOfAMonthAgoIsReadThoughThereIsANewerOne() throws IOException {
    publish(lake("new"), 1);
    publish(lake("new"), 2);
    // Delta knows this table by its path and its times; a copy it meets for the first time.
    FileUtils.copyDirectory(folder.resolve("new").toFile(), folder.resolve("old").toFile());
    age(folder.resolve("old/publications/_delta_log"));

    var first = lake("old").readAt(Tables.PUBLICATIONS, new TableVersion(1, aMonthAgo, "", "", ""));

    assertThat(first.select(PUBLICATION).collectAsList())
        .extracting(row -> row.getLong(0))
        .containsExactly(1L);
  }

  /** The time of a commit is that of its file, and what it says of itself. */
  private void age(Path log) throws IOException {
    try (var files = Files.list(log)) {
      for (var file : files.toList()) {
        if (file.toString().endsWith(".crc")) {
          Files.delete(file); // Hadoop's, of what is changed here
        } else if (file.toString().endsWith(".json")) {
          var aged =
              Files.readString(file)
                  .replaceAll("\"timestamp\":\\d+", "\"timestamp\":" + aMonthAgo.toEpochMilli());
          Files.writeString(file, aged);
          Files.setLastModifiedTime(file, FileTime.from(aMonthAgo));
        }
      }
    }
  }

  private void publish(DeltaLake lake, long number) {
    var row =
        new RowBuilder(Tables.PUBLICATIONS)
            .with(PUBLICATION, number)
            .with(TABLE, "index_scores")
            .with(VERSION, 7L)
            .with(RUN_ID, "run")
            .with(PUBLISHED_AT, Timestamp.from(aMonthAgo))
            .with(FRAMEWORK_ID, "f")
            .with(FRAMEWORK_VERSION, "1")
            .row();
    lake.append(
        Tables.PUBLICATIONS,
        SharedSpark.session().createDataFrame(List.of(row), Tables.PUBLICATIONS.schema()));
  }

  private DeltaLake lake(String name) {
    return new DeltaLake(SharedSpark.session(), folder.resolve(name).toString(), CommitNote.READER);
  }
}
