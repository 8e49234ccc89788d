package dev.tidemark.channels;

import static dev.tidemark.support.Frameworks.ofChannels;
import static dev.tidemark.support.Frameworks.unit;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.ChannelRules;
import dev.tidemark.framework.ChannelRules.Mobile;
import dev.tidemark.framework.ChannelRules.UnlistedUnits;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Unit;
import dev.tidemark.support.Findings;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every table of one small assessment, worked out by hand. Nothing was observed in P0; d has no
 * channel in P1, c none in P2, where d has one and nobody an app any more but a.
 */
class MobileJobTest {
  private static final String CHANNELS =
      """
      P1 a app    pay=1 news=0
      P1 a wechat pay=0
      P1 b app    pay=0
      P1 c wechat news=1
      P1 z app    pay=1
      P2 a app    pay=1
      P2 b wechat pay=1
      P2 d wechat pay=0
      """;

  private static final List<Unit> UNITS =
      List.of(
          unit("a", Map.of("region", "north")),
          unit("b", Map.of("region", "north")),
          unit("c", Map.of("region", "south")),
          unit("d", Map.of()));

  @TempDir private static Path folder;
  private static Findings findings;

  @BeforeAll
  static void count() {
    findings = findings("first", ChannelRules.DEFAULT.mobile());
    findings.run(new MobileJob());
  }

  @Test
  void aUnitHasAFeatureThatAnyOfItsChannelsHas() {
    assertThat(
            findings.rows(
                Tables.UNIT_MOBILE_CHANNELS, PERIOD, UNIT, N_KINDS, CHANNEL_MIX, FEATURES))
        .containsExactly(
            "P0 a - - -",
            "P0 b - - -",
            "P0 c - - -",
            "P0 d - - -",
            "P1 a 2 app+wechat {news=false,pay=true}",
            "P1 b 1 app {pay=false}",
            "P1 c 1 wechat {news=true}",
            "P1 d 0 none {}",
            "P2 a 1 app {pay=true}",
            "P2 b 1 wechat {pay=true}",
            "P2 c 0 none {}",
            "P2 d 1 wechat {pay=false}");
  }

  @Test
  void everyUnitHasOneMixInAPeriodThatWasObserved() {
    assertThat(
            findings.rows(
                Tables.MOBILE_SUMMARY,
                PERIOD,
                CHANNEL_MIX,
                N_KINDS,
                N_UNITS,
                KNOWN_UNITS,
                SHARE,
                RANK))
        .containsExactly(
            "P1 app 1 1 4 0.25 1",
            "P1 app+wechat 2 1 4 0.25 1",
            "P1 none 0 1 4 0.25 -",
            "P1 wechat 1 1 4 0.25 1",
            "P2 app 1 1 4 0.25 2",
            "P2 none 0 1 4 0.25 -",
            "P2 wechat 1 2 4 0.5 1");
  }

  /** c's pay and b's news were not told in P1; d, without a channel, has neither. */
  @Test
  void coverageIsOfTheUnitsOfWhichItIsKnown() {
    assertThat(
            findings.rows(
                Tables.MOBILE_COVERAGE,
                PERIOD,
                GROUP_BY,
                GROUP_ID,
                ASPECT,
                NAME,
                N_UNITS,
                KNOWN_UNITS,
                SHARE))
        .contains(
            "P1 all all at_least 1 3 4 0.75",
            "P1 all all at_least 2 1 4 0.25",
            "P1 all all kind app 2 4 0.5",
            "P1 all all kind wechat 2 4 0.5",
            "P1 all all feature pay 1 3 0.3333333333333333",
            "P1 all all feature news 1 3 0.3333333333333333",
            "P1 region north at_least 1 2 2 1.0",
            "P1 region south at_least 1 1 1 1.0",
            "P2 all all at_least 1 3 4 0.75",
            "P2 all all at_least 2 0 4 0.0",
            "P2 all all feature pay 2 4 0.5")
        .noneMatch(row -> row.startsWith("P0") || row.startsWith("P2 all all feature news"));
  }

  /** By R: {@code binom.test(1, 2)$p.value} is 1, {@code binom.test(0, 1)$p.value} is 1. */
  @Test
  void whatUnitsGainedAndLostIsCountedAndTested() {
    assertThat(
            findings.rows(
                Tables.MOBILE_CHANGES,
                PERIOD_FROM,
                PERIOD_TO,
                GROUP_BY,
                GROUP_ID,
                ASPECT,
                NAME,
                N,
                FROM_UNITS,
                TO_UNITS,
                GAINED_UNITS,
                LOST_UNITS,
                CHANGE,
                P_VALUE))
        .contains(
            "P1 P2 all all at_least 1 4 3 3 1 1 0.0 1.0",
            "P1 P2 all all at_least 2 4 1 0 0 1 -0.25 1.0",
            "P1 P2 all all kind app 4 2 1 0 1 -0.25 1.0",
            "P1 P2 all all kind wechat 4 2 2 2 2 0.0 1.0",
            "P1 P2 all all feature pay 3 1 2 1 0 0.3333333333333333 1.0",
            "P1 P2 region south at_least 1 1 1 0 0 1 -1.0 1.0",
            "P1 P2 region north at_least 1 2 2 2 0 0 0.0 -")
        .noneMatch(row -> row.startsWith("P0") || row.contains("feature news"));
  }

  @Test
  void declaredKindsBringChannelsTogetherAndUnlistedUnitsCanBeUnknown() {
    var declared =
        framework(new Mobile(Map.of("any", Set.of("app", "wechat")), UnlistedUnits.UNKNOWN));

    var units = UnitMobileChannels.of(findings.lake().read(Tables.MOBILE_CHANNELS), declared);
    var summary = MobileSummary.of(units, declared);

    assertThat(Findings.rows(summary, PERIOD, CHANNEL_MIX, N_UNITS, KNOWN_UNITS, SHARE))
        .containsExactly("P1 any 3 3 1.0", "P2 any 3 3 1.0");
    assertThat(Findings.rows(units, PERIOD, UNIT, N_KINDS, FEATURES))
        .contains("P1 a 1 {news=false,pay=true}", "P1 d - -");
  }

  @Test
  void theFirstRunOfOnePeriodComparesItWithTheOneBefore() {
    var fresh = findings("fresh", ChannelRules.DEFAULT.mobile());

    fresh.run(new MobileJob(), "P2");

    assertThat(fresh.rows(Tables.UNIT_MOBILE_CHANNELS, PERIOD, UNIT, N_KINDS))
        .containsExactly("P2 a 1", "P2 b 1", "P2 c 0", "P2 d 1");
    assertThat(
            fresh.rows(
                Tables.MOBILE_CHANGES, PERIOD_FROM, PERIOD_TO, GROUP_BY, ASPECT, NAME, N, CHANGE))
        .contains("P1 P2 all kind app 4 -0.25", "P1 P2 all at_least 2 4 -0.25");
  }

  /** In P1 b has the web by the correction, though the row of P1 waits for its own run. */
  @Test
  void aRunForOnePeriodReplacesThatPeriodAndTheChangesItIsPartOf() {
    var again = findings("again", ChannelRules.DEFAULT.mobile());
    again.run(new MobileJob());
    again.deliver(
        Tables.MOBILE_CHANNELS,
        CHANNELS.replace("P1 b app ", "P1 b web ").replace("P2 b wechat", "P2 b web   "),
        MobileJobTest::channel);

    again.run(new MobileJob(), "P2");

    assertThat(again.rows(Tables.MOBILE_SUMMARY, PERIOD, CHANNEL_MIX, N_UNITS))
        .contains("P1 app 1", "P2 web 1", "P2 wechat 1");
    assertThat(again.rows(Tables.MOBILE_CHANGES, GROUP_BY, ASPECT, NAME, FROM_UNITS, TO_UNITS))
        .contains("all kind web 1 1");
  }

  @Test
  void withoutChannelsNothingIsWrittenAndTheRunSaysSo() {
    var nothing = Findings.in(folder.resolve("nothing"), framework(ChannelRules.DEFAULT.mobile()));

    nothing.run(new MobileJob());

    assertThat(nothing.progress())
        .containsExactly("mobile: no mobile_channels were loaded; they are left out");
    assertThat(nothing.lake().has(Tables.MOBILE_SUMMARY)).isFalse();
  }

  private static Findings findings(String name, Mobile mobile) {
    var findings = Findings.in(folder.resolve(name), framework(mobile));
    findings.deliver(Tables.MOBILE_CHANNELS, CHANNELS, MobileJobTest::channel);
    return findings;
  }

  private static EvaluationFramework framework(Mobile mobile) {
    var defaults = ChannelRules.DEFAULT;
    return ofChannels(
        List.of("P0", "P1", "P2"),
        List.of("region"),
        UNITS,
        new ChannelRules(
            defaults.compared(), defaults.normalisation(), defaults.equivalents(), mobile));
  }

  private static void channel(RowBuilder row, String[] cells) {
    var features = new LinkedHashMap<String, Boolean>();
    Arrays.stream(cells)
        .skip(3)
        .map(cell -> cell.split("=", 2))
        .forEach(cell -> features.put(cell[0], cell[1].equals("1")));
    row.with(PERIOD, cells[0])
        .with(UNIT, cells[1])
        .with(CHANNEL, cells[2])
        .with(FEATURES, features);
  }
}
