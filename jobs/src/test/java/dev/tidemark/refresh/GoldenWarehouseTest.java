package dev.tidemark.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.TidemarkCommand;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.PublishedVersions;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A warehouse as version 0.1.0 left it, of two units and two periods, and what this version makes
 * of it when a third period comes. {@code golden/README.md} says how it was made.
 */
class GoldenWarehouseTest {
  @TempDir private static Path folder;
  private static List<String> before;
  private static int exitCode;

  @BeforeAll
  static void aThirdPeriodComes() throws IOException {
    unzip(Path.of("src/test/resources/golden/0.1.0.zip"));
    before = scores();
    var framework = folder.resolve("framework.yaml");
    Files.writeString(
        framework,
        Files.readString(framework)
            .replace("units: ", "  - {id: P3, start: 2020-03-01, end: 2020-03-31}\nunits: "));
    Files.writeString(
        folder.resolve("in/observations/P3.csv"),
        "period,unit,indicator,value\nP3,a,points,30\nP3,b,points,50\n");
    exitCode =
        TidemarkCommand.run(
            "refresh",
            "--framework",
            framework.toString(),
            "--input",
            folder.resolve("in").toString(),
            "--warehouse",
            folder.resolve("warehouse").toString());
  }

  @Test
  void r23WhatAFormerVersionWroteIsRead() {
    assertThat(before)
        .containsExactly(
            "P1 a 40.0 2",
            "P1 b 60.0 1",
            "P2 a 70.0 1",
            "P2 b 55.0 2",
            "all a 55.0 2",
            "all b 57.5 1");
  }

  /** The mean of all periods: (40 + 70 + 30) / 3 and (60 + 55 + 50) / 3. */
  @Test
  void r23AndAppendedTo() {
    assertThat(exitCode).isZero();
    assertThat(scores())
        .containsExactly(
            "P1 a 40.0 2",
            "P1 b 60.0 1",
            "P2 a 70.0 1",
            "P2 b 55.0 2",
            "P3 a 30.0 2",
            "P3 b 50.0 1",
            "all a 46.7 2",
            "all b 55.0 1");
    assertThat(PublishedVersions.last(lake()).orElseThrow().number()).isEqualTo(2);
  }

  /** Any reader, and any writer that knows CHECK constraints (Delta 0.8 on), will do. */
  @Test
  void r22NoTableNeedsANewerReaderOrWriterThanWasPromised() throws IOException {
    var protocols = new TreeSet<String>();
    try (var files = Files.walk(folder.resolve("warehouse"))) {
      for (var file :
          files.filter(f -> f.toString().matches(".*_delta_log.\\d+\\.json")).toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("{\"protocol\""))
            .forEach(protocols::add);
      }
    }

    assertThat(protocols)
        .isNotEmpty()
        .isSubsetOf(
            "{\"protocol\":{\"minReaderVersion\":1,\"minWriterVersion\":2}}",
            "{\"protocol\":{\"minReaderVersion\":1,\"minWriterVersion\":3}}");
  }

  @Test
  void r22AnotherReaderFindsAsManyRows() throws IOException {
    var read = new ArrayList<String>();
    for (var table : Tables.all()) {
      if (lake().has(table)) {
        assertThat(KernelReader.count(lake().path(table)))
            .as(table.name())
            .isEqualTo(lake().count(table));
        read.add(table.name());
      }
    }
    assertThat(read).contains("observations", "index_scores", "refresh_runs", "publications");
  }

  private static List<String> scores() {
    var rows =
        lake()
            .published()
            .read(Tables.INDEX_SCORES)
            .where("node = 'overall'")
            .selectExpr("concat_ws(' ', period, unit, round(score, 1), rank)")
            .collectAsList();
    var texts = new ArrayList<String>();
    rows.forEach(row -> texts.add(row.getString(0)));
    texts.sort(null);
    return texts;
  }

  private static DeltaLake lake() {
    return new DeltaLake(
        SharedSpark.session(), folder.resolve("warehouse").toString(), CommitNote.READER);
  }

  private static void unzip(Path zip) throws IOException {
    try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        var target = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(entries, target);
        }
      }
    }
  }
}
