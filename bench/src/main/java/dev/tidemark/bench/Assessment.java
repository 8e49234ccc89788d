package dev.tidemark.bench;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.tidemark.cli.Sessions;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * An assessment of any size: 50 leaves below 10 composites below the root, 20 periods, 5 % of the
 * observations missing, units in 31 regions and 4 types. The same every time it is made.
 */
final class Assessment {
  static final int LEAVES = 50;
  static final int DIMENSIONS = 10;
  static final int PERIODS = 20;
  static final int REGIONS = 31;
  static final int TYPES = 4;
  static final int OBSERVED_PERCENT = 95;
  private static final long ROWS_PER_FILE = 2_500_000;

  private Assessment() {}

  /**
   * Writes {@code framework.yaml}, {@code units.csv} and the table {@code observations}.
   *
   * @param args the folder, the number of observations, and {@code unit-order} or {@code shuffled}
   */
  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    long units = Math.max(1, Long.parseLong(args[1]) * 100 / OBSERVED_PERCENT / LEAVES / PERIODS);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("framework.yaml"), framework());
    Files.writeString(folder.resolve("units.csv"), units(units));
    var settings = Map.of("spark.master", "local[2]", "spark.ui.enabled", "false");
    try (var session = Sessions.open(settings, ZoneOffset.UTC, false)) {
      var note = new CommitNote("bench", "bench", "1", "", "");
      var lake = new DeltaLake(session.spark(), folder.resolve("warehouse").toString(), note);
      lake.replaceAll(
          Tables.OBSERVATIONS, observations(session.spark(), units, args[2].equals("shuffled")));
    }
  }

  /** How many units of weight a leaf has among its siblings. */
  static int weight(int leaf) {
    return 1 + leaf % 4;
  }

  /** Raw values are yes or no, whole numbers of 0 to 20, or points, with two decimals or all. */
  static boolean isCounted(int leaf) {
    return leaf % 5 == 1 || leaf % 5 == 2;
  }

  private static Dataset<Row> observations(SparkSession spark, long units, boolean shuffled) {
    long cells = units * LEAVES * PERIODS;
    int files = (int) Math.max(2, cells / ROWS_PER_FILE);
    var ids = spark.range(0, cells, 1, files).toDF(ID);
    var rows =
        shuffled
            ? ids.repartition(files, xxhash64(lit(1), col(ID)))
                .sortWithinPartitions(xxhash64(lit(2), col(ID)))
            : ids;
    var leaf = pmod(col(ID), lit(LEAVES));
    var period = pmod(floor(col(ID).divide(LEAVES)), lit(PERIODS));
    var unit = floor(col(ID).divide(LEAVES * PERIODS));
    return rows.where(pmod(xxhash64(lit(3), col(ID)), lit(100)).lt(OBSERVED_PERCENT))
        .select(
            format_string("P%02d", period).as(PERIOD),
            format_string("unit-%06d", unit).as(UNIT),
            format_string("leaf-%02d", leaf).as(INDICATOR),
            value(leaf).as(VALUE),
            lit(null).cast("string").as(CATEGORY),
            concat(lit("observer-"), pmod(col(ID), lit(7))).as(OBSERVER),
            lit(null).cast("timestamp").as(OBSERVED_AT),
            lit(null).cast("string").as(CHANNEL),
            lit(null).cast("string").as(EVIDENCE),
            lit("observations.csv").as(SOURCE_FILE),
            col(ID).plus(2).as(SOURCE_LINE),
            lit(1L).as(SEQUENCE),
            lit("bench").as(LOAD_ID));
  }

  private static Column value(Column leaf) {
    var uniform = shiftrightunsigned(xxhash64(lit(4), col(ID)), 11).multiply(Math.scalb(1.0, -53));
    var kind = pmod(leaf, lit(5));
    return when(kind.equalTo(0), floor(uniform.multiply(2)).cast("double"))
        .when(kind.leq(2), floor(uniform.multiply(21)).cast("double"))
        .when(kind.equalTo(3), round(uniform.multiply(100), 2))
        .otherwise(uniform.multiply(100));
  }

  private static String framework() {
    var yaml =
        new StringBuilder("id: bench\nversion: \"1\"\ntitle: Benchmark\ntimezone: UTC\nperiods:\n");
    for (int period = 0; period < PERIODS; period++) {
      var start = LocalDate.of(2000, 1, 1).plusMonths(period);
      yaml.append(
          "  - {id: P%02d, start: %s, end: %s}%n"
              .formatted(period, start, start.plusMonths(1).minusDays(1)));
    }
    yaml.append("units: units.csv\ngroups: [region, type]\nweights: relative\n");
    yaml.append("index:\n  id: overall\n  children:\n");
    for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
      yaml.append("    - id: dimension-%d%n".formatted(dimension));
      yaml.append("      weight: %d%n      children:%n".formatted(1 + dimension));
      for (int leaf = dimension; leaf < LEAVES; leaf += DIMENSIONS) {
        yaml.append(
            "        - {id: leaf-%02d, weight: %d, score: {kind: %s}}%n"
                .formatted(leaf, weight(leaf), scoring(leaf)));
      }
    }
    return yaml.toString();
  }

  private static String scoring(int leaf) {
    if (leaf % 5 == 0) {
      return "binary";
    }
    return isCounted(leaf) ? "linear, worst: 18, best: 1" : "direct";
  }

  private static String units(long units) {
    var csv = new StringBuilder("unit,name,region,type\n");
    for (long unit = 0; unit < units; unit++) {
      csv.append(
          "unit-%06d,Unit %d,region-%02d,type-%d%n"
              .formatted(unit, unit, unit % REGIONS, unit / REGIONS % TYPES));
    }
    return csv.toString();
  }
}
