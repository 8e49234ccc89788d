package dev.tidemark.bench;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.xxhash64;

import dev.tidemark.cli.Sessions;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * An assessment of 3,000 units on 300 nodes (285 leaves below 14 composites below the root) in two
 * periods, units in 31 regions. The same every time it is made.
 */
final class LargeComparison {
  static final int UNITS = 3_000;
  static final int COMPOSITES = 14;
  static final int LEAVES = 285;
  private static final int PERIODS = 2;
  private static final int REGIONS = 31;

  private LargeComparison() {}

  /**
   * Writes {@code framework.yaml}, {@code units.csv} and the table {@code observations}.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("framework.yaml"), framework(""));
    Files.writeString(folder.resolve("units.csv"), units());
    var settings = Map.of("spark.master", "local[2]", "spark.ui.enabled", "false");
    try (var session = Sessions.open(settings, ZoneOffset.UTC, false)) {
      var note = new CommitNote("bench", "bench", "1", "", "");
      var lake = new DeltaLake(session.spark(), folder.resolve("warehouse").toString(), note);
      var leaf = pmod(col(ID), lit(LEAVES));
      var period = pmod(floor(col(ID).divide(LEAVES)), lit(PERIODS));
      var unit = floor(col(ID).divide(LEAVES * PERIODS));
      var uniform =
          shiftrightunsigned(xxhash64(lit(4), col(ID)), 11).multiply(Math.scalb(1.0, -53));
      lake.replaceAll(
          Tables.OBSERVATIONS,
          session
              .spark()
              .range(0, (long) UNITS * LEAVES * PERIODS, 1, 2)
              .toDF(ID)
              .select(
                  format_string("P%d", period).as(PERIOD),
                  format_string("unit-%04d", unit).as(UNIT),
                  format_string("leaf-%03d", leaf).as(INDICATOR),
                  floor(uniform.multiply(95).plus(period.multiply(5))).cast("double").as(VALUE),
                  lit(null).cast("string").as(CATEGORY),
                  lit(null).cast("string").as(OBSERVER),
                  lit(null).cast("timestamp").as(OBSERVED_AT),
                  lit(null).cast("string").as(CHANNEL),
                  lit(null).cast("string").as(EVIDENCE),
                  lit("observations.csv").as(SOURCE_FILE),
                  col(ID).plus(2).as(SOURCE_LINE),
                  lit(1L).as(SEQUENCE),
                  lit("bench").as(LOAD_ID)));
    }
  }

  /** The framework file, with a section {@code compare} or without. */
  static String framework(String comparison) {
    var yaml =
        new StringBuilder(
            """
            id: bench
            version: "1"
            timezone: UTC
            periods:
              - {id: P0, start: 2000-01-01, end: 2000-12-31}
              - {id: P1, start: 2001-01-01, end: 2001-12-31}
            units: units.csv
            groups: [region]
            weights: relative
            """);
    yaml.append(comparison).append("index:\n  id: overall\n  children:\n");
    for (int composite = 0; composite < COMPOSITES; composite++) {
      yaml.append("    - id: composite-%d%n".formatted(composite));
      yaml.append("      weight: %d%n      children:%n".formatted(1 + composite % 5));
      for (int leaf = composite; leaf < LEAVES; leaf += COMPOSITES) {
        yaml.append(
            "        - {id: leaf-%03d, weight: %d, score: {kind: direct}}%n"
                .formatted(leaf, 1 + leaf % 4));
      }
    }
    return yaml.toString();
  }

  private static String units() {
    var csv = new StringBuilder("unit,name,region\n");
    for (int unit = 0; unit < UNITS; unit++) {
      csv.append("unit-%04d,Unit %d,region-%02d%n".formatted(unit, unit, unit % REGIONS));
    }
    return csv.toString();
  }
}
