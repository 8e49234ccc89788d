package dev.tidemark.problems;

import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.table.Tables;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The starter set on a catalogue of items and two audits; what else it looks at was not delivered.
 */
class StarterSetTest {
  private static final String PROBLEMS =
      """
      problems:
        parameters: {catalogue_updated: updated, sample_form: form}
        rules:
          - {id: element-missing, severity: minor, owner: 县局}
      """;

  /** At city level x is listed by all three, y by two of three, z by one; d is no unit. */
  private static final String ITEMS =
      """
      P1 a city x updated 2019-01-10
      P1 a city y updated 2019-01-09
      P1 a city z updated 2020-01-01
      P1 b city x updated -
      P1 b city y updated soon
      P1 c city x name    permit
      P1 c county q name    licence
      P1 d city w name    nothing
      """;

  private static final String AUDITS =
      """
      P1 a open fee  web 免费
      P1 a open fee  app -
      P1 a open term web 5天
      """;

  private static final String FORMS =
      """
      P1 a form 0
      P1 b form 1
      P1 c form -
      """;

  @TempDir private static Path folder;
  private static Woodpecker woodpecker;

  @BeforeAll
  static void look() {
    woodpecker = Woodpecker.in(folder, PROBLEMS);
    woodpecker.deliver(Tables.ITEMS, "period unit level item attribute value", ITEMS);
    woodpecker.deliver(Tables.GUIDE_AUDITS, "period unit item element channel value", AUDITS);
    woodpecker.deliver(Tables.OBSERVATIONS, "period unit indicator value", FORMS);
    woodpecker.run();
  }

  @Test
  void anItemThatHalfOfTheUnitsOrMoreListIsMissingWhereTheCatalogueLacksIt() {
    assertThat(seen("item-missing", UNIT, ITEM, MESSAGE_EN))
        .containsExactly("c city / y The city catalogue lacks the item y, which 2 of 3 units list");
  }

  /** 365 days before 10 January 2020 is the 10th a year earlier. */
  @Test
  void anEntryLastUpdatedMoreThanAYearBeforeThePeriodsEndIsOutOfDate() {
    assertThat(seen("catalogue-out-of-date", UNIT, ITEM, SEVERITY))
        .containsExactly("a city / y major", "b city / x major");
    assertThat(looked("catalogue-out-of-date"))
        .containsExactly("a city / x", "a city / y", "a city / z", "b city / x");
  }

  @Test
  void aRuleOfTheStarterSetTakesWhatTheFileSaysOtherwise() {
    assertThat(seen("element-missing", UNIT, ITEM, SEVERITY, OWNER, MESSAGE_ZH))
        .containsExactly("a open / fee / app minor 县局 手机应用的办事指南“open”缺少要素“收费”");
  }

  @Test
  void whatWasNotObservedIsNotLookedAt() {
    assertThat(seen("no-sample-form", UNIT, ITEM)).containsExactly("a form");
    assertThat(looked("no-sample-form")).containsExactly("a form", "b form");
  }

  @Test
  void whatIsLeftOutIsSaidWithItsReason() {
    assertThat(woodpecker.progress())
        .contains(
            "problems: flow-chart-contradicts-text left out; problems.parameters gives no flow_chart",
            "problems: channels-disagree left out; the warehouse has no table guide_elements",
            "problems: reply-beyond-floor, unanswered left out; the warehouse has no table"
                + " service_levels",
            "problems: 4 rules look at 4 tables");
  }

  private static java.util.List<String> seen(String rule, String... columns) {
    return woodpecker.rows(Tables.PROBLEMS, "rule = '%s'".formatted(rule), columns);
  }

  private static java.util.List<String> looked(String rule) {
    return woodpecker.rows(Tables.PROBLEM_SIGHTINGS, "rule = '%s'".formatted(rule), UNIT, ITEM);
  }
}
