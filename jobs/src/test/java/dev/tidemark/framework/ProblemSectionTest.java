package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemSectionTest {
  private static final String NONE =
      "; only a rule of the starter set can do without, and \"unanswerd\" is none; did you mean"
          + " unanswered?";

  @TempDir private Path folder;

  private Written with(String section) {
    return Written.in(folder, Written.SMALLEST + "problems: " + section);
  }

  private List<String> ids(String section) {
    return with(section).read().problems().rules().stream().map(ProblemRule::id).toList();
  }

  @Test
  void withoutTheSectionTheStarterSetAppliesAsFarAsItNeedsNothingOfTheAssessment() {
    var problems = Written.in(folder, Written.SMALLEST).read().problems();

    assertThat(problems.rules())
        .extracting(ProblemRule::id)
        .containsExactly(
            "item-missing",
            "element-missing",
            "channels-disagree",
            "reply-beyond-floor",
            "unanswered",
            "mandatory-second-visit");
    assertThat(problems.lacking())
        .isEqualTo(
            Map.of(
                "flow-chart-contradicts-text", "flow_chart",
                "no-scenario-guide", "scenario_guide",
                "no-sample-form", "sample_form",
                "key-item-not-fully-online", "key_stages",
                "dead-link", "link_check",
                "catalogue-out-of-date", "catalogue_updated"));
  }

  @Test
  void theStarterSetIsTakenWholeInPartOrNotAtAll() {
    assertThat(ids("{starter: false}")).isEmpty();
    assertThat(ids("{starter: [unanswered, item-missing]}"))
        .containsExactly("item-missing", "unanswered");
    assertThat(ids("{starter: true, parameters: {sample_form: a}}"))
        .hasSize(7)
        .contains("no-sample-form");
  }

  @Test
  void aRuleHasDefaultsForAllButWhatItSees() {
    var rule =
        with("""
                {starter: false, rules: [
                 {id: far, severity: major, table: visits, where: visits > 5, message: far}]}
                """)
            .read()
            .problems()
            .rules()
            .get(0);

    var far = new MessageText(List.of(new MessageText.Piece.Words("far")));
    assertThat(rule)
        .isEqualTo(
            new ProblemRule(
                "far",
                Title.of("far"),
                Severity.MAJOR,
                "visits",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "visits > 5",
                far,
                far,
                Optional.empty()));
  }

  @Test
  void aRuleOfTheStarterSetIsAdjustedInItsPlaceEvenIfTheOthersAreLeftOut() {
    var rules =
        with("""
                {starter: [unanswered], rules: [
                 {id: element-missing, severity: critical, owner: 县局}]}
                """)
            .read()
            .problems()
            .rules();

    assertThat(rules).extracting(ProblemRule::id).containsExactly("element-missing", "unanswered");
    assertThat(rules.get(0).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(rules.get(0).owner()).contains("县局");
    assertThat(rules.get(0).table()).isEqualTo("guide_audits");
    assertThat(rules.get(0).where()).isEqualTo("value IS NULL OR trim(value) = ''");
  }

  @Test
  void parametersAreTextsNumbersOrListsAndThoseOfTheFileComeBeforeOurs() {
    var parameters =
        with("{parameters: {expected_share: 0.9, sample_form: 101, limit: 3, places: [a, 2]}}")
            .read()
            .problems()
            .parameters();

    assertThat(parameters)
        .isEqualTo(
            Map.of(
                "expected_share", new ProblemParameter.Amount(0.9),
                "catalogue_max_days", new ProblemParameter.Amount(365),
                "sample_form", new ProblemParameter.Text("101"),
                "limit", new ProblemParameter.Amount(3),
                "places", new ProblemParameter.Texts(List.of("a", "2"))));
  }

  static Stream<Arguments> faultySections() {
    var rule = "id: far, severity: major, table: visits, where: visits > 5, message: ";
    return Stream.of(
        arguments(
            "[a]",
            List.of(
                "problems, line 13: must be a mapping with the keys starter, parameters, rules; is a"
                    + " list")),
        arguments(
            "{starter: some}",
            List.of(
                "problems.starter, line 13: must be true, false or a list of rules of the starter"
                    + " set; is the text \"some\"")),
        arguments(
            "{starter: [unanswred]}",
            List.of(
                "problems.starter[0], line 13: \"unanswred\" is no rule of the starter set; did you"
                    + " mean unanswered?; it has item-missing, element-missing, channels-disagree,"
                    + " flow-chart-contradicts-text, no-scenario-guide, no-sample-form,"
                    + " reply-beyond-floor, unanswered, key-item-not-fully-online, dead-link,"
                    + " mandatory-second-visit, catalogue-out-of-date")),
        arguments(
            "{parameters: {Limit: 3, key_stages: seal, links_checked: many, note: ''}}",
            List.of(
                "problems.parameters.Limit, line 13: \"Limit\" is no name of a parameter; names are a"
                    + " to z, 0 to 9 and _, beginning with a letter, at most 64",
                "problems.parameters.key_stages, line 13: must be a list; is the text \"seal\"",
                "problems.parameters.links_checked, line 13: must be a number; is the text \"many\"",
                "problems.parameters.note, line 13: is blank; write some text, or remove the key")),
        arguments(
            "{rules: [{" + rule + "a}, {" + rule + "b}]}",
            List.of(
                "problems.rules[1].id, line 13: \"far\" is a second time the id of a rule; first"
                    + " problems.rules[0].id, line 13")),
        arguments(
            "{rules: [{" + rule + "'{visit s}'}]}",
            List.of(
                "problems.rules[0].message, line 13: \"{visit s}\" names no column; write {column},"
                    + " and {{ or }} for a brace")),
        arguments(
            "{rules: [{" + rule + "'{visits'}]}",
            List.of(
                "problems.rules[0].message, line 13: has a brace without its other; write {column},"
                    + " and {{ or }} for a brace")),
        arguments(
            "{parameters: {limit: 3}, rules: [{" + rule + "'more than {parameters.limits}'}]}",
            List.of(
                "problems.rules[0], line 13: parameters.limits is not given; did you mean limit?; add"
                    + " it to problems.parameters")),
        arguments(
            "{rules: [{id: no-sample-form, severity: critical}]}",
            List.of(
                "problems.rules[0], line 13: parameters.sample_form is not given; add it to"
                    + " problems.parameters")),
        arguments(
            "{rules: [{id: unanswerd, severity: bad, tabel: visits, item: []}]}",
            List.of(
                "problems.rules[0].table, line 13: is missing" + NONE,
                "problems.rules[0].where, line 13: is missing" + NONE,
                "problems.rules[0].message, line 13: is missing" + NONE,
                "problems.rules[0].tabel, line 13: unknown key; did you mean table?",
                "problems.rules[0].severity, line 13: must be one of critical, major, minor; is the"
                    + " text \"bad\"",
                "problems.rules[0].item, line 13: is empty; list something, or remove it")));
  }

  @ParameterizedTest
  @MethodSource("faultySections")
  void aFaultySectionIsRefused(String section, List<String> faults) {
    assertThat(with(section).faults()).isEqualTo(faults);
  }

  @Test
  void theColumnThatGroupsByOwnerIsOurs() {
    var yaml = Written.SMALLEST.replace("[region]", "[owner]") + "problems: {}";

    assertThat(Written.in(folder, yaml, Written.UNITS.replace("region", "owner")).faults())
        .containsExactly(
            "problems, line 13: the grouping column owner has the name under which problems are"
                + " counted by owner; rename it");
  }
}
