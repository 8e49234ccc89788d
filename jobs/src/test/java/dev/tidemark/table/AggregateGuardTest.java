package dev.tidemark.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S2: the SQL a framework file may derive a leaf with. */
class AggregateGuardTest {
  private static final Optional<String> EVERY_ROW = Optional.empty();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(visits)",
        "SUM( Visits ) -- office visits",
        "avg(CASE WHEN handled_by IN ('online', 'mail') THEN 100 WHEN visits >= 2 THEN 20 WHEN step = 'apply' THEN 40 END)",
        "max(CASE WHEN handled_by = 'mail' THEN 1 ELSE 0 END)",
        "count(*)",
        "count(DISTINCT stage, step) FILTER (WHERE visits > 0)",
        "100 * sum(if(visits = 0, 1, 0)) / nullif(count(visits), 0)",
        "try_divide(sum(visits), count_if(stage LIKE 'a%' AND NOT step ILIKE 'b%'))",
        "percentile(visits, 0.5)",
        "percentile_cont(0.5) WITHIN GROUP (ORDER BY visits)",
        "median(visits) + stddev(visits) - round(mean(visits), 1)",
        "CASE WHEN bool_or(visits BETWEEN 1 AND 2) THEN 1 ELSE -1 END",
        "any(handled_by = 'mail')",
        "min_by(visits, struct(stage, step))",
        "avg(length(trim(reason)) + visits::double)",
        "coalesce(max(try_cast(reason AS int)), 0) DIV 2 % 3",
        "count_if(reason IS NOT DISTINCT FROM step OR reason IS NULL)",
        "sum(visits) * 1e0",
      })
  void anAggregateOfTheTablesOwnColumnsIsGood(String value) {
    assertThat(SqlGuard.aggregateFaults("visits", value, EVERY_ROW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "visits | value: column visits stands outside an aggregate, where a unit and period may have many values; write max(visits), say",
        "1 | value: has no aggregate; write one value per unit and period, as sum(visits)",
        "sum(visits) / visits | value: column visits stands outside an aggregate, where a unit and period may have many values; write max(visits), say",
        "sum(visist) | value: visits has no column visist; did you mean visits?",
        "sum(t.visits) | value: visits has no column t",
        "sum(max(visits)) | value: max stands within another aggregate; take one of them",
        "sum(visits) OVER (PARTITION BY stage) | value: a window function is not allowed; one value per unit and period is wanted",
        "max(visits) + (SELECT 1) | value: a sub-query is not allowed; only the table's own rows are seen",
        "count_if(visits IN (SELECT 1)) | value: a sub-query is not allowed; only the table's own rows are seen",
        "count_if(EXISTS (SELECT 1)) | value: a sub-query is not allowed; only the table's own rows are seen",
        "sum(aggregate(array(1), 0, (a, b) -> a)) | value: function aggregate is not allowed; docs/sql.md lists those that are",
        "count(DISTINCT *) | value: * stands for no one column here; name a column",
        "sum(visits) AS n | value: the value takes no name; leave AS out",
        "summ(visits) + sum(visits) | value: function summ is not allowed; did you mean sum?; docs/sql.md lists those that are",
        "max(reflect('java.lang.Runtime', 'getRuntime')) | value: function reflect is not allowed; docs/sql.md lists those that are",
        "max(`JAVA_METHOD`('a', 'b')) | value: function java_method is not allowed; docs/sql.md lists those that are",
        "max(system.builtin.reflect('a', 'b')) | value: function system.builtin.reflect is not allowed; docs/sql.md lists those that are",
        "sum(rand()) | value: function rand is not allowed: it gives another value at every run; docs/sql.md lists those that are",
        "percentile_approx(visits, 0.5) | value: function percentile_approx is not allowed: its value depends on how the rows are spread; use percentile or median; docs/sql.md lists those that are",
        "max(uuid()) | value: function uuid is not allowed: it gives another value at every run; docs/sql.md lists those that are",
        "max(current_timestamp()) | value: function current_timestamp is not allowed: it gives another value at every run; docs/sql.md lists those that are",
        "max(datediff(current_date, DATE '2020-01-01')) | value: visits has no column current_date",
        "max(datediff(DATE 'today', DATE '2020-01-01')) | value: DATE 'today' is another time at every run; write the date",
        "max(input_file_name()) | value: function input_file_name is not allowed; docs/sql.md lists those that are",
        "first(visits) | value: first, last and any_value are not allowed: which row comes first is chance; use min, max, min_by or max_by",
        "count_if(reason RLIKE '(a+)+$') | value: rlike is not allowed: a pattern can take forever on one long text; use like, contains, startswith or endswith",
        "max(length(repeat('x', 2000000000))) | value: function repeat is not allowed; docs/sql.md lists those that are",
        "max(visits); DROP TABLE visits | value: is not one SQL expression: Syntax error at or near ';' (line 1, pos 11)",
        "IDENTIFIER('reflect')(max(visits)) | value: expressionwithunresolvedidentifier is not allowed; docs/sql.md lists what is",
      })
  void whatIsWrongWithAValueIsSaid(String value, String fault) {
    assertThat(SqlGuard.aggregateFaults("visits", value, EVERY_ROW)).contains(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stage <> 'bank'",
        "stage IN ('seal', 'tax') AND visits BETWEEN 1 AND 3 OR reason IS NULL",
        "NOT contains(lower(reason), 'seal') AND length(step) > 2",
      })
  void aConditionOnOneRowIsGood(String where) {
    assertThat(SqlGuard.aggregateFaults("visits", "sum(visits)", Optional.of(where))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "sum(visits) > 1 | where: sum is an aggregate; a condition sees one row at a time",
        "stages = 'bank' | where: visits has no column stages; did you mean stage?",
        "rand(1) > 0.5 | where: function rand is not allowed: it gives another value at every run; docs/sql.md lists those that are",
        "stage = 'x' OR reflect('a', 'b') = 1 | where: function reflect is not allowed; docs/sql.md lists those that are",
        "unit IN (SELECT unit FROM units) | where: a sub-query is not allowed; only the table's own rows are seen",
      })
  void whatIsWrongWithAConditionIsSaid(String where, String fault) {
    assertThat(SqlGuard.aggregateFaults("visits", "sum(visits)", Optional.of(where)))
        .containsExactly(fault);
  }

  /** Spark's parser gives all of them the place of the first. */
  @Test
  void trueAndFalseAreGoodWhereverTheyStandAndAnywhereElseStood() {
    var late = Optional.of("stage = 'a long text before it' OR reason IS NULL OR true");

    assertThat(SqlGuard.aggregateFaults("visits", "sum(visits)", late)).isEmpty();
    assertThat(SqlGuard.aggregateFaults("visits", "any(true)", Optional.of("true"))).isEmpty();
  }

  @Test
  void aConditionThatIsNoTruthValueIsRefused() {
    assertThat(SqlGuard.aggregateFaults("visits", "sum(visits)", Optional.of("visits + 1")))
        .singleElement()
        .asString()
        .startsWith("where: ")
        .contains("is not a boolean");
  }

  @Test
  void aValueOfTypesThatDoNotFitIsRefused() {
    assertThat(SqlGuard.aggregateFaults("enquiries", "sum(resolved)", EVERY_ROW))
        .singleElement()
        .asString()
        .startsWith("value: ")
        .contains("sum(resolved)");
    assertThat(SqlGuard.aggregateFaults("enquiries", "max(struct(id))", EVERY_ROW)).hasSize(1);
  }

  @Test
  void aFeatureOfAMapIsReadByItsName() {
    assertThat(
            SqlGuard.aggregateFaults(
                "mobile_channels", "count_if(features['booking'])", Optional.of("features.app")))
        .isEmpty();
  }

  @Test
  void theFaultsOfBothAreListedTogether() {
    assertThat(
            SqlGuard.aggregateFaults(
                "visits", "sum(visist) + rand()", Optional.of("max(stage) = 'x'")))
        .hasSize(3);
  }

  @Test
  void aTableThatIsNoInputTableIsRefusedWithTheNearestOne() {
    assertThat(SqlGuard.aggregateFaults("visit", "sum(visits)", EVERY_ROW))
        .containsExactly(
            "table: visit is not an input table; did you mean visits?; input tables and"
                + " views of them are observations, visits, enquiries, guide_audits, mobile_channels,"
                + " messages, items, enquiry_outcomes");
    assertThat(SqlGuard.aggregateFaults("index_scores", "max(score)", EVERY_ROW)).hasSize(1);
  }

  @Test
  void anExpressionNestedOrLongWithoutEndIsRefusedAndNotACrash() {
    var deep = "sum(" + "(".repeat(1_900) + "1" + ")".repeat(1_900) + ")";
    var wide = "sum(1" + " + 1".repeat(1_000) + ")";

    assertThat(SqlGuard.aggregateFaults("visits", deep, EVERY_ROW))
        .containsExactly("value: is not one SQL expression: it is nested too deeply to be read");
    assertThat(SqlGuard.aggregateFaults("visits", wide, EVERY_ROW))
        .containsExactly("value: has 4006 characters, at most 4000 are read");
  }

  @Test
  void theGuideListsEveryAllowedFunctionAndNoOther() throws IOException {
    var guide = Files.readString(Path.of("../docs/sql.md"), StandardCharsets.UTF_8);
    var lists = guide.substring(guide.indexOf("- aggregates:"), guide.indexOf("They are pure"));

    var listed = Pattern.compile("`(\\w+)`").matcher(lists).results().map(found -> found.group(1));

    assertThat(listed).containsExactlyInAnyOrderElementsOf(AllowedFunctions.all());
  }
}
