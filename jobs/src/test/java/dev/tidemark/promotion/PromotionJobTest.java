package dev.tidemark.promotion;

import static dev.tidemark.support.Frameworks.ofVisits;
import static dev.tidemark.support.Frameworks.promoting;
import static dev.tidemark.support.Frameworks.unit;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.framework.CatalogueRules;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.PromotionRules;
import dev.tidemark.framework.PromotionRules.DemandSource;
import dev.tidemark.framework.PromotionRules.PainSource;
import dev.tidemark.framework.PromotionRules.Weights;
import dev.tidemark.framework.Unit;
import dev.tidemark.framework.VisitRules;
import dev.tidemark.support.Findings;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every column of one small assessment, worked out by hand. In P1 d was not observed; in P2 only a
 * was, and no demand is told. z is no unit of the framework.
 */
class PromotionJobTest {
  private static final String VISIT_ROWS =
      """
      P1 a seal   2 apply+collect hall   application-in-person
      P1 a bill   0 -             online -
      P1 b seal   1 collect       hall   -
      P1 b bill   1 apply         hall   Identity-not-proved
      P1 c seal   0 -             mail   -
      P1 c bill   1 collect       hall   signature-and-collected
      P1 z seal   9 apply         hall   -
      P2 a seal   0 -             online -
      P2 a x      1 collect       hall   -
      P2 a y      1 collect       hall   -
      """;

  private static final String ITEM_ROWS =
      """
      P1 a city   seal   annual-applications    100
      P1 b city   seal   annual-applications    300
      P1 a city   bill   annual-applications    50
      P1 b city   bill   annual-applications    50
      P1 c city   bill   annual-applications    many
      P1 a city   permit annual-applications    10
      P1 a city   seal   claimed-depth          Online
      P1 b city   seal   claimed-depth          apply
      P1 c city   seal   claimed-depth          maybe
      P1 a county bill   claimed-depth          full
      P1 c city   bill   technology:e-signature no
      P1 a city   seal   department             police
      P1 a city   seal   field:id               police
      P1 b city   seal   department             tax
      P1 b city   seal   field:id               police
      P1 b city   seal   field:address          -
      P1 a city   bill   field:id               police
      P1 c city   bill   field:name             registry
      """;

  private static final String MESSAGES =
      """
      1 P1 a seal true
      2 P1 a seal false
      3 P1 b seal -
      4 P1 b -    false
      5 -  b seal false
      """;

  private static final List<Unit> UNITS =
      List.of(unit("a", Map.of()), unit("b", Map.of()), unit("c", Map.of()), unit("d", Map.of()));

  @TempDir private static Path folder;
  private static Findings findings;

  @BeforeAll
  static void rankOnce() {
    findings = findings("first", PromotionRules.DEFAULT);
    findings.run(new PromotionJob());
  }

  @Test
  void demandIsTheMeanOfTheUnitsThatTellItAndOfOneSourceInAPeriod() {
    assertThat(
            findings.rows(
                Tables.PROMOTION_LIST,
                PERIOD,
                ITEM,
                DEMAND_SOURCE,
                DEMAND,
                DEMAND_PART,
                YEARLY_VISITS))
        .containsExactly(
            "P1 bill items 50.0 0.25 50.0",
            "P1 permit items 10.0 0.05 -",
            "P1 seal items 200.0 1.0 500.0",
            "P2 seal equal - 1.0 -",
            "P2 x equal - 1.0 -",
            "P2 y equal - 1.0 -");
  }

  /** Seal is one too many of a and b, who need two in all; the bill of b alone. */
  @Test
  void visitsPainAndReadinessAreOfTheUnitsObserved() {
    assertThat(
            findings.rows(
                Tables.PROMOTION_LIST,
                PERIOD,
                ITEM,
                N_UNITS,
                ONLINE_UNITS,
                VISITS,
                VISITS_PART,
                PROVEN,
                EQUIPPED))
        .containsExactly(
            "P1 bill 3 1 0.6666666666666666 0.6666666666666666 0.4 0.3333333333333333",
            "P1 permit 0 0 - - - -",
            "P1 seal 3 1 1.0 1.0 0.4 0.5",
            "P2 seal 1 1 0.0 0.0 0.6666666666666666 -",
            "P2 x 1 0 1.0 1.0 0.3333333333333333 0.0",
            "P2 y 1 0 1.0 1.0 0.3333333333333333 0.0");
    assertThat(findings.rows(Tables.PROMOTION_LIST, PERIOD, ITEM, PAIN))
        .contains("P1 bill 0.3333333333333333", "P1 seal 0.6666666666666666", "P2 x 1.0");
  }

  /** R: {@code 100 * (1 * 1 * 5/6 * .45)^.25} and {@code 100 * (1/4 * 2/3 * 2/3 * 11/30)^.25}. */
  @Test
  void theScoreIsTheGeometricMeanOfTheParts() {
    var scores = scores(findings);

    assertThat(scores.get("P1 seal")).isCloseTo(78.254229, within(1e-6));
    assertThat(scores.get("P1 bill")).isCloseTo(44.926980, within(1e-6));
    assertThat(scores.get("P2 x")).isCloseTo(63.894310, within(1e-6));
  }

  @Test
  void anItemWithoutAVisitScoresZeroAndTiesShareTheSmallerRank() {
    assertThat(findings.rows(Tables.PROMOTION_LIST, PERIOD, ITEM, RANK, NOT_SCORED_REASON))
        .containsExactly(
            "P1 bill 2 -",
            "P1 permit - no_visits_observed",
            "P1 seal 1 -",
            "P2 seal 3 -",
            "P2 x 1 -",
            "P2 y 1 -");
    assertThat(scores(findings).get("P2 seal")).isZero();
  }

  /** b's step tells of mail, since its reason was not told; c lacks two things for its bill. */
  @Test
  void theReasonNamesTheMissingTechnologyOrElseTheStepDoes() {
    assertThat(
            findings.rows(Tables.PROMOTION_LIST, PERIOD, ITEM, ENABLING_TECHNOLOGY, TECHNOLOGIES))
        .contains(
            "P1 seal live-authentication [[live-authentication,1,2,1,1], [mail,1,1,1,0]]",
            "P1 bill e-signature [[e-signature,1,1,1,0], [live-authentication,1,1,1,0],"
                + " [mail,1,1,1,1]]",
            "P1 permit - []",
            "P2 x mail [[mail,1,1,1,0]]");
  }

  @Test
  void aClaimIsHeldAgainstTheDepthThatVisitsShow() {
    assertThat(
            findings.rows(
                Tables.PROMOTION_LIST,
                PERIOD,
                ITEM,
                PUBLISHED_UNITS,
                PRE_REVIEW_UNITS,
                APPLY_UNITS,
                FULL_UNITS,
                MEASURED_DEPTH,
                CLAIMED_DEPTH,
                CLAIMED_UNITS,
                OVERCLAIMED_UNITS,
                UNREAD_CLAIM_UNITS))
        .contains(
            "P1 bill 0 1 1 1 apply - 0 0 0",
            "P1 permit 0 0 0 0 - - 0 0 0",
            "P1 seal 1 0 1 1 apply apply 2 1 1");
  }

  /** The police hold their own item's field, and nobody holds the address. */
  @Test
  void whatAnotherDepartmentHoldsIsAskedAgain() {
    assertThat(
            findings.rows(
                Tables.DATA_SHARING_DEMANDS,
                PERIOD,
                HOLDING_DEPARTMENT,
                FIELD,
                RANK,
                N_ITEMS,
                N_UNITS,
                N_ASKED,
                YEARLY_REQUESTS,
                "items"))
        .containsExactly(
            "P1 police id 1 2 2 2 350.0 [bill, seal]", "P1 registry name 2 1 1 1 - [bill]");
    assertThat(findings.rows(Tables.PROMOTION_LIST, PERIOD, ITEM, REPEATING_UNITS, REPEATED_FIELDS))
        .contains("P1 bill 2 2", "P1 seal 1 1", "P1 permit 0 0");
  }

  /** Three people wrote of seals, one of two was not helped; nobody wrote of bills. */
  @Test
  void messagesTellDemandAndPainWhereTheFrameworkSaysSo() {
    var asked = findings("asked", rules(List.of(DemandSource.MESSAGES), PainSource.MESSAGES, 1));
    asked.deliver(Tables.MESSAGES, MESSAGES, PromotionJobTest::message);

    asked.run(new PromotionJob());

    assertThat(
            asked.rows(
                Tables.PROMOTION_LIST,
                PERIOD,
                ITEM,
                DEMAND_SOURCE,
                DEMAND,
                PAIN,
                RANK,
                NOT_SCORED_REASON))
        .containsExactly(
            "P1 bill messages 0.0 - - no_pain_told",
            "P1 permit messages 0.0 - - no_visits_observed",
            "P1 seal messages 3.0 0.5 1 -",
            "P2 seal equal - - - no_pain_told",
            "P2 x equal - - - no_pain_told",
            "P2 y equal - - - no_pain_told");
  }

  /** With weight 0 pain need not be known: {@code 100 * (1 * 1 * .45)^(1/3)}. */
  @Test
  void aPartOfWeightZeroDoesNotCount() {
    var painless = findings("painless", rules(List.of(), PainSource.MESSAGES, 0));

    painless.run(new PromotionJob());

    assertThat(scores(painless).get("P1 seal")).isCloseTo(76.630943, within(1e-6));
  }

  @Test
  void aRunForOnePeriodLeavesWhatAWholeRunLeaves() {
    var inParts = findings("parts", PromotionRules.DEFAULT);
    inParts.run(new PromotionJob(), "P1");
    inParts.run(new PromotionJob(), "P2");
    inParts.run(new PromotionJob(), "P2");

    for (var table : List.of(Tables.PROMOTION_LIST, Tables.DATA_SHARING_DEMANDS)) {
      var columns = table.schema().fieldNames();
      assertThat(inParts.rows(table, columns)).isEqualTo(findings.rows(table, columns));
    }
  }

  @Test
  void withoutItemsTheVisitsAloneAreRanked() {
    var bare = Findings.in(folder.resolve("bare"), framework(PromotionRules.DEFAULT));
    bare.deliver(Tables.VISITS, VISIT_ROWS, PromotionJobTest::visit);

    bare.run(new PromotionJob());

    assertThat(bare.rows(Tables.PROMOTION_LIST, PERIOD, ITEM, RANK, DEMAND_SOURCE))
        .contains("P1 seal 1 equal", "P1 bill 2 equal");
    assertThat(bare.progress())
        .first()
        .isEqualTo("promotion: no items were loaded; claims, demand and fields are not known");
  }

  @Test
  void withoutVisitsNothingIsWrittenAndTheRunSaysSo() {
    var nothing = Findings.in(folder.resolve("nothing"), framework(PromotionRules.DEFAULT));

    nothing.run(new PromotionJob());

    assertThat(nothing.progress())
        .containsExactly("promotion: no visits were loaded; what to put online next is left out");
    assertThat(nothing.lake().has(Tables.PROMOTION_LIST)).isFalse();
  }

  private static Map<String, Double> scores(Findings of) {
    return of.lake().read(Tables.PROMOTION_LIST).where("score IS NOT NULL").collectAsList().stream()
        .collect(
            Collectors.toMap(
                row -> row.getAs(PERIOD) + " " + row.getAs(ITEM), row -> row.<Double>getAs(SCORE)));
  }

  private static PromotionRules rules(List<DemandSource> demand, PainSource pain, double weight) {
    var defaults = PromotionRules.DEFAULT;
    return new PromotionRules(
        defaults.level(),
        defaults.attributes(),
        demand,
        pain,
        defaults.claims(),
        defaults.technologies(),
        new Weights(1, 1, weight, 1));
  }

  private static Findings findings(String name, PromotionRules rules) {
    var findings = Findings.in(folder.resolve(name), framework(rules));
    findings.deliver(Tables.VISITS, VISIT_ROWS, PromotionJobTest::visit);
    findings.deliver(
        Tables.ITEMS,
        ITEM_ROWS,
        (row, cells) ->
            row.with(PERIOD, cells[0])
                .with(UNIT, cells[1])
                .with(LEVEL, cells[2])
                .with(ITEM, cells[3])
                .with(ATTRIBUTE, cells[4])
                .with(VALUE, orNull(cells[5])));
    return findings;
  }

  private static EvaluationFramework framework(PromotionRules rules) {
    return promoting(
        ofVisits(List.of("P1", "P2"), List.of(), UNITS, VisitRules.DEFAULT),
        rules,
        CatalogueRules.DEFAULT);
  }

  private static void visit(RowBuilder row, String[] cells) {
    row.with(PERIOD, cells[0])
        .with(UNIT, cells[1])
        .with(STAGE, cells[2])
        .with("visits", Integer.valueOf(cells[3]))
        .with(STEP, orNull(cells[4]))
        .with(HANDLED_BY, orNull(cells[5]))
        .with(REASON, orNull(cells[6]));
  }

  private static void message(RowBuilder row, String[] cells) {
    row.with(ID, cells[0])
        .with(PERIOD, orNull(cells[1]))
        .with(UNIT, cells[2])
        .with(CREATED_AT, Timestamp.valueOf("2020-01-02 09:00:00"))
        .with(TEXT, "text")
        .with(STAGE, orNull(cells[3]))
        .with(RESOLVED, cells[4].equals("-") ? null : Boolean.valueOf(cells[4]));
  }

  private static String orNull(String cell) {
    return cell.equals("-") ? null : cell;
  }
}
