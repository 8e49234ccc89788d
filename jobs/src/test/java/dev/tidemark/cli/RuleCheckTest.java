package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tidemark.error.FrameworkInvalid;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.FrameworkYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** S2: the SQL a framework file may see problems with. */
class RuleCheckTest {
  private static final String FRAMEWORK =
      """
      id: water
      version: 1
      periods: [{id: P1, start: 2020-01-01, end: 2020-06-30}]
      units: units.csv
      index: {id: overall, children: [{id: a, weight: 1, score: {kind: direct}}]}
      problems:
        parameters: {flow_chart: a, scenario_guide: a, sample_form: a, link_check: a, links_checked: 50,
          key_stages: [seal], catalogue_updated: updated, most: 2}
        rules:
      """;

  @TempDir private Path folder;

  private EvaluationFramework read(String rules) {
    try {
      Files.writeString(folder.resolve("units.csv"), "unit,name\na,A\n");
      var file = Files.writeString(folder.resolve("framework.yaml"), FRAMEWORK + rules);
      return FrameworkYaml.read(file, new DerivationCheck());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rule(String table, String where, String rest) {
    return "    - {id: r, severity: minor, table: %s, where: \"%s\", %s}\n"
        .formatted(table, where, rest);
  }

  private List<String> faults(String rules) {
    return catchThrowableOfType(FrameworkInvalid.class, () -> read(rules)).faults();
  }

  /** Named in rules, each is held against the tables as the file's own are. */
  @Test
  void everyRuleOfTheStarterSetPassesTheCheck() {
    var every =
        read("    []\n").problems().rules().stream()
            .map(rule -> "    - {id: %s}\n".formatted(rule.id()))
            .collect(Collectors.joining());

    assertThat(read(every).problems().rules()).hasSize(12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "visits | visits > parameters['most'] AND date_diff(period_end, period_start) > 7 | message: '{visits} {parameters.most} {period_end}'",
        "service_levels | n_due > 0 AND late > 0 | message: m, unit: group_id, among: group_by = 'unit', item: [kind, measure_is_no_column IS NULL]",
        "mobile_channels | NOT features['booking'] | message: '{features} {features.booking}'",
        "item_listings | NOT is_listed | message: m",
        "channel_consistency | share < 1 | message: m, item: \"'guide'\"",
      })
  void aRuleMaySeeWhatItsTableHas(String table, String where, String rest) {
    var good = rest.replace(", measure_is_no_column IS NULL", "");

    assertThatCode(() -> read(rule(table, where, good))).doesNotThrowAnyException();
  }

  @Test
  void theExampleOfTheGuideIsGood() throws IOException {
    var guide = Files.readString(Path.of("../docs/problems.md"));
    var example = guide.substring(guide.indexOf("```yaml\n") + 8);
    Files.writeString(folder.resolve("units.csv"), "unit,name\na,A\n");
    var file =
        Files.writeString(
            folder.resolve("framework.yaml"),
            FRAMEWORK.substring(0, FRAMEWORK.indexOf("problems:"))
                + example.substring(0, example.indexOf("```")));

    var rules = FrameworkYaml.read(file, new DerivationCheck()).problems().rules();

    assertThat(rules)
        .extracting(rule -> rule.id() + " " + rule.severity().id())
        .contains("bank-in-person major", "unanswered major", "no-sample-form minor")
        .hasSize(8);
  }

  static Stream<Arguments> badRules() {
    return Stream.of(
        arguments(
            rule("visit", "visits > 1", "message: m"),
            "table, line 10: visit is no table with periods; did you mean visits?; rules look at"),
        arguments(
            rule("quarantine", "true", "message: m"), "table, line 10: quarantine is no table"),
        arguments(rule("problems", "true", "message: m"), "table, line 10: problems is no table"),
        arguments(
            rule("visits", "visist > 1", "message: m"),
            "where, line 10: visits has no column visist; did you mean visits?"),
        arguments(rule("visits", "visits", "message: m"), "where, line 10: "),
        arguments(
            rule("visits", "visits > 1", "message: '{reson}'"),
            "message, line 10: visits has no column reson; did you mean reason?"),
        arguments(
            rule("visits", "visits > 1", "message: m, item: [stage, stepp]"),
            "item, line 10: visits has no column stepp; did you mean step?"),
        arguments(
            rule("visits", "visits > 1", "message: m, among: sum(visits) > 1"),
            "among, line 10: sum is an aggregate; a condition sees one row at a time"),
        arguments(
            rule("service_levels", "late > 0", "message: m"),
            "unit, line 10: is missing; service_levels has no column unit"),
        arguments(
            rule("visits", "unit IN (SELECT unit FROM units)", "message: m"),
            "where, line 10: a sub-query is not allowed"),
        arguments(
            rule("visits", "reflect('java.lang.Runtime', 'getRuntime') = ''", "message: m"),
            "where, line 10: function reflect is not allowed"),
        arguments(
            rule("visits", "rand() > 0.5", "message: m"),
            "where, line 10: function rand is not allowed: it gives another value at every run"),
        arguments(
            rule("visits", "true", "message: m, unit: input_file_name()"),
            "unit, line 10: function input_file_name is not allowed"),
        arguments(
            rule("visits", "true", "message: '{current_user}'"),
            "message, line 10: visits has no column current_user"),
        arguments(
            rule("visits", "true", "message: '{null}'"),
            "message, line 10: visits has no column null"),
        arguments(
            rule("visits", "true) OR (true", "message: m"),
            "where, line 10: is not one SQL expression"),
        arguments(rule("visits", "`parameters`.`mst` > 1", "message: m"), "where, line 10: "));
  }

  @ParameterizedTest
  @MethodSource("badRules")
  void whatIsWrongWithARuleIsSaidWithItsPlace(String rule, String fault) {
    assertThat(faults(rule)).singleElement().asString().startsWith("problems.rules[0]." + fault);
  }

  @Test
  void theFaultsOfAllRulesAreListedTogether() {
    var first = rule("visits", "visist > 1", "message: '{reson}'");

    assertThat(faults(first + first.replace("id: r", "id: s"))).hasSize(4);
  }
}
