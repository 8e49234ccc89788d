package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameworkYamlTest {
  @TempDir private Path folder;

  @Test
  void theSampleAssessmentIsGood() {
    var read =
        FrameworkYaml.read(
            Path.of("../data-samples/assessment-36-cities/framework.yaml"),
            ExpressionCheck.trustingTheAuthor());

    assertThat(read.id()).isEqualTo("starting-a-business-36-cities");
    assertThat(read.title().en()).isEqualTo("Starting a business in 36 key cities");
    assertThat(read.units()).hasSize(36);
    assertThat(read.units().get(0))
        .isEqualTo(
            new Unit(
                "110000",
                new Title("北京", "Beijing"),
                Map.of("region", "north", "type", "municipality")));
    assertThat(read.nodes()).hasSize(37);
    assertThat(read.leaves()).hasSize(22);
    assertThat(read.groupTitles().get("region")).containsEntry("east", new Title("华东", "East"));
    assertThat(read.leaves().stream().filter(leaf -> leaf.derivation().isPresent()))
        .extracting(Leaf::id)
        .containsExactly("H11", "H21", "H31", "I12", "I22");
  }

  @ParameterizedTest
  @ValueSource(strings = {"framework.yaml", "framework-part-scores.yaml"})
  void theDoingBusinessFrameworksAreGood(String name) throws IOException {
    Files.copy(
        Path.of("src/test/resources/doing-business", name), folder.resolve("framework.yaml"));
    Files.writeString(
        folder.resolve("units.csv"),
        "unit,name,region,income_group\nBRAZ,Brazil,Latin America,Upper middle income\n");

    var read = new Written(folder.resolve("framework.yaml")).read();

    assertThat(read.periods()).hasSize(17);
    assertThat(read.missingValues()).containsExactly("..");
    assertThat(read.index().minCoverage()).isEqualTo(new MinCoverage(1, MinCoverage.Basis.WEIGHT));
    assertThat(read.leaves()).extracting(Leaf::share).first().isEqualTo(0.5);
  }

  @Test
  void whatIsNotDeclaredHasItsDefault() {
    var read = Written.in(folder, Written.SMALLEST).read();

    assertThat(read.title()).isEqualTo(Title.of("water"));
    assertThat(read.timezone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(read.missingValues()).isEmpty();
    assertThat(read.groupTitles()).isEmpty();
    assertThat(read.calendar()).isEqualTo(CalendarRules.DEFAULT);
    assertThat(read.issues()).isEqualTo(IssueRules.DEFAULT);
    assertThat(read.seed()).isEqualTo(1);
    assertThat(read.comparison()).isEqualTo(Comparison.DEFAULT);
    assertThat(read.periods())
        .containsExactly(
            new Period("P1", LocalDate.of(2020, 1, 1), LocalDate.of(2020, 6, 30), Title.of("P1")),
            new Period("P2", LocalDate.of(2020, 7, 1), LocalDate.of(2020, 12, 31), Title.of("P2")));
    assertThat(read.index().aggregate()).isEqualTo(Aggregate.ARITHMETIC);
    assertThat(read.index().minCoverage()).isEqualTo(MinCoverage.NONE);
    assertThat(read.index().children())
        .containsExactly(
            new Leaf(
                "a", Title.of("a"), 0.25, new Scoring.Direct(), Replicates.MEAN, Optional.empty()),
            new Leaf(
                "b",
                Title.of("b"),
                0.75,
                new Scoring.Linear(10, 0),
                Replicates.MEAN,
                Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020", "1.10", "0x1F", "2020-05-01", "1_000", "12:30", "no", "1e3"})
  void aVersionIsKeptAsWrittenInQuotesOrNot(String version) {
    var bare = Written.SMALLEST.replace("version: 1", "version: " + version);
    var quoted = Written.SMALLEST.replace("version: 1", "version: '" + version + "'");

    assertThat(Written.in(folder, bare).read().version()).isEqualTo(version);
    assertThat(Written.in(folder, quoted).read().version()).isEqualTo(version);
  }

  @Test
  void aTitleInOneLanguageServesBoth() {
    var yaml = Written.SMALLEST + "title: {en: Water}\n";

    assertThat(Written.in(folder, yaml).read().title()).isEqualTo(new Title("Water", "Water"));
  }

  @Test
  void exactWeightsMaySumTo100AndRelativeOnesToAnything() {
    var percent = Written.SMALLEST.replace("0.25", "25").replace("0.75", "75");
    var relative =
        Written.SMALLEST.replace("0.25", "1").replace("0.75", "4") + "weights: relative\n";

    assertThat(Written.in(folder, percent).read().leaves())
        .extracting(Leaf::share)
        .containsExactly(0.25, 0.75);
    assertThat(Written.in(folder, relative).read().leaves())
        .extracting(Leaf::share)
        .containsExactly(0.2, 0.8);
  }

  @Test
  void siblingsThatMissTheSumByRoundingAreRescaled() {
    var yaml = Written.SMALLEST.replace("0.25", "0.2500005").replace("0.75", "0.7500004");

    double sum = Written.in(folder, yaml).read().leaves().stream().mapToDouble(Leaf::share).sum();

    assertThat(sum).isEqualTo(1, within(1e-15));
  }

  @Test
  void aggregateAndMinCoverageHoldForTheNodesBelowUntilOneSaysOtherwise() {
    var yaml =
        """
        id: water
        version: 1
        periods: [{id: P1, start: 2020-01-01, end: 2020-06-30}]
        units: units.csv
        index:
          id: overall
          aggregate: geometric
          min-coverage: 0.5
          min-coverage-by: count
          children:
            - id: heir
              weight: 0.5
              children: [{id: a, weight: 1, score: {kind: direct}}]
            - id: other
              weight: 0.5
              aggregate: harmonic
              min-coverage: 0
              children: [{id: b, weight: 1, score: {kind: direct}}]
        """;

    var nodes = Written.in(folder, yaml).read().nodes();

    var heir = (Composite) nodes.get(1);
    assertThat(heir.aggregate()).isEqualTo(Aggregate.GEOMETRIC);
    assertThat(heir.minCoverage()).isEqualTo(new MinCoverage(0.5, MinCoverage.Basis.COUNT));
    var other = (Composite) nodes.get(3);
    assertThat(other.aggregate()).isEqualTo(Aggregate.HARMONIC);
    assertThat(other.minCoverage()).isEqualTo(new MinCoverage(0, MinCoverage.Basis.COUNT));
  }

  @Test
  void categoriesAreReadAsWrittenEvenWhereYamlSeesABoolean() {
    var yaml =
        Written.SMALLEST.replace(
            "{kind: direct}", "{kind: categories, map: {yes: 100, no: 0, 部分: 50.5, true: 1}}");

    assertThat(Written.in(folder, yaml).read().leaves().get(0).scoring())
        .isEqualTo(
            new Scoring.Categories(Map.of("yes", 100.0, "no", 0.0, "部分", 50.5, "true", 1.0)));
  }

  @Test
  void aPooledScoringCountsUpwardsOverAllPeriodsUnlessItSaysOtherwise() {
    var yaml =
        Written.SMALLEST
            .replace("{kind: direct}", "{kind: min-max}")
            .replace(
                "{kind: linear, worst: 10, best: 0}",
                "{kind: z-score, direction: down, pool: period}");

    assertThat(Written.in(folder, yaml).read().leaves())
        .extracting(Leaf::scoring)
        .containsExactly(
            new Scoring.MinMax(Scoring.Direction.UP, Scoring.Pool.ALL),
            new Scoring.ZScore(Scoring.Direction.DOWN, Scoring.Pool.PERIOD));
  }

  @Test
  void anAliasStandsForWhatItNames() {
    var yaml =
        Written.SMALLEST
            .replace("{kind: direct}", "&ten {kind: linear, worst: 0, best: 10}")
            .replace("{kind: linear, worst: 10, best: 0}", "*ten");

    assertThat(Written.in(folder, yaml).read().leaves())
        .extracting(Leaf::scoring)
        .containsOnly(new Scoring.Linear(0, 10));
  }

  @Test
  void aNumberOfThemesIsRead() {
    var yaml = Written.SMALLEST + "issues: {themes: {method: k-means, k: 10}}\n";

    assertThat(Written.in(folder, yaml).read().issues().themes())
        .isEqualTo(
            new IssueThemes(IssueThemes.Method.K_MEANS, 15, 1, 0.3, OptionalInt.of(10), 20, 5));
  }

  @Test
  void everySettingOfTheIssuesIsRead() throws IOException {
    Files.writeString(
        folder.resolve("terms.csv"), "term,kind,means\n老城,place,\n社保局,Department,人社局\n");
    var yaml =
        Written.SMALLEST
            + """
            issues:
              vectors: static
              dictionary: terms.csv
              linking: {neighbours: 9, link-from: 0.6, cut: 0.2, merge-from: 0.7, min-messages: 3}
              identity: {window-days: 90, overlap: 0.4, similarity: 0.8, alpha: 0.01}
              themes: {neighbours: 9, resolution: 2, min-fit: 0.4, min-texts: 3}
              bottlenecks: {min-messages: 20, unresolved: 2, late: 0}
              scores:
                heat: {voices: 2, growth: 1, span: 0, approval: 0.5, half-life-days: 30}
                core: {persistence: 2, spread: 1, centrality: 0}
              labeller: {url: "http://127.0.0.1:11434/v1", model: qwen, timeout: 5}
            """;

    assertThat(Written.in(folder, yaml).read().issues())
        .isEqualTo(
            new IssueRules(
                IssueRules.TextVectors.STATIC,
                List.of(
                    new IssueTerm("老城", IssueTerm.Kind.PLACE, "老城"),
                    new IssueTerm("社保局", IssueTerm.Kind.DEPARTMENT, "人社局")),
                new IssueLinking(9, 0.6, 0.2, 0.7, 3),
                new IssueIdentity(90, 0.4, 0.8, 0.01),
                new IssueThemes(IssueThemes.Method.GRAPH, 9, 2, 0.4, OptionalInt.empty(), 20, 3),
                new BottleneckRules(20, 2, 0),
                new IssueScores(
                    new IssueScores.Heat(2, 1, 0, 0.5, 30), new IssueScores.Core(2, 1, 0)),
                Optional.of(
                    new LabellerRules(URI.create("http://127.0.0.1:11434/v1"), "qwen", 5))));
  }

  @Test
  void everySettingOfTheVisitsIsRead() {
    var yaml =
        Written.SMALLEST
            + """
            visits:
              stages: [{id: 领 照, title: {zh: 领照, en: Licence}}, {id: 2}]
              at-most: 2
              open-at-beginning: [apply]
              open-at-end: []
            """;

    assertThat(Written.in(folder, yaml).read().visits())
        .isEqualTo(
            new VisitRules(
                List.of(
                    new VisitRules.Stage("领 照", new Title("领照", "Licence")),
                    new VisitRules.Stage("2", Title.of("2"))),
                2,
                Set.of("apply"),
                Set.of()));
  }

  @Test
  void withoutASectionOnVisitsStagesComeFromTheDataAndTheUsualStepsOpenTheLoop() {
    assertThat(Written.in(folder, Written.SMALLEST).read().visits())
        .isEqualTo(new VisitRules(List.of(), 1, Set.of("apply", "sign"), Set.of("pay", "collect")));
  }

  @Test
  void everySettingOfTheComparisonIsRead() {
    var yaml =
        Written.SMALLEST
            + """
            seed: 9007199254740992
            compare:
              smallest-change: 0.5
              alpha: 0.01
              test: wilcoxon
              adjust: benjamini-yekutieli
              family: subject
              resamples: 20000
              ranks: {draws: 500, weights: uniform, spread: 0.1, concentration: 100}
            """;

    var read = Written.in(folder, yaml).read();

    assertThat(read.seed()).isEqualTo(9007199254740992L);
    assertThat(read.comparison())
        .isEqualTo(
            new Comparison(
                0.5,
                0.01,
                Comparison.Test.WILCOXON,
                Comparison.Adjustment.BENJAMINI_YEKUTIELI,
                Comparison.Family.SUBJECT,
                20_000,
                new Comparison.Ranks(500, Comparison.Weights.UNIFORM, 0.1, 100)));
  }

  @Test
  void missingValuesAreTextsAsWritten() {
    var yaml = Written.SMALLEST + "missing-values: [.., -9, n/a]\n";

    assertThat(Written.in(folder, yaml).read().missingValues())
        .isEqualTo(Set.of("..", "-9", "n/a"));
  }
}
