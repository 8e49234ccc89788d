package dev.tidemark;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.averagingInt;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.cli.TidemarkCommand;
import dev.tidemark.support.DoingBusiness;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Procedures to start a business, the World Bank's Doing Business 2004 to 2020, as visits of one
 * stage. Economies enter and leave, and years are missing. Skipped where the file is not beside the
 * repository; the expected numbers are counted from it in plain Java.
 */
class ProceduresAsVisitsTest {
  @TempDir private static Path folder;
  private static Map<String, Integer> procedures;
  private static DeltaLake lake;

  @BeforeAll
  static void ingestAndCount() throws IOException {
    var published = DoingBusiness.read();
    var input = Files.createDirectory(folder.resolve("input"));
    published.writeProceduresTo(input);
    procedures = published.procedures();
    var framework = input.resolve("framework.yaml").toString();
    var warehouse = folder.resolve("warehouse").toString();
    assertThat(
            TidemarkCommand.run("ingest", "-f", framework, "-i", input.toString(), "-w", warehouse))
        .isZero();
    assertThat(TidemarkCommand.run("visits", "-f", framework, "-w", warehouse)).isZero();
    lake = new DeltaLake(SharedSpark.session(), warehouse, CommitNote.READER);
  }

  @Test
  void theMeanOfEveryYearIsThatOfTheFile() {
    var means =
        procedures.entrySet().stream()
            .collect(groupingBy(e -> period(e.getKey()), averagingInt(Map.Entry::getValue)));

    var summary = rows(Tables.VISIT_SUMMARY, isAll().and(col(PERIOD).notEqual("all")));

    assertThat(means).hasSize(17);
    assertThat(summary)
        .hasSize(17)
        .allSatisfy(
            row ->
                assertThat(row.<Double>getAs(MEAN_VISITS))
                    .isCloseTo(means.get(row.<String>getAs(PERIOD)), within(1e-12)));
  }

  /** R, over the rows with a whole number: {@code aggregate(procedures_men ~ db_year, d, sum)}. */
  @Test
  void theFirstYearHas1498ProceduresIn145EconomiesAndTheLast1393In209() {
    assertThat(mean("DB2004", "all", "all")).isCloseTo(1498 / 145.0, within(1e-12));
    assertThat(mean("DB2020", "all", "all")).isCloseTo(1393 / 209.0, within(1e-12));
  }

  /** The same by region. */
  @Test
  void everyGroupHasARowInEveryYearAndAfricaMeansAsInTheFile() {
    var groups = rows(Tables.VISIT_SUMMARY, col(GROUP_BY).notEqual("all"));

    assertThat(groups).hasSize((17 + 1) * (7 + 4));
    assertThat(mean("DB2004", "region", "Sub-Saharan Africa")).isCloseTo(374 / 33.0, within(1e-12));
    assertThat(mean("DB2020", "region", "Sub-Saharan Africa")).isCloseTo(371 / 50.0, within(1e-12));
  }

  @Test
  void everyYearCountsTheEconomiesOfTheFileAndThoseAtMostThreeTimes() {
    var units = count(procedures);
    var atMostThree =
        count(
            procedures.entrySet().stream()
                .filter(e -> e.getValue() <= 3)
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));

    var summary = rows(Tables.VISIT_SUMMARY, isAll().and(col(PERIOD).notEqual("all")));

    assertThat(summary)
        .allSatisfy(
            row -> {
              var period = row.<String>getAs(PERIOD);
              assertThat(units).contains(entry(period, row.<Long>getAs(N_UNITS)));
              assertThat(atMostThree).contains(entry(period, row.<Long>getAs(AT_MOST_ONCE_UNITS)));
            });
  }

  @Test
  void aChangeIsOverTheEconomiesOfBothYears() {
    var both = new HashSet<>(units("DB2004"));
    both.retainAll(units("DB2005"));
    double expected =
        both.stream()
            .mapToInt(unit -> procedures.get("DB2005 " + unit) - procedures.get("DB2004 " + unit))
            .average()
            .orElseThrow();

    var change =
        rows(Tables.VISIT_CHANGES, col(SCOPE).equalTo("all").and(col(PERIOD_TO).equalTo("DB2005")))
            .get(0);

    assertThat(change.<Integer>getAs(N)).isEqualTo(both.size());
    assertThat(change.<Double>getAs(CHANGE)).isCloseTo(expected, within(1e-12));
    assertThat(change.<Double>getAs(COVERAGE)).isEqualTo(1.0);
  }

  @Test
  void everyPairScopeAndGroupHasARowAndDriversSumToTheChanges() {
    var drivers =
        lake.read(Tables.VISIT_DRIVERS)
            .groupBy(col(PERIOD_TO).as("to"), col(UNIT))
            .agg(sum(CHANGE).as("drivers"));

    var differing =
        lake.read(Tables.VISIT_CHANGES)
            .where(col(SCOPE).equalTo("unit"))
            .join(drivers, col(SCOPE_ID).equalTo(col(UNIT)).and(col(PERIOD_TO).equalTo(col("to"))))
            .where(col(CHANGE).eqNullSafe(col("drivers")).equalTo(lit(false)));

    assertThat(rows(Tables.VISIT_CHANGES, col(SCOPE).equalTo("all"))).hasSize(16);
    assertThat(rows(Tables.VISIT_CHANGES, col(SCOPE).equalTo("group"))).hasSize(16 * (7 + 4));
    assertThat(rows(Tables.VISIT_CHANGES, col(SCOPE).equalTo("unit"))).hasSize(16 * 213);
    assertThat(differing.collectAsList()).isEmpty();
  }

  private static Set<String> units(String period) {
    var units = new HashSet<String>();
    procedures.keySet().stream()
        .filter(key -> period(key).equals(period))
        .forEach(key -> units.add(key.substring(key.indexOf(' ') + 1)));
    return units;
  }

  private static Map<String, Long> count(Map<String, Integer> counted) {
    return counted.keySet().stream()
        .collect(groupingBy(ProceduresAsVisitsTest::period, counting()));
  }

  private static String period(String key) {
    return key.substring(0, key.indexOf(' '));
  }

  private static double mean(String period, String by, String id) {
    var isOfGroup = col(GROUP_BY).equalTo(by).and(col(GROUP_ID).equalTo(id));
    return rows(Tables.VISIT_SUMMARY, col(PERIOD).equalTo(period).and(isOfGroup))
        .get(0)
        .getAs(MEAN_VISITS);
  }

  private static Column isAll() {
    return col(GROUP_BY).equalTo("all");
  }

  private static List<Row> rows(TableSpec table, Column condition) {
    return lake.read(table).where(condition).collectAsList();
  }
}
