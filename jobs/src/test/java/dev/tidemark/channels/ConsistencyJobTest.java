package dev.tidemark.channels;

import static dev.tidemark.support.Frameworks.ofChannels;
import static dev.tidemark.support.Frameworks.unit;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.ChannelRules;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Unit;
import dev.tidemark.support.Findings;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every table of one small assessment, worked out by hand. In P1 a agrees on everything, b does
 * not, c's phone was not read on the app; d was never read. In P2 a is read on one channel alone.
 */
class ConsistencyJobTest {
  private static final String AUDITS =
      """
      P1 a open fee   web  免费
      P1 a open fee   app  免费。
      P1 a open term  web  5个工作日
      P1 a open term  app  五个工作日
      P1 b open fee   web  10元
      P1 b open fee   app  20元
      P1 b open fee   hall -
      P1 b open term  web  5天
      P1 b open term  app  -
      P1 b open term  hall 5天
      P1 b open phone web  -
      P1 b open phone app  -
      P1 b open phone hall -
      P1 c open fee   web  免费
      P1 c open fee   app  免费
      P1 c open phone web  12345
      P1 c shut fee   web  1元
      P1 z open fee   web  免费
      P2 a open fee   web  免费
      P2 b open fee   web  10元
      P2 b open fee   app  10元
      P9 b open fee   web  10元
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
  static void compare() {
    findings = findings("first", ChannelRules.DEFAULT);
    findings.run(new ConsistencyJob());
  }

  @Test
  void anElementIsConsistentOnlyIfEveryChannelWasReadAndSaysTheSame() {
    assertThat(
            findings.rows(
                Tables.GUIDE_ELEMENTS,
                PERIOD,
                UNIT,
                ITEM,
                ELEMENT,
                OUTCOME,
                N_VERSIONS,
                N_CHANNELS,
                EXPECTED_CHANNELS))
        .containsExactly(
            "P1 a open fee consistent 1 2 2",
            "P1 a open term consistent 1 2 2",
            "P1 b open fee differing 2 3 3",
            "P1 b open phone silent 0 3 3",
            "P1 b open term silent 1 3 3",
            "P1 c open fee consistent 1 2 2",
            "P1 c open phone not_compared 1 1 2",
            "P1 c shut fee not_compared 1 1 1",
            "P2 a open fee not_compared 1 1 1",
            "P2 b open fee consistent 1 2 2");
  }

  @Test
  void whatEachChannelSaysIsKeptAsWritten() {
    assertThat(findings.rows(Tables.GUIDE_ELEMENTS, PERIOD, UNIT, ELEMENT, TEXTS))
        .contains("P1 a fee {app=免费。,web=免费}", "P1 b term {app=null,hall=5天,web=5天}");
  }

  @Test
  void aUnitsShareIsOfTheElementsThatWereCompared() {
    assertThat(
            findings.rows(
                Tables.CHANNEL_CONSISTENCY,
                PERIOD,
                UNIT,
                ELEMENTS,
                CONSISTENT,
                DIFFERING,
                SILENT,
                NOT_COMPARED,
                SHARE,
                IS_FULLY_CONSISTENT))
        .containsExactly(
            "P1 a 2 2 0 0 0 1.0 true",
            "P1 b 3 0 1 2 0 0.0 false",
            "P1 c 1 1 0 0 2 1.0 -",
            "P1 d 0 0 0 0 0 - -",
            "P2 a 0 0 0 0 1 - -",
            "P2 b 1 1 0 0 0 1.0 true",
            "P2 c 0 0 0 0 0 - -",
            "P2 d 0 0 0 0 0 - -",
            "all a 2 2 0 0 1 1.0 -",
            "all b 4 1 1 2 0 0.5 false",
            "all c 1 1 0 0 2 1.0 -",
            "all d 0 0 0 0 0 - -");
  }

  @Test
  void aGroupCountsTheUnitsOfWhichItIsKnown() {
    assertThat(
            findings.rows(
                Tables.CONSISTENCY_SUMMARY,
                PERIOD,
                GROUP_BY,
                GROUP_ID,
                N_UNITS,
                MEAN_SHARE,
                JUDGED_UNITS,
                FULLY_CONSISTENT_UNITS,
                FULLY_CONSISTENT_RATE))
        .containsExactly(
            "P1 all all 3 0.6666666666666666 2 1 0.5",
            "P1 region north 2 0.5 2 1 0.5",
            "P1 region south 1 1.0 0 0 -",
            "P2 all all 1 1.0 1 1 1.0",
            "P2 region north 1 1.0 1 1 1.0",
            "P2 region south 0 - 0 0 -",
            "all all all 3 0.8333333333333334 1 0 0.0",
            "all region north 2 0.75 1 0 0.0",
            "all region south 1 1.0 0 0 -");
  }

  @Test
  void theElementThatDiffersInMostUnitsIsFirst() {
    assertThat(
            findings.rows(
                Tables.ELEMENT_CONSISTENCY,
                PERIOD,
                GROUP_BY,
                GROUP_ID,
                ITEM,
                ELEMENT,
                N_UNITS,
                CONSISTENT_UNITS,
                DIFFERING_UNITS,
                SILENT_UNITS,
                NOT_COMPARED_UNITS,
                SHARE,
                DIFFERING_SHARE,
                RANK))
        .contains(
            "P1 all all open fee 3 2 1 0 0 0.6666666666666666 0.3333333333333333 1",
            "P1 all all open phone 1 0 0 1 1 0.0 0.0 2",
            "P1 all all open term 2 1 0 1 0 0.5 0.0 2",
            "P1 all all shut fee 0 0 0 0 1 - - -",
            "P1 region north open fee 2 1 1 0 0 0.5 0.5 1");
  }

  @Test
  void ofDeclaredChannelsAllMustBeReadAndOthersDoNotCount() {
    var declared =
        framework(
            new ChannelRules(
                Set.of("web", "app"), Set.of(), List.of(), ChannelRules.DEFAULT.mobile()));

    var elements = GuideElements.of(findings.lake().read(Tables.GUIDE_AUDITS), declared);

    assertThat(Findings.rows(elements, PERIOD, UNIT, ITEM, ELEMENT, OUTCOME, TEXTS))
        .contains(
            "P1 a open fee differing {app=免费。,web=免费}",
            "P1 b open fee differing {app=20元,web=10元}",
            "P1 b open term silent {app=null,web=5天}",
            "P1 c shut fee not_compared {web=1元}");
  }

  /** Of the three only one was read: what it does not say is no agreement, and no silence. */
  @Test
  void anItemReadOnOneOfTheDeclaredChannelsIsNotCompared() {
    var declared =
        framework(
            new ChannelRules(
                Set.of("web", "app", "hall"), Set.of(), List.of(), ChannelRules.DEFAULT.mobile()));
    var alone = Findings.in(folder.resolve("alone"), declared);
    alone.deliver(
        Tables.GUIDE_AUDITS,
        """
        P1 a open fee  web -
        P1 a open term web 5天
        P1 b open fee  web -
        P1 b open term app 5天
        """,
        ConsistencyJobTest::audit);

    var elements = GuideElements.of(alone.lake().read(Tables.GUIDE_AUDITS), declared);

    assertThat(Findings.rows(elements, UNIT, ELEMENT, OUTCOME, N_CHANNELS, EXPECTED_CHANNELS))
        .containsExactly(
            "a fee not_compared 1 3",
            "a term not_compared 1 3",
            "b fee silent 1 3",
            "b term not_compared 1 3");
  }

  /** P1 is not written, and yet counts: of b there one element differs and two are silent. */
  @Test
  void theFirstRunOfOnePeriodCountsAllPeriodsInAll() {
    var fresh = findings("fresh", ChannelRules.DEFAULT);

    fresh.run(new ConsistencyJob(), "P2");

    assertThat(fresh.rows(Tables.CHANNEL_CONSISTENCY, PERIOD, UNIT, CONSISTENT, DIFFERING, SILENT))
        .containsExactly(
            "P2 a 0 0 0",
            "P2 b 1 0 0",
            "P2 c 0 0 0",
            "P2 d 0 0 0",
            "all a 2 0 0",
            "all b 1 1 2",
            "all c 1 0 0",
            "all d 0 0 0");
    assertThat(fresh.rows(Tables.CONSISTENCY_SUMMARY, PERIOD, GROUP_BY, N_UNITS, MEAN_SHARE))
        .contains("all all 3 0.8333333333333334");
  }

  /** P3 is declared, and nobody's guide was read in it. */
  @Test
  void aPeriodWithoutAnyGuideDecidesNothing() {
    var rules = ChannelRules.DEFAULT;
    var later =
        Findings.in(
            folder.resolve("later"),
            ofChannels(List.of("P1", "P2", "P3"), List.of("region"), UNITS, rules));
    later.deliver(
        Tables.GUIDE_AUDITS,
        """
        P1 a open fee web 1元
        P1 a open fee app 1元
        P2 a open fee web 1元
        P2 a open fee app 1元
        P1 b open fee web 1元
        P1 b open fee app 1元
        P1 c open fee web 1元
        P1 c open fee app 2元
        """,
        ConsistencyJobTest::audit);

    later.run(new ConsistencyJob());

    assertThat(later.rows(Tables.CHANNEL_CONSISTENCY, PERIOD, UNIT, IS_FULLY_CONSISTENT))
        .contains("P3 a -", "all a true", "all b -", "all c false", "all d -");
  }

  /** Of P1 the correction counts in 'all', though its own rows wait for their own run. */
  @Test
  void aRunForOnePeriodReplacesThatPeriodAndAll() {
    var again = findings("again", ChannelRules.DEFAULT);
    again.run(new ConsistencyJob());
    again.deliver(
        Tables.GUIDE_AUDITS,
        AUDITS
            .replace("P1 a open fee   app  免费。", "P1 a open fee   app  1元")
            .replace("P2 b open fee   app  10元", "P2 b open fee   app  1元"),
        ConsistencyJobTest::audit);

    again.run(new ConsistencyJob(), "P2");

    assertThat(again.rows(Tables.CHANNEL_CONSISTENCY, PERIOD, UNIT, CONSISTENT, DIFFERING))
        .contains("P1 a 2 0", "P2 b 0 1", "all a 1 1", "all b 0 2");
  }

  @Test
  void withoutGuidesNothingIsWrittenAndTheRunSaysSo() {
    var nothing = Findings.in(folder.resolve("nothing"), framework(ChannelRules.DEFAULT));

    nothing.run(new ConsistencyJob());

    assertThat(nothing.progress())
        .containsExactly("channels: no guide_audits were loaded; guides are left out");
    assertThat(nothing.lake().has(Tables.GUIDE_ELEMENTS)).isFalse();
  }

  private static Findings findings(String name, ChannelRules rules) {
    var findings = Findings.in(folder.resolve(name), framework(rules));
    findings.deliver(Tables.GUIDE_AUDITS, AUDITS, ConsistencyJobTest::audit);
    return findings;
  }

  private static EvaluationFramework framework(ChannelRules rules) {
    return ofChannels(List.of("P1", "P2"), List.of("region"), UNITS, rules);
  }

  private static void audit(RowBuilder row, String[] cells) {
    row.with(PERIOD, cells[0])
        .with(UNIT, cells[1])
        .with(ITEM, cells[2])
        .with(ELEMENT, cells[3])
        .with(CHANNEL, cells[4])
        .with(VALUE, cells[5].equals("-") ? null : cells[5]);
  }
}
