package dev.tidemark.bench;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.timestamp_seconds;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a report may have to show: units in 31 regions and 4 types, half years from 2018 on, 30
 * leaves below 6 composites below the root, 4 stages of visits, and 4 enquiries for each unit and
 * period. Scores rise and visits fall, by the unit. The same every time they are made.
 */
final class ManyPeriods {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);
  private static final int COMPOSITES = 6;
  private static final int LEAVES = 30;
  private static final int REGIONS = 31;
  private static final int TYPES = 4;
  private static final int ENQUIRIES = 4;
  private static final int DAY_SECONDS = 86_400;
  private static final List<String> STAGES = List.of("registration", "seal", "invoice", "bank");

  private final int units;
  private final int periods;

  private ManyPeriods(int units, int periods) {
    this.units = units;
    this.periods = periods;
  }

  /**
   * Writes {@code framework.yaml}, {@code units.csv} and the tables {@code observations}, {@code
   * visits} and {@code enquiries}.
   *
   * @param args the folder, how many units, how many periods
   */
  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    var made = new ManyPeriods(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("framework.yaml"), made.framework());
    Files.writeString(folder.resolve("units.csv"), made.units());
    var settings = Map.of("spark.master", "local[2]", "spark.ui.enabled", "false");
    try (var session = Sessions.open(settings, ZONE, false)) {
      var note = new CommitNote("bench", "bench", "1", "", "");
      var lake = new DeltaLake(session.spark(), folder.resolve("warehouse").toString(), note);
      var spark = session.spark();
      long cells = (long) made.units * made.periods;
      lake.replaceAll(
          Tables.OBSERVATIONS, made.observations(spark.range(0, cells * LEAVES, 1, 2).toDF(ID)));
      lake.replaceAll(
          Tables.VISITS, made.visits(spark.range(0, cells * STAGES.size(), 1, 2).toDF(ID)));
      lake.replaceAll(
          Tables.ENQUIRIES, made.enquiries(spark.range(0, cells * ENQUIRIES, 1, 2).toDF(ID)));
    }
  }

  private Dataset<Row> observations(Dataset<Row> ids) {
    var leaf = pmod(col(ID), lit(LEAVES));
    var slope = pmod(xxhash64(lit(5), unit(LEAVES)), lit(7)).minus(1).divide(2);
    var points = uniform(1).multiply(60).plus(20).plus(slope.multiply(period(LEAVES)));
    return ids.select(
        periodId(LEAVES),
        unitId(LEAVES),
        format_string("leaf-%02d", leaf).as(INDICATOR),
        when(leaf.equalTo(0), when(uniform(2).lt(0.8), 1.0).otherwise(0.0))
            .otherwise(least(lit(100.0), greatest(lit(0.0), floor(points).cast("double"))))
            .as(VALUE),
        lit(null).cast("string").as(CATEGORY),
        lit(null).cast("string").as(OBSERVER),
        lit(null).cast("timestamp").as(OBSERVED_AT),
        lit(null).cast("string").as(CHANNEL),
        lit(null).cast("string").as(EVIDENCE),
        file("observations.csv"),
        line(),
        lit(1L).as(SEQUENCE),
        load());
  }

  private Dataset<Row> visits(Dataset<Row> ids) {
    int n = STAGES.size();
    var stages = array(STAGES.stream().map(name -> lit(name)).toArray(Column[]::new));
    var needed = lit(1.8).minus(period(n).multiply(0.12)).multiply(uniform(3)).multiply(2);
    var visits = greatest(lit(0), floor(needed).cast("int"));
    return ids.select(
        periodId(n),
        unitId(n),
        element_at(stages, pmod(col(ID), lit(n)).plus(1).cast("int")).as(STAGE),
        visits.as(VISITS),
        when(visits.gt(1), "apply+collect").when(visits.equalTo(1), "collect").as(STEP),
        when(visits.gt(0), "hall").otherwise("online").as(HANDLED_BY),
        when(visits.gt(0), "result-collected-in-person").as(REASON),
        file("visits.csv"),
        line(),
        lit(1L).as(SEQUENCE),
        load());
  }

  private Dataset<Row> enquiries(Dataset<Row> ids) {
    var starts = IntStream.range(0, periods).mapToObj(p -> lit(midnight(start(p))));
    var start = element_at(array(starts.toArray(Column[]::new)), period(ENQUIRIES).plus(1));
    var sent = start.plus(floor(uniform(6).multiply(150 * DAY_SECONDS)));
    var waited = uniform(7).multiply(uniform(8)).multiply(20 * DAY_SECONDS);
    var isAnswered = pmod(xxhash64(lit(9), col(ID)), lit(100)).lt(pmod(unit(4), lit(15)).plus(85));
    return ids.select(
        format_string("enquiry-%07d", col(ID)).as(ID),
        periodId(ENQUIRIES),
        unitId(ENQUIRIES),
        when(pmod(col(ID), lit(2)).equalTo(0), "complaint").otherwise("consultation").as(KIND),
        timestamp_seconds(sent).as(SUBMITTED_AT),
        when(isAnswered, timestamp_seconds(sent.plus(floor(waited)))).as(ANSWERED_AT),
        when(isAnswered, true).as(RESOLVED),
        lit(null).cast("string").as(CHANNEL),
        lit(null).cast("timestamp").as(OBSERVED_AT),
        file("enquiries.csv"),
        line(),
        lit(1L).as(SEQUENCE),
        load());
  }

  /** Rows follow each other by unit, then by period, then by what there are {@code n} of. */
  private Column period(int n) {
    return pmod(floor(col(ID).divide(n)), lit(periods)).cast("int");
  }

  private Column unit(int n) {
    return floor(col(ID).divide((long) n * periods));
  }

  private Column periodId(int n) {
    return format_string("P%02d", period(n)).as(PERIOD);
  }

  private Column unitId(int n) {
    return format_string("unit-%04d", unit(n)).as(UNIT);
  }

  private static Column uniform(int seed) {
    return shiftrightunsigned(xxhash64(lit(seed), col(ID)), 11).multiply(Math.scalb(1.0, -53));
  }

  private static Column file(String name) {
    return lit(name).as(SOURCE_FILE);
  }

  private static Column line() {
    return col(ID).plus(2).as(SOURCE_LINE);
  }

  private static Column load() {
    return lit("bench").as(LOAD_ID);
  }

  private static LocalDate start(int period) {
    return FIRST_DAY.plusMonths(6L * period);
  }

  private static long midnight(LocalDate day) {
    return day.atStartOfDay(ZONE).toEpochSecond();
  }

  private String framework() {
    var yaml = new StringBuilder();
    yaml.append("id: bench\nversion: \"1\"\ntimezone: %s\n".formatted(ZONE));
    yaml.append("title: {zh: 评估, en: Assessment}\nperiods:\n");
    for (int period = 0; period < periods; period++) {
      var start = start(period);
      int half = 1 + period % 2;
      yaml.append(
          "  - {id: P%02d, start: %s, end: %s, title: {zh: %d年%s半年, en: %d H%d}}%n"
              .formatted(
                  period,
                  start,
                  start.plusMonths(6).minusDays(1),
                  start.getYear(),
                  half == 1 ? "上" : "下",
                  start.getYear(),
                  half));
    }
    yaml.append(
        """
        units: units.csv
        groups: [region, type]
        weights: relative
        compare: {resamples: 100, ranks: {draws: 100}}
        service-levels:
          consultation: {reply-within: 5 working-days}
          complaint: {reply-within: 5 working-days}
        problems: {parameters: {sample_form: leaf-00, key_stages: [%s]}}
        index:
          id: overall
          title: {zh: 总指数, en: Overall index}
          children:
        """
            .formatted(String.join(", ", STAGES)));
    for (int composite = 0; composite < COMPOSITES; composite++) {
      int number = composite + 1;
      yaml.append("    - id: composite-%d%n".formatted(composite));
      yaml.append("      title: {zh: 指标组%d, en: Composite %d}%n".formatted(number, number));
      yaml.append("      weight: %d%n      children:%n".formatted(number));
      for (int leaf = composite; leaf < LEAVES; leaf += COMPOSITES) {
        yaml.append(
            "        - {id: leaf-%02d, title: {zh: 指标%d, en: Leaf %d}, weight: %d, score: {kind: %s}}%n"
                .formatted(leaf, leaf, leaf, 1 + leaf % 4, leaf == 0 ? "binary" : "direct"));
      }
    }
    return yaml.toString();
  }

  private String units() {
    return IntStream.range(0, units)
        .mapToObj(
            unit ->
                "unit-%04d,County %d,第%d县,County %d,region-%02d,type-%d%n"
                    .formatted(unit, unit, unit, unit, unit % REGIONS, unit / REGIONS % TYPES))
        .collect(joining("", "unit,name,name_zh,name_en,region,type\n", ""));
  }
}
