package dev.tidemark;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.Sample;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From the sample's files to every figure on channels that was published of the assessment. The
 * sample is synthetic, calibrated so that these figures come out.
 */
class ChannelsEndToEndTest {
  private static DeltaLake lake;

  @BeforeAll
  static void run() {
    lake = Sample.after("findings");
  }

  @Test
  void theGuidesOfTenCitiesWereFullyConsistentInBothWaves() {
    var both = only(Tables.CONSISTENCY_SUMMARY, "period = 'all' AND group_by = 'all'");

    assertThat(both.<Long>getAs(JUDGED_UNITS)).isEqualTo(36);
    assertThat(both.<Long>getAs(FULLY_CONSISTENT_UNITS)).isEqualTo(10);
  }

  /** The audits were made from this indicator, and have to give it back. */
  @Test
  void inEveryCityAndWaveAsManyElementsAgreeAsTheIndicatorSays() throws IOException {
    var indicator =
        Files.readAllLines(Sample.folder().resolve("observations.csv")).stream()
            .map(line -> line.split(",", -1))
            .filter(cells -> cells[2].equals("G21"))
            .collect(toMap(cells -> cells[0] + " " + cells[1], cells -> Long.valueOf(cells[3])));

    Map<String, Long> consistent =
        rows(Tables.CHANNEL_CONSISTENCY, "period <> 'all' AND elements = 10").stream()
            .collect(
                toMap(
                    row -> row.<String>getAs(PERIOD) + " " + row.<String>getAs(UNIT),
                    row -> row.<Long>getAs(CONSISTENT)));

    assertThat(consistent).hasSize(72).isEqualTo(indicator);
  }

  /** Counted from the indicator by the rule of the sample's README. */
  @Test
  void theElementsThatDifferMostAreTheTimeLimitAndTheMaterials() {
    assertThat(elements("W1")).startsWith("time-limit 24", "materials 18");
    assertThat(elements("W2")).startsWith("time-limit 23", "materials 17");
  }

  @Test
  void thirtyFourCitiesHadAMobileChannelAndTwentyEightTwoKindsOrMore() {
    assertThat(covered("at_least", "1")).isEqualTo(34);
    assertThat(covered("at_least", "2")).isEqualTo(28);
  }

  @Test
  void anAppWithAnOfficialAccountWasTheMostFrequentMix() {
    var first = only(Tables.MOBILE_SUMMARY, "period = 'W2' AND rank = 1");

    assertThat(first.<String>getAs(CHANNEL_MIX)).isEqualTo("app+wechat-official-account");
    assertThat(first.<Long>getAs(N_UNITS)).isEqualTo(17);
    assertThat(first.<Long>getAs(KNOWN_UNITS)).isEqualTo(36);
  }

  @Test
  void twentySevenCitiesPublishedInformationOnTheEpidemic() {
    assertThat(covered("feature", "epidemic_information")).isEqualTo(27);
  }

  /** Mobile channels were recorded in wave 2 alone. */
  @Test
  void aWaveThatWasNotObservedHasNoMixAndNoChange() {
    assertThat(rows(Tables.MOBILE_SUMMARY, "period = 'W1'")).isEmpty();
    assertThat(rows(Tables.MOBILE_CHANGES, "true")).isEmpty();
  }

  private static List<String> elements(String period) {
    return lake
        .read(Tables.ELEMENT_CONSISTENCY)
        .where("group_by = 'all'")
        .where(col(PERIOD).equalTo(period))
        .orderBy(RANK)
        .collectAsList()
        .stream()
        .map(row -> row.<String>getAs(ELEMENT) + " " + row.<Long>getAs(DIFFERING_UNITS))
        .toList();
  }

  private static long covered(String aspect, String name) {
    return only(
            Tables.MOBILE_COVERAGE,
            "period = 'W2' AND group_by = 'all' AND aspect = '%s' AND name = '%s'"
                .formatted(aspect, name))
        .getAs(N_UNITS);
  }

  private static Row only(TableSpec table, String condition) {
    var rows = rows(table, condition);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static List<Row> rows(TableSpec table, String condition) {
    return lake.read(table).where(condition).collectAsList();
  }
}
