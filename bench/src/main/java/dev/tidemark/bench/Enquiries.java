package dev.tidemark.bench;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.tidemark.cli.Sessions;
import dev.tidemark.days.Calendars;
import dev.tidemark.framework.ExpressionCheck;
import dev.tidemark.framework.FrameworkYaml;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Any number of enquiries to 300 units in 31 regions and 4 types, in four quarters from October
 * 2019: two in three are consultations; 70 to 99 % are answered, by the unit, half within three
 * days; one in ten tells when it was last looked at. Ten units had a longer Spring Festival. The
 * same every time they are made.
 */
final class Enquiries {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final List<LocalDate> STARTS =
      IntStream.range(0, 5).mapToObj(q -> LocalDate.of(2019, 10, 1).plusMonths(3L * q)).toList();
  static final int PERIODS = STARTS.size() - 1;
  static final Map<String, Integer> FLOORS = Map.of("consultation", 5, "complaint", 15);
  static final double MIN_SHARE = 0.8;
  private static final int UNITS = 300;
  private static final int REGIONS = 31;
  private static final int TYPES = 4;
  private static final int DAY_SECONDS = 86_400;
  private static final int LONGEST_DAYS = 40;
  private static final LocalDate LAST_DAY = LocalDate.of(2020, 12, 31);
  private static final long ROWS_PER_FILE = 2_500_000;

  private Enquiries() {}

  /**
   * Writes {@code framework.yaml}, {@code units.csv}, {@code days.csv} (each calendar's days with
   * the number of working days to each) and the table {@code enquiries}.
   *
   * @param args the folder, the number of enquiries, and a word that says nothing
   */
  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("framework.yaml"), framework());
    Files.writeString(folder.resolve("units.csv"), units());
    Files.writeString(folder.resolve("days.csv"), days(folder));
    var settings = Map.of("spark.master", "local[2]", "spark.ui.enabled", "false");
    try (var session = Sessions.open(settings, ZONE, false)) {
      var note = new CommitNote("bench", "bench", "1", "", "");
      var lake = new DeltaLake(session.spark(), folder.resolve("warehouse").toString(), note);
      lake.replaceAll(Tables.ENQUIRIES, enquiries(session.spark(), Long.parseLong(args[1])));
    }
  }

  private static Dataset<Row> enquiries(SparkSession spark, long n) {
    int files = (int) Math.max(2, n / ROWS_PER_FILE);
    var period = pmod(xxhash64(lit(1), col(ID)), lit(PERIODS));
    var unit = pmod(xxhash64(lit(2), col(ID)), lit(UNITS));
    var start = of(period, q -> midnight(STARTS.get(q)));
    var length = of(period, q -> midnight(STARTS.get(q + 1)) - midnight(STARTS.get(q)));
    var sent = start.plus(floor(uniform(3).multiply(length)));
    var wait = uniform(4).multiply(uniform(5)).multiply(uniform(6)).multiply(LONGEST_DAYS);
    var replied = sent.plus(floor(wait.multiply(DAY_SECONDS)));
    var isAnswered = pmod(xxhash64(lit(7), col(ID)), lit(100)).lt(pmod(unit, lit(30)).plus(70));
    var isLooked = pmod(xxhash64(lit(8), col(ID)), lit(10)).equalTo(0);
    var looked = sent.plus(floor(uniform(9).multiply(20 * DAY_SECONDS)));
    return spark
        .range(0, n, 1, files)
        .toDF(ID)
        .select(
            format_string("enquiry-%09d", col(ID)).as(ID),
            format_string("Q%d", period).as(PERIOD),
            format_string("unit-%03d", unit).as(UNIT),
            when(pmod(xxhash64(lit(10), col(ID)), lit(3)).equalTo(0), "complaint")
                .otherwise("consultation")
                .as(KIND),
            timestamp_seconds(sent).as(SUBMITTED_AT),
            when(isAnswered, timestamp_seconds(replied)).as(ANSWERED_AT),
            when(isAnswered, pmod(xxhash64(lit(11), col(ID)), lit(5)).notEqual(0)).as(RESOLVED),
            lit(null).cast("string").as(CHANNEL),
            when(isLooked, timestamp_seconds(looked)).as(OBSERVED_AT),
            lit("enquiries.csv").as(SOURCE_FILE),
            col(ID).plus(2).as(SOURCE_LINE),
            lit(1L).as(SEQUENCE),
            lit("bench").as(LOAD_ID));
  }

  private static Column uniform(int seed) {
    return shiftrightunsigned(xxhash64(lit(seed), col(ID)), 11).multiply(Math.scalb(1.0, -53));
  }

  private static Column of(Column period, java.util.function.IntToLongFunction value) {
    var values = IntStream.range(0, PERIODS).mapToObj(q -> lit(value.applyAsLong(q)));
    return element_at(array(values.toArray(Column[]::new)), period.plus(1).cast("int"));
  }

  private static long midnight(LocalDate day) {
    return day.atStartOfDay(ZONE).toEpochSecond();
  }

  private static String framework() {
    var periods =
        IntStream.range(0, PERIODS)
            .mapToObj(
                q ->
                    "  - {id: Q%d, start: %s, end: %s}%n"
                        .formatted(q, STARTS.get(q), STARTS.get(q + 1).minusDays(1)))
            .collect(joining());
    var floors =
        FLOORS.entrySet().stream()
            .map(
                floor ->
                    "  %s: {reply-within: %d working-days, min-share: %s}%n"
                        .formatted(floor.getKey(), floor.getValue(), MIN_SHARE))
            .collect(joining());
    var longer = STARTS.get(1).plusDays(33).datesUntil(STARTS.get(1).plusDays(44));
    var regional = IntStream.range(0, 10).mapToObj("unit-%03d"::formatted).collect(joining(", "));
    return """
    id: bench
    version: "1"
    timezone: %s
    periods:
    %sunits: units.csv
    groups: [region, type]
    service-levels:
    %scalendar:
      regions:
        - id: hubei
          units: [%s]
          days-off: [%s]
    index: {id: overall, children: [{id: leaf, weight: 1, score: {kind: direct}}]}
    """
        .formatted(
            ZONE,
            periods,
            floors,
            regional,
            longer.map(LocalDate::toString).collect(joining(", ")));
  }

  private static String units() {
    return IntStream.range(0, UNITS)
        .mapToObj(
            unit ->
                "unit-%03d,Unit %d,region-%02d,type-%d%n"
                    .formatted(unit, unit, unit % REGIONS, unit / REGIONS % TYPES))
        .collect(joining("", "unit,name,region,type\n", ""));
  }

  /** For all units: DuckDB is told what Tidemark's calendar says. */
  private static String days(Path folder) {
    var framework =
        FrameworkYaml.read(folder.resolve("framework.yaml"), ExpressionCheck.trustingTheAuthor());
    var calendars = Calendars.of(framework.calendar());
    var csv = new StringBuilder("calendar,day,working_day_number,is_working_day\n");
    calendars
        .byId()
        .forEach(
            (id, days) -> {
              int number = 0;
              for (long i = 0; i <= ChronoUnit.DAYS.between(STARTS.get(0), LAST_DAY); i++) {
                var day = STARTS.get(0).plusDays(i);
                number += days.isWorkingDay(day) ? 1 : 0;
                csv.append("%s,%s,%d,%s%n".formatted(id, day, number, days.isWorkingDay(day)));
              }
            });
    return csv.toString();
  }
}
