package dev.tidemark.catalogue;

import static dev.tidemark.support.Frameworks.ofChannels;
import static dev.tidemark.support.Frameworks.promoting;
import static dev.tidemark.support.Frameworks.unit;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.CatalogueRules;
import dev.tidemark.framework.ChannelRules;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.PromotionRules;
import dev.tidemark.framework.Title;
import dev.tidemark.framework.Unit;
import dev.tidemark.support.Findings;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every row of one small catalogue, worked out by hand. Periods are the first months of 2020. a has
 * no city level, and its lower levels were not delivered in P2; c has no catalogue at all.
 */
class CatalogueJobTest {
  private static final String ROWS =
      """
      P1 a province seal term         5个工作日
      P1 a province seal fee          免费
      P1 a province seal note         -
      P1 a province seal memo:x       1
      P1 a county   seal term         五个工作日。
      P1 a county   seal fee          10元
      P1 a county   seal note         x
      P1 a county   seal memo:x       2
      P1 a county   seal updated-on   2019-12-31
      P1 a county   seal single-entry yes
      P1 a county   bill fee          1元
      P1 a county   bill single-entry No
      P1 a township seal term         3天
      P1 b province seal fee          免费
      P1 b city     seal fee          免费。
      P1 b city     seal claimed-depth full
      P2 a province seal term         3个工作日
      P2 a province seal fee          免费
      P2 a province bill fee          1元
      P2 a province seal updated-on   2020-02-01
      P2 b province seal term         1天
      P2 b city     seal fee          免费
      P2 b city     seal updated-on   2020-01-31
      P2 b city     bill updated-on   January
      P2 b city     bill single-entry perhaps
      P3 a county   seal fee          10元
      P3 z county   seal fee          10元
      """;

  private static final List<Unit> UNITS =
      List.of(
          unit("a", Map.of("region", "north")),
          unit("b", Map.of("region", "north")),
          unit("c", Map.of("region", "south")));

  /** In P1 no policy applies yet, not even that about seals of the day after its beginning. */
  private static final CatalogueRules RULES =
      new CatalogueRules(
          Set.of("memo:*"),
          "updated-on",
          "single-entry",
          List.of(
              new CatalogueRules.Policy(LocalDate.of(2020, 2, 1), Title.of("all"), Set.of()),
              new CatalogueRules.Policy(
                  LocalDate.of(2020, 1, 2), Title.of("seals"), Set.of("seal"))));

  private static final String[] DRIFT_COLUMNS = {
    PERIOD_FROM, PERIOD_TO, UNIT, LEVEL, ITEM, ATTRIBUTE, DRIFT, EXPECTED, VALUE, STANDARD_LEVEL
  };

  @TempDir private static Path folder;
  private static Findings findings;

  @BeforeAll
  static void compareOnce() {
    findings = findings("first");
    findings.run(new CatalogueJob());
  }

  /**
   * a's county is held against its province, as there is no city. What a level offers that none
   * above offers (its bills) has no standard.
   */
  @Test
  void anAttributeIsHeldAgainstTheNearestLevelAboveThatGivesIt() {
    assertThat(drift("P1", "P1"))
        .containsExactly(
            "P1 P1 a county seal fee differs_from_above 免费 10元 province",
            "P1 P1 a county seal note only_below - x -",
            "P1 P1 a township seal fee missing_below 10元 - county",
            "P1 P1 a township seal note missing_below x - county",
            "P1 P1 a township seal term differs_from_above 五个工作日。 3天 county");
  }

  /** An update on the day of the policy is in time, and "January" is no day. */
  @Test
  void whatWasUpdatedBeforeAPolicyOfThePeriodIsStale() {
    assertThat(drift("P2", "P2"))
        .containsExactly(
            "P2 P2 b city seal fee only_below - 免费 -",
            "P2 P2 b city seal term missing_below 1天 - province",
            "P2 P2 b city seal updated-on stale 2020-02-01 2020-01-31 -");
  }

  @Test
  void whatTwoPeriodsBothObservedIsComparedFromOneToTheNext() {
    assertThat(drift("P1", "P2"))
        .containsExactly(
            "P1 P2 a province bill fee added - 1元 -",
            "P1 P2 a province seal term changed 5个工作日 3个工作日 -",
            "P1 P2 b province seal fee removed 免费 - -",
            "P1 P2 b province seal term added - 1天 -");
  }

  /** a's county came in P1 and P3, its province in P1 and P2, b in both but not in P3. */
  @Test
  void whatWasNotDeliveredInAPeriodWasNotRemoved() {
    assertThat(drift("P2", "P3")).isEmpty();
    assertThat(drift("P3", "P3")).isEmpty();
  }

  @Test
  void theRateIsOfTheAttributesThatALevelAboveSets() {
    assertThat(
            summary(
                "P1",
                "unit",
                COMPARED,
                STANDARD,
                DIFFERING,
                MISSING,
                ONLY_BELOW,
                STANDARDISATION_RATE))
        .containsExactly(
            "all a 5 1 2 2 1 0.2",
            "all b 1 1 0 0 0 1.0",
            "city b 1 1 0 0 0 1.0",
            "county a 2 1 1 0 1 0.5",
            "province a 0 0 0 0 0 -",
            "province b 0 0 0 0 0 -",
            "township a 3 0 1 2 0 0.0");
  }

  @Test
  void aGroupsRateIsTheMeanOfItsUnits() {
    assertThat(
            summary("P1", "region", N_UNITS, N_ITEMS, COMPARED, RATED_UNITS, STANDARDISATION_RATE))
        .containsExactly(
            "all north 2 6 6 2 0.6",
            "city north 1 1 1 1 1.0",
            "county north 1 2 2 1 0.5",
            "province north 2 2 0 0 -",
            "township north 1 1 3 1 0.0");
  }

  @Test
  void reachableAndStaleItemsAreCountedAmongThoseThatTell() {
    assertThat(
            summary(
                "P1",
                "all",
                ENTRY_TOLD_ITEMS,
                SINGLE_ENTRY_ITEMS,
                SINGLE_ENTRY_SHARE,
                DATED_ITEMS,
                STALE_ITEMS,
                STALE_SHARE))
        .contains("all all 2 1 0.5 0 0 -", "county all 2 1 0.5 0 0 -");
    assertThat(
            summary(
                "P2",
                "all",
                ENTRY_TOLD_ITEMS,
                SINGLE_ENTRY_ITEMS,
                SINGLE_ENTRY_SHARE,
                DATED_ITEMS,
                STALE_ITEMS,
                STALE_SHARE))
        .contains("all all 0 0 - 2 1 0.5", "province all 0 0 - 1 0 0.0");
  }

  /** The catalogue of P1 also decides what changed until P2. */
  @Test
  void aRunForOnePeriodRenewsWhatItIsComparedWith() {
    var again = findings("again");
    again.run(new CatalogueJob());
    var corrected =
        ROWS.replace("P1 a province seal term         5个", "P1 a province seal term  3个");
    again.deliver(Tables.ITEMS, corrected, CatalogueJobTest::item);

    again.run(new CatalogueJob(), "P1");

    var whole = Findings.in(folder.resolve("whole"), framework());
    whole.deliver(Tables.ITEMS, corrected, CatalogueJobTest::item);
    whole.run(new CatalogueJob());
    assertThat(everything(again, Tables.CATALOGUE_DRIFT))
        .isEqualTo(everything(whole, Tables.CATALOGUE_DRIFT))
        .isNotEqualTo(everything(findings, Tables.CATALOGUE_DRIFT));
    assertThat(everything(again, Tables.CATALOGUE_SUMMARY))
        .isEqualTo(everything(whole, Tables.CATALOGUE_SUMMARY));
  }

  @Test
  void withoutItemsNothingIsWrittenAndTheRunSaysSo() {
    var nothing = Findings.in(folder.resolve("nothing"), framework());

    nothing.run(new CatalogueJob());

    assertThat(nothing.progress())
        .containsExactly("catalogue: no items were loaded; catalogues are left out");
    assertThat(nothing.lake().has(Tables.CATALOGUE_DRIFT)).isFalse();
  }

  private static List<String> drift(String from, String to) {
    return findings.rows(Tables.CATALOGUE_DRIFT, DRIFT_COLUMNS).stream()
        .filter(row -> row.startsWith(from + " " + to))
        .toList();
  }

  /** Rows of one period and kind of group: the level, the group, and some columns. */
  private static List<String> summary(String period, String by, String... columns) {
    var shown =
        Stream.concat(Stream.of(LEVEL, GROUP_ID), Arrays.stream(columns)).toArray(String[]::new);
    return Findings.rows(
        findings
            .lake()
            .read(Tables.CATALOGUE_SUMMARY)
            .where("period = '%s' AND group_by = '%s'".formatted(period, by)),
        shown);
  }

  private static List<String> everything(Findings of, TableSpec table) {
    return of.rows(table, table.schema().fieldNames());
  }

  private static Findings findings(String name) {
    var findings = Findings.in(folder.resolve(name), framework());
    findings.deliver(Tables.ITEMS, ROWS, CatalogueJobTest::item);
    return findings;
  }

  private static EvaluationFramework framework() {
    return promoting(
        ofChannels(List.of("P1", "P2", "P3"), List.of("region"), UNITS, ChannelRules.DEFAULT),
        PromotionRules.DEFAULT,
        RULES);
  }

  private static void item(RowBuilder row, String[] cells) {
    row.with(PERIOD, cells[0])
        .with(UNIT, cells[1])
        .with(LEVEL, cells[2])
        .with(ITEM, cells[3])
        .with(ATTRIBUTE, cells[4])
        .with(VALUE, cells[5].equals("-") ? null : cells[5]);
  }
}
