package dev.tidemark;

import static dev.tidemark.table.Col.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.tidemark.cli.TidemarkCommand;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.ExpressionCheck;
import dev.tidemark.framework.FrameworkYaml;
import dev.tidemark.framework.Unit;
import dev.tidemark.support.Comparisons;
import dev.tidemark.support.SharedData;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import io.delta.tables.DeltaTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From the sample's files to every index figure that was published of the assessment: "starting a
 * business" in 36 key cities of China, waves of 28 December 2019 to 10 January 2020 and 28 March to
 * 10 April 2020. The sample is synthetic, calibrated so that these figures come out half-up.
 */
class EndToEndTest {
  private static final Path SAMPLE = SharedData.repository("data-samples/assessment-36-cities");
  @TempDir private static Path warehouse;
  private static EvaluationFramework framework;
  private static DeltaLake lake;

  @BeforeAll
  static void checkIngestIndexAndCompare() {
    assertThat(run("check", "--input", SAMPLE.toString())).isZero();
    assertThat(run("ingest", "--input", SAMPLE.toString(), "--warehouse", warehouse.toString()))
        .isZero();
    assertThat(run("index", "--warehouse", warehouse.toString())).isZero();
    assertThat(run("compare", "--warehouse", warehouse.toString())).isZero();
    assertThat(run("findings", "--warehouse", warehouse.toString())).isZero();
    framework =
        FrameworkYaml.read(SAMPLE.resolve("framework.yaml"), ExpressionCheck.trustingTheAuthor());
    lake = new DeltaLake(SharedSpark.session(), warehouse.toString(), CommitNote.READER);
  }

  @Test
  void theOverallIndexIsAsPublished() {
    assertThat(mean("W1", "overall")).isEqualTo("78.68");
    assertThat(mean("W2", "overall")).isEqualTo("81.19");
    assertThat(mean("all", "overall")).isEqualTo("79.94");
  }

  @Test
  void guidesAreWeakButImproved() {
    assertThat(mean("W2", "guide")).isEqualTo("73.19");
    assertThat(groupScore("W2", "all", "all", "guide"))
        .isGreaterThan(groupScore("W1", "all", "all", "guide"));
  }

  @Test
  void interactionDeclinedAndIsTheLowestOfTheFour() {
    assertThat(mean("W2", "interaction")).isEqualTo("62.86");
    assertThat(groupScore("W2", "all", "all", "interaction"))
        .isLessThan(groupScore("W1", "all", "all", "interaction"))
        .isLessThan(groupScore("W2", "all", "all", "guide"))
        .isLessThan(groupScore("W2", "all", "all", "technical"))
        .isLessThan(groupScore("W2", "all", "all", "handling"));
  }

  @Test
  void theSouthIsTheHighestRegionAndTheNorthTheLowest() {
    assertThat(regions()).hasSize(7).startsWith("south").endsWith("north");
    assertThat(round(groupScore("all", "region", "south", "overall"))).isEqualTo("88.79");
    assertThat(round(groupScore("all", "region", "north", "overall"))).isEqualTo("74.65");
  }

  /** The publication names these three; in the sample two more lie below the mean (its README). */
  @Test
  void northNorthwestAndNortheastAreTheLowestThreeAndBelowTheMean() {
    assertThat(regions().subList(4, 7)).containsExactly("northeast", "northwest", "north");
    assertThat(groupScore("all", "region", "northeast", "overall"))
        .isLessThan(groupScore("all", "all", "all", "overall"));
  }

  @Test
  void theFirstTenCitiesAreInThePublishedOrder() {
    assertThat(cities().subList(0, 10))
        .containsExactly("北京", "深圳", "杭州", "厦门", "南宁", "广州", "上海", "青岛", "合肥", "宁波");
    assertThat(ranks().values()).contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void theLastTenCitiesAreInThePublishedOrder() {
    assertThat(cities().subList(26, 36))
        .containsExactly("西宁", "石家庄", "太原", "拉萨", "武汉", "哈尔滨", "银川", "天津", "南昌", "呼和浩特");
    assertThat(ranks().values()).contains(27, 28, 29, 30, 31, 32, 33, 34, 35, 36);
  }

  @Test
  void xiningXianAndTianjinDeclinedMost() {
    var before = scores("W1");
    var after = scores("W2");

    var byChange =
        framework.units().stream()
            .sorted(Comparator.comparing(unit -> after.get(unit.id()) - before.get(unit.id())))
            .map(unit -> unit.title().zh())
            .toList();

    assertThat(byChange.subList(0, 3)).containsExactlyInAnyOrder("西宁", "西安", "天津");
    assertThat(after.get("630100")).isLessThan(before.get("630100"));
    assertThat(after.get("610100")).isLessThan(before.get("610100"));
    assertThat(after.get("120000")).isLessThan(before.get("120000"));
  }

  /** {@code src/test/R/score_changes.R} on the 36 indices of both waves. */
  @Test
  void theIndexRoseByTwoAndAHalfPointsWithThisInterval() {
    var overall = change("all", "all", "overall");

    assertThat(overall.<Integer>getAs(N)).isEqualTo(36);
    assertThat(overall.<Double>getAs(CHANGE)).isCloseTo(2.508333333333333, offset(1e-10));
    assertThat(overall.<Double>getAs(CI_LOW)).isCloseTo(0.4323355577719847, offset(1e-10));
    assertThat(overall.<Double>getAs(CI_HIGH)).isCloseTo(4.584331108894681, offset(1e-10));
    assertThat(overall.<Double>getAs(T)).isCloseTo(2.4528867259107177, offset(1e-10));
    assertThat(overall.<Double>getAs(P_T)).isCloseTo(0.019297419524273798, offset(1e-10));
    assertThat(overall.<String>getAs(VERDICT)).isEqualTo("improved");
  }

  @Test
  void guidesImprovedAndInteractionDeclinedAlsoAmongTheFourTested() {
    var guide = change("all", "all", "guide");
    var interaction = change("all", "all", "interaction");

    assertThat(guide.<String>getAs(FAMILY)).isEqualTo("all, depth 1");
    assertThat(guide.<String>getAs(VERDICT)).isEqualTo("improved");
    assertThat(guide.<Double>getAs(P_ADJUSTED)).isLessThan(0.05);
    assertThat(interaction.<String>getAs(VERDICT)).isEqualTo("declined");
    assertThat(interaction.<Double>getAs(P_ADJUSTED)).isLessThan(0.05);
  }

  /** Tianjin, Xining, Xi'an; 22 leaves each. */
  @Test
  void theThreeLargestFallsOfCitiesAreThePublishedOnesEachWithATest() {
    var cities =
        lake.read(Tables.SCORE_CHANGES)
            .where(col(SCOPE).equalTo("unit").and(col(NODE).equalTo("overall")))
            .orderBy(CHANGE)
            .limit(3)
            .collectAsList();

    assertThat(cities)
        .extracting(row -> row.getAs(SCOPE_ID))
        .containsExactlyInAnyOrder("120000", "630100", "610100");
    assertThat(cities).allSatisfy(row -> assertThat(row.<Double>getAs(P_ADJUSTED)).isNotNull());
  }

  /** Of the second wave, of consultations and complaints. */
  @Test
  void repliesWithinFiveWorkingDaysAndResolvedOnesAreAsPublished() {
    assertThat(level("W2", "consultation").<Long>getAs(WITHIN_FLOOR)).isEqualTo(22);
    assertThat(level("W2", "consultation").<Long>getAs(RESOLVED)).isEqualTo(16);
    assertThat(level("W2", "complaint").<Long>getAs(WITHIN_FLOOR)).isEqualTo(11);
    assertThat(level("W2", "complaint").<Long>getAs(RESOLVED)).isEqualTo(8);
  }

  @Test
  void citiesWithoutScenarioGuidesAndWithoutSampleFormsAreAsPublished() {
    assertThat(citiesWithout("G12")).isEqualTo(14);
    assertThat(citiesWithout("G13")).isEqualTo(9);
  }

  /** {@code src/test/R/service_levels.R}. */
  @Test
  void repliesTakeThisLongWithTheUnansweredStillWaiting() {
    var consultations = level("W2", "consultation");
    var complaints = level("W1", "complaint");

    assertThat(consultations.<java.sql.Date>getAs(OBSERVED_UNTIL)).isEqualTo("2020-04-20");
    assertThat(times(consultations)).containsExactly(4.0, 2.0, 6.0, 13.0, 10.0, null);
    assertThat(times(complaints)).containsExactly(4.5, 3.0, 8.0, 13.0, 11.0, null);
    assertThat(consultations.<Double>getAs(WITHIN_LOW))
        .isCloseTo(0.4791396311978174, offset(1e-12));
    assertThat(consultations.<Double>getAs(WITHIN_HIGH))
        .isCloseTo(0.785120794051205, offset(1e-12));
  }

  /** {@code src/test/R/service_levels.R}: 3 cities gained, 9 lost. */
  @Test
  void fewerComplaintsWereAnsweredInTimeButTwentyFiveCitiesDoNotSettleIt() {
    var change =
        lake.read(Tables.SERVICE_CHANGES)
            .where(
                col(GROUP_BY)
                    .equalTo("all")
                    .and(col(KIND).equalTo("complaint"))
                    .and(col(MEASURE).equalTo(WITHIN_FLOOR)))
            .head();

    assertThat(change.<Long>getAs(N)).isEqualTo(25);
    assertThat(change.<Double>getAs(CHANGE)).isCloseTo(0.44 - 0.68, offset(1e-12));
    assertThat(change.<Double>getAs(P_VALUE)).isCloseTo(0.14599609375, offset(1e-12));
    assertThat(change.<String>getAs(VERDICT)).isEqualTo("inconclusive");
  }

  /** The observed leaves I12 and I22 and the enquiries are two tellings of one test. */
  @Test
  void enquiriesSayOfTimelinessWhatTheIndexWasGiven() {
    var told =
        lake
            .read(Tables.OBSERVATIONS)
            .where(col(INDICATOR).isin("I12", "I22").and(col(EVIDENCE).isNotNull()))
            .collectAsList()
            .stream()
            .collect(toMap(row -> row.<String>getAs(EVIDENCE), row -> row.<String>getAs(CATEGORY)));
    var counted =
        lake.read(Tables.SERVICE_LEVELS).where(col(GROUP_BY).equalTo(UNIT)).collectAsList().stream()
            .collect(toMap(EndToEndTest::enquiry, EndToEndTest::category));

    assertThat(told).hasSize(124);
    assertThat(counted).isEqualTo(told);
  }

  /**
   * 34 and 27 were sent; of the cities below the floor each has its reply that came late or not.
   */
  @Test
  void theCitiesBelowTheFloorAreListedWithAnEnquiryToLookAt() {
    var below =
        lake.read(Tables.SERVICE_SHORTFALLS).where(col(PERIOD).equalTo("W2")).collectAsList();

    assertThat(below).hasSize(34 - 22 + 27 - 11);
    assertThat(below)
        .allSatisfy(
            row ->
                assertThat(row.<String>getAs(EXAMPLE))
                    .isEqualTo("W2-" + row.getAs(UNIT) + "-" + row.getAs(KIND)));
  }

  private static Row level(String period, String kind) {
    return lake.read(Tables.SERVICE_LEVELS)
        .where(
            col(PERIOD)
                .equalTo(period)
                .and(col(KIND).equalTo(kind))
                .and(col(GROUP_BY).equalTo("all")))
        .head();
  }

  private static List<Double> times(Row level) {
    return Stream.of(
            MEDIAN_WORKING_DAYS, MEDIAN_LOW, MEDIAN_HIGH, P90_WORKING_DAYS, P90_LOW, P90_HIGH)
        .map(level::<Double>getAs)
        .toList();
  }

  private static long citiesWithout(String leaf) {
    return lake.read(Tables.INDEX_SCORES)
        .where(col(PERIOD).equalTo("W2").and(col(NODE).equalTo(leaf)).and(col(SCORE).equalTo(0.0)))
        .count();
  }

  /** The id of a city's only enquiry of a kind. */
  private static String enquiry(Row level) {
    return "%s-%s-%s"
        .formatted(
            level.<String>getAs(PERIOD), level.<String>getAs(GROUP_ID), level.<String>getAs(KIND));
  }

  private static String category(Row level) {
    if (level.<Long>getAs(WITHIN_FLOOR) == 1) {
      return "within-5-working-days";
    }
    return level.<Long>getAs(LATE) == 1 ? "later" : "no-reply";
  }

  @Test
  void changesAndDriversAddUp() {
    assertComparisonsAddUp();
  }

  /** Periods cannot be compared with what has no scores, nor backwards. */
  @Test
  void aPairThatCannotBeComparedIsWrongUsage() {
    var folder = warehouse.toString();

    assertThat(run("compare", "--warehouse", folder, "--from", "W2", "--to", "W1")).isEqualTo(2);
    assertThat(run("compare", "--warehouse", folder, "--from", "W1", "--to", "W9")).isEqualTo(2);
    assertThat(run("compare", "--warehouse", folder, "--from", "W1")).isEqualTo(2);
    assertThat(run("compare", "--warehouse", folder + "/none")).isEqualTo(2);
  }

  @Test
  void noRowIsInQuarantine() {
    assertThat(lake.read(Tables.QUARANTINE).count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/index.md", "docs/compare.md", "docs/services.md"})
  void everyQueryOfTheGuidesFindsSomething(String guide) throws IOException {
    assertThat(queries(guide))
        .hasSize(5)
        .allSatisfy(
            query -> {
              System.setIn(new ByteArrayInputStream(query.getBytes(UTF_8)));
              assertThat(TidemarkCommand.run("sql", "--warehouse", warehouse.toString(), "-"))
                  .isZero();
              assertThat(SharedSpark.session().sql(query).isEmpty()).isFalse();
            });
  }

  @Test
  void everythingAgainChangesNothing() {
    var versions = inputVersions();
    var changes = printed(lake.read(Tables.SCORE_CHANGES));
    var ranks = printed(lake.read(Tables.RANK_UNCERTAINTY));
    var scores = printed(lake.read(Tables.INDEX_SCORES));
    var groups = printed(lake.read(Tables.GROUP_SCORES));
    var levels = printed(lake.read(Tables.SERVICE_LEVELS));
    var services = printed(lake.read(Tables.SERVICE_CHANGES));
    var shortfalls = printed(lake.read(Tables.SERVICE_SHORTFALLS));

    assertThat(run("ingest", "--input", SAMPLE.toString(), "--warehouse", warehouse.toString()))
        .isZero();
    assertThat(run("index", "--warehouse", warehouse.toString())).isZero();
    assertThat(run("compare", "--warehouse", warehouse.toString(), "--period", "W2")).isZero();
    assertThat(run("findings", "--warehouse", warehouse.toString(), "--period", "W1")).isZero();

    assertThat(inputVersions()).isEqualTo(versions);
    assertThat(printed(lake.read(Tables.INDEX_SCORES))).isEqualTo(scores);
    assertThat(printed(lake.read(Tables.GROUP_SCORES))).isEqualTo(groups);
    assertThat(printed(lake.read(Tables.SERVICE_LEVELS))).isEqualTo(levels);
    assertThat(printed(lake.read(Tables.SERVICE_CHANGES))).isEqualTo(services);
    assertThat(printed(lake.read(Tables.SERVICE_SHORTFALLS))).isEqualTo(shortfalls);
    assertThat(printed(lake.read(Tables.SCORE_CHANGES))).isEqualTo(changes);
    assertThat(printed(lake.read(Tables.RANK_UNCERTAINTY))).isEqualTo(ranks);
    assertComparisonsAddUp();
  }

  /** The statements of a guide's SQL block. */
  private static List<String> queries(String file) throws IOException {
    var guide = Files.readString(SharedData.repository(file));
    var block = guide.substring(guide.indexOf("```sql") + 6);
    var queries = block.substring(0, block.indexOf("```")).split(";");
    return Arrays.stream(queries).map(String::strip).filter(query -> !query.isEmpty()).toList();
  }

  private static void assertComparisonsAddUp() {
    var comparisons = new Comparisons(lake);
    assertThat(comparisons.effectsThatDoNotAddUp()).isEmpty();
    assertThat(comparisons.changesThatAreNotTheDifferenceOfTheirMeans()).isEmpty();
    assertThat(comparisons.publishedScoresThatWereNot()).isEmpty();
    assertThat(comparisons.driversThatDoNotSumToTheirParent()).isEmpty();
    assertThat(comparisons.rootsThatAreNotTheChangeOfTheIndex()).isEmpty();
  }

  private static Row change(String scope, String id, String node) {
    return lake.read(Tables.SCORE_CHANGES)
        .where(
            col(SCOPE).equalTo(scope).and(col(SCOPE_ID).equalTo(id)).and(col(NODE).equalTo(node)))
        .head();
  }

  private static int run(String command, String... options) {
    var file = SAMPLE.resolve("framework.yaml").toString();
    var args = new java.util.ArrayList<>(List.of(command, "--framework", file));
    args.addAll(List.of(options));
    return TidemarkCommand.run(args.toArray(String[]::new));
  }

  private static Map<String, Long> inputVersions() {
    return Tables.inputs().stream()
        .filter(lake::has)
        .collect(toMap(table -> table.name(), table -> version(table)));
  }

  private static long version(TableSpec table) {
    return DeltaTable.forPath(SharedSpark.session(), lake.path(table))
        .history(1)
        .select("version")
        .head()
        .getLong(0);
  }

  private static List<String> printed(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  /** The regions' names, highest score first. */
  private static List<String> regions() {
    return lake
        .read(Tables.GROUP_SCORES)
        .where(
            col(PERIOD)
                .equalTo("all")
                .and(col(GROUP_BY).equalTo("region"))
                .and(col(NODE).equalTo("overall")))
        .orderBy(RANK)
        .collectAsList()
        .stream()
        .map(row -> row.<String>getAs(GROUP_ID))
        .toList();
  }

  /** The cities' names, first rank first. */
  private static List<String> cities() {
    var ranks = ranks();
    return framework.units().stream()
        .sorted(Comparator.comparing((Unit unit) -> ranks.get(unit.id())))
        .map(unit -> unit.title().zh())
        .toList();
  }

  private static Map<String, Integer> ranks() {
    return overall("all").stream()
        .collect(toMap(row -> row.<String>getAs(UNIT), row -> row.<Integer>getAs(RANK)));
  }

  private static Map<String, Double> scores(String period) {
    return overall(period).stream()
        .collect(toMap(row -> row.<String>getAs(UNIT), row -> row.<Double>getAs(SCORE)));
  }

  private static List<Row> overall(String period) {
    return lake.read(Tables.INDEX_SCORES)
        .where(col(PERIOD).equalTo(period).and(col(NODE).equalTo("overall")))
        .collectAsList();
  }

  private static String mean(String period, String node) {
    return round(groupScore(period, "all", "all", node));
  }

  private static double groupScore(String period, String by, String id, String node) {
    return lake.read(Tables.GROUP_SCORES)
        .where(
            col(PERIOD)
                .equalTo(period)
                .and(col(GROUP_BY).equalTo(by))
                .and(col(GROUP_ID).equalTo(id))
                .and(col(NODE).equalTo(node)))
        .head()
        .getAs(SCORE);
  }

  private static String round(double score) {
    return BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
