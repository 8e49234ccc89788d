package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tidemark.error.FrameworkInvalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Holds {@code docs/framework.schema.json} against the parser. */
class FrameworkSchemaTest {
  private static final Schema SCHEMA = schema();

  @TempDir private Path folder;

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(Path.of("../docs/framework.schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../data-samples/assessment-36-cities/framework.yaml",
        "src/test/resources/doing-business/framework.yaml",
        "src/test/resources/doing-business/framework-part-scores.yaml"
      })
  void everySampleFollowsTheSchema(String sample) throws IOException {
    assertThat(SCHEMA.validate(Files.readString(Path.of(sample)), InputFormat.YAML)).isEmpty();
  }

  static List<Shape> shapes() {
    return Shape.all();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void theSchemaHasTheKeysTheParserKnowsAndNoOthers(Shape shape) {
    var declared = declaration(shape.name());

    assertThat(declared.get("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(shape.keys());
    assertThat(texts(declared.path("required")))
        .containsExactlyInAnyOrderElementsOf(shape.required());
    assertThat(declared.get("additionalProperties").asBoolean(true)).isFalse();
  }

  @Test
  void theSchemaHasTheNamesTheParserKnows() {
    var composite = declaration("composite").get("properties");
    var leaf = declaration("leaf").get("properties");
    var minMax = declaration("min-max").get("properties");

    assertThat(texts(declaration("framework").at("/properties/weights/enum")))
        .isEqualTo(Value.names(WeightRule.class));
    assertThat(texts(composite.at("/aggregate/enum"))).isEqualTo(Value.names(Aggregate.class));
    assertThat(texts(composite.at("/min-coverage-by/enum")))
        .isEqualTo(Value.names(MinCoverage.Basis.class));
    assertThat(texts(leaf.at("/replicates/enum"))).isEqualTo(Value.names(Replicates.class));
    assertThat(texts(minMax.at("/direction/enum"))).isEqualTo(Value.names(Scoring.Direction.class));
    assertThat(texts(minMax.at("/pool/enum"))).isEqualTo(Value.names(Scoring.Pool.class));
    var comparison = declaration("comparison").get("properties");
    assertThat(texts(comparison.at("/test/enum"))).isEqualTo(Value.names(Comparison.Test.class));
    assertThat(texts(comparison.at("/adjust/enum")))
        .isEqualTo(Value.names(Comparison.Adjustment.class));
    assertThat(texts(comparison.at("/family/enum")))
        .isEqualTo(Value.names(Comparison.Family.class));
    assertThat(texts(declaration("ranks").at("/properties/weights/enum")))
        .isEqualTo(Value.names(Comparison.Weights.class));
    assertThat(texts(declaration("score").at("/properties/kind/enum")))
        .isEqualTo(Shape.scorings().stream().map(Shape::name).toList());
    assertThat(texts(declaration("calendar").at("/properties/weekend/items/enum")))
        .isEqualTo(Value.names(DayOfWeek.class));
    assertThat(texts(declaration("channel-rules").at("/properties/normalise/items/enum")))
        .isEqualTo(Value.names(ChannelRules.Normalisation.class))
        .isEqualTo(texts(declaration("channel-rules").at("/properties/normalise/default")));
    assertThat(texts(declaration("mobile-rules").at("/properties/unlisted-units/enum")))
        .isEqualTo(Value.names(ChannelRules.UnlistedUnits.class));
    var promotion = declaration("promotion-rules").get("properties");
    assertThat(texts(promotion.at("/level/enum"))).isEqualTo(Value.names(ItemLevel.class));
    assertThat(texts(promotion.at("/demand-from/items/enum")))
        .isEqualTo(Value.names(PromotionRules.DemandSource.class))
        .isEqualTo(texts(promotion.at("/demand-from/default")));
    assertThat(texts(promotion.at("/pain-from/enum")))
        .isEqualTo(Value.names(PromotionRules.PainSource.class));
    assertThat(texts(declaration("problem-rule").at("/properties/severity/enum")))
        .isEqualTo(Value.names(Severity.class));
    assertThat(texts(declaration("problem-rules").at("/properties/starter/anyOf/1/items/enum")))
        .containsExactlyElementsOf(StarterProblems.read().rules().keySet());
    assertThat(
            declaration("problem-rules")
                .at("/properties/parameters/propertyNames/pattern")
                .asString())
        .isEqualTo(ProblemParameters.NAME_PATTERN);
    assertThat(texts(declaration("issue-rules").at("/properties/vectors/enum")))
        .isEqualTo(Value.names(IssueRules.TextVectors.class));
    assertThat(texts(declaration("issue-themes").at("/properties/method/enum")))
        .isEqualTo(Value.names(IssueThemes.Method.class));
    assertThat(declaration("id").get("pattern").asString()).isEqualTo(Identifier.PATTERN);
  }

  @ParameterizedTest
  @CsvSource({
    "framework, timezone, Asia/Shanghai",
    "framework, weights, exact",
    "composite, aggregate, arithmetic",
    "composite, min-coverage, 0",
    "composite, min-coverage-by, weight",
    "leaf, replicates, mean",
    "min-max, direction, up",
    "min-max, pool, all",
    "z-score, direction, up",
    "z-score, pool, all",
    "framework, seed, 1",
    "comparison, smallest-change, 1",
    "comparison, alpha, 0.05",
    "comparison, test, permutation",
    "comparison, adjust, holm",
    "comparison, family, depth",
    "comparison, resamples, 10000",
    "ranks, draws, 10000",
    "ranks, weights, dirichlet",
    "ranks, spread, 0.25",
    "ranks, concentration, 50",
    "visit-rules, at-most, 1",
    "service-level, min-share, 1",
    "mobile-rules, unlisted-units, none",
    "promotion-rules, level, city",
    "promotion-rules, pain-from, visits",
    "promotion-weights, demand, 1",
    "promotion-weights, visits, 1",
    "promotion-weights, pain, 1",
    "promotion-weights, readiness, 1",
    "promotion-attributes, demand, annual-applications",
    "promotion-attributes, claimed-depth, claimed-depth",
    "promotion-attributes, department, department",
    "promotion-attributes, fields, field:",
    "promotion-attributes, technologies, technology:",
    "catalogue-rules, updated-on, updated-on",
    "catalogue-rules, single-entry, single-entry",
    "problem-rules, starter, true",
    "issue-rules, vectors, model",
    "issue-linking, neighbours, 20",
    "issue-linking, link-from, 0.5",
    "issue-linking, cut, 0.15",
    "issue-linking, merge-from, 0.8",
    "issue-linking, min-messages, 2",
    "issue-identity, window-days, 183",
    "issue-identity, overlap, 0.3",
    "issue-identity, similarity, 0.9",
    "issue-identity, alpha, 0.05",
    "issue-themes, method, graph",
    "issue-themes, neighbours, 15",
    "issue-themes, resolution, 1",
    "issue-themes, min-fit, 0.3",
    "issue-themes, most-k, 20",
    "issue-themes, min-texts, 5",
    "issue-bottlenecks, min-messages, 10",
    "issue-bottlenecks, unresolved, 1",
    "issue-bottlenecks, late, 1",
    "issue-heat, voices, 1",
    "issue-heat, growth, 0.5",
    "issue-heat, span, 0.25",
    "issue-heat, approval, 0.25",
    "issue-heat, half-life-days, 14",
    "issue-core, persistence, 1",
    "issue-core, spread, 1",
    "issue-core, centrality, 1",
    "issue-labeller, timeout, 20"
  })
  void theSchemaSaysTheDefaultsOfTheGuide(String shape, String key, String byDefault) {
    assertThat(declaration(shape).get("properties").get(key).get("default").asString())
        .isEqualTo(byDefault);
  }

  /** Faults of {@link FrameworkFaultsTest} and {@link IndexFaultsTest} that a schema can see. */
  static Stream<String> badFiles() {
    return Stream.of(
            "id: water -> id: our water",
            "id: water -> id: -5",
            "version: 1 -> version: true",
            "version: 1 -> version:",
            "version: 1 -> version: ' '",
            "version: 1 -> version: \"1\\t0\"",
            "version: 1 -> version: " + "1".repeat(201) + "a",
            "version: 1 -> version: 1\ntitle: |\n  two\n  lines",
            "version: 1 -> colour: red",
            "version: 1 -> version: 1\ntitle: {}",
            "version: 1 -> version: 1\ntitle: {fr: eau}",
            "version: 1 -> version: 1\ntitle: [a]",
            "version: 1 -> version: 1\nweights: relativ",
            "version: 1 -> version: 1\nmissing-values: n/a",
            "version: 1 -> version: 1\nmissing-values: [null]",
            "version: 1 -> version: 1\ngroup-titles: [region]",
            "version: 1 -> version: 1\nvisits:",
            "version: 1 -> version: 1\nvisits: {stage: []}",
            "version: 1 -> version: 1\nvisits: {stages: []}",
            "version: 1 -> version: 1\nvisits: {stages: [seal]}",
            "version: 1 -> version: 1\nvisits: {stages: [{title: Seal}]}",
            "version: 1 -> version: 1\nvisits: {at-most: 1.5}",
            "version: 1 -> version: 1\nvisits: {at-most: -1}",
            "version: 1 -> version: 1\nvisits: {open-at-end: collect}",
            "version: 1 -> version: 1\nvisits: {open-at-end: [collect, collect]}",
            "version: 1 -> version: 1\nvisits: {open-at-end: [pay+collect]}",
            "version: 1 -> version: 1\nseed: -1",
            "version: 1 -> version: 1\nseed: 1.5",
            "version: 1 -> version: 1\ncompare:",
            "version: 1 -> version: 1\ncompare: {smallest-change: 0}",
            "version: 1 -> version: 1\ncompare: {alpha: 0.5}",
            "version: 1 -> version: 1\ncompare: {test: t-test}",
            "version: 1 -> version: 1\ncompare: {adjust: bonferroni}",
            "version: 1 -> version: 1\ncompare: {family: node}",
            "version: 1 -> version: 1\ncompare: {resamples: 99}",
            "version: 1 -> version: 1\ncompare: {draws: 500}",
            "version: 1 -> version: 1\ncompare: {ranks: 500}",
            "version: 1 -> version: 1\ncompare: {ranks: {draws: 1e7}}",
            "version: 1 -> version: 1\ncompare: {ranks: {spread: 1}}",
            "version: 1 -> version: 1\ncompare: {ranks: {concentration: 0}}",
            "version: 1 -> version: 1\ncalendar: {as-of: yesterday}",
            "version: 1 -> version: 1\ncalendar: {weekend: [someday]}",
            "version: 1 -> version: 1\ncalendar: {days-off: 2020-05-01}",
            "version: 1 -> version: 1\ncalendar: {days-off: [2020-05-01, 2020-05-01]}",
            "version: 1 -> version: 1\ncalendar: {years: 2027.csv}",
            "version: 1 -> version: 1\ncalendar: {years: {file: 2027.csv}}",
            "version: 1 -> version: 1\ncalendar: {years: {file: u.csv, first-year: 27, last-year: 27}}",
            "version: 1 -> version: 1\ncalendar: {regions: [{units: [wuhan]}]}",
            "version: 1 -> version: 1\ncalendar: {regions: [{id: all, units: [wuhan]}]}",
            "version: 1 -> version: 1\ncalendar: {regions: [{id: hubei}]}",
            "version: 1 -> version: 1\ncalendar: {regions: [{id: hubei, groups: {region: east}}]}",
            "version: 1 -> version: 1\nservice-levels:",
            "version: 1 -> version: 1\nservice-levels: {praise: {reply-within: 5 working-days}}",
            "version: 1 -> version: 1\nservice-levels: {complaint: 5 working-days}",
            "version: 1 -> version: 1\nservice-levels: {complaint: {min-share: 1}}",
            "version: 1 -> version: 1\nservice-levels: {complaint: {reply-within: 5}}",
            "version: 1 -> version: 1\nservice-levels: {complaint: {reply-within: 5 days}}",
            "version: 1 -> version: 1\nservice-levels: {complaint: {reply-within: 0 working-days}}",
            "version: 1 -> version: 1\nservice-levels: {complaint: {reply-within: 367 working-days}}",
            "version: 1 -> version: 1\nservice-levels: {complaint: {reply-within: 5 working-days,"
                + " min-share: 95}}",
            "id: P1 -> id: All",
            "2020-06-30 -> 2020-06-32",
            "version: 1 -> version: 1\nchannels:",
            "version: 1 -> version: 1\nchannels: {compares: [a, b]}",
            "version: 1 -> version: 1\nchannels: {compare: [web]}",
            "version: 1 -> version: 1\nchannels: {compare: [web, web, app]}",
            "version: 1 -> version: 1\nchannels: {normalise: [spacing]}",
            "version: 1 -> version: 1\nchannels: {equivalents: [free, gratis]}",
            "version: 1 -> version: 1\nchannels: {equivalents: [[free]]}",
            "version: 1 -> version: 1\nchannels: {mobile: {kinds: [app]}}",
            "version: 1 -> version: 1\nchannels: {mobile: {unlisted-units: nothing}}",
            "version: 1 -> version: 1\npromotion:",
            "version: 1 -> version: 1\npromotion: {tecnologies: []}",
            "version: 1 -> version: 1\npromotion: {level: village}",
            "version: 1 -> version: 1\npromotion: {demand-from: [visits]}",
            "version: 1 -> version: 1\npromotion: {demand-from: [items, items]}",
            "version: 1 -> version: 1\npromotion: {claims: {deep: [a]}}",
            "version: 1 -> version: 1\npromotion: {claims: {full: online}}",
            "version: 1 -> version: 1\npromotion: {technologies: [mail]}",
            "version: 1 -> version: 1\npromotion: {technologies: [{id: mail}]}",
            "version: 1 -> version: 1\npromotion: {technologies: [{steps: [collect]}]}",
            "version: 1 -> version: 1\npromotion: {weights: {pain: -1}}",
            "version: 1 -> version: 1\npromotion: {attributes: {demand: [a]}}",
            "version: 1 -> version: 1\ncatalogue:",
            "version: 1 -> version: 1\ncatalogue: {except: []}",
            "version: 1 -> version: 1\ncatalogue: {policies: [2020-01-01]}",
            "version: 1 -> version: 1\ncatalogue: {policies: [{title: none}]}",
            "version: 1 -> version: 1\ncatalogue: {policies: [{date: 1 May}]}",
            "version: 1 -> version: 1\ncatalogue: {policies: [{date: 2020-01-01, items: []}]}",
            "id: b -> id: b, from: {table: visits, value: sum(visits), without-rows: none}",
            "version: 1 -> version: 1\nproblems:",
            "version: 1 -> version: 1\nproblems: {starters: true}",
            "version: 1 -> version: 1\nproblems: {starter: some}",
            "version: 1 -> version: 1\nproblems: {starter: [unanswred]}",
            "version: 1 -> version: 1\nproblems: {starter: [unanswered, unanswered]}",
            "version: 1 -> version: 1\nproblems: {parameters: {Limit: 1}}",
            "version: 1 -> version: 1\nproblems: {parameters: {limit: []}}",
            "version: 1 -> version: 1\nproblems: {parameters: {links_checked: many}}",
            "version: 1 -> version: 1\nproblems: {parameters: {key_stages: seal}}",
            "version: 1 -> version: 1\nproblems: {rules: [unanswered]}",
            "version: 1 -> version: 1\nproblems: {rules: [{severity: minor}]}",
            "version: 1 -> version: 1\nproblems: {rules: [{id: unanswered, severity: bad}]}",
            "version: 1 -> version: 1\nproblems: {rules: [{id: unanswered, item: []}]}",
            "version: 1 -> version: 1\nproblems: {rules: [{id: unanswered, message: {}}]}",
            "version: 1 -> version: 1\nproblems: {rules: [{id: unanswered, if: a}]}",
            "version: 1 -> version: 1\nissues:",
            "version: 1 -> version: 1\nissues: {vectors: bert}",
            "version: 1 -> version: 1\nissues: {linking: {min-messages: 1}}",
            "version: 1 -> version: 1\nissues: {linking: {cut: 1.5}}",
            "version: 1 -> version: 1\nissues: {identity: {overlap: 0}}",
            "version: 1 -> version: 1\nissues: {themes: {method: lda}}",
            "version: 1 -> version: 1\nissues: {themes: {k: 10}}",
            "version: 1 -> version: 1\nissues: {themes: {method: k-means, resolution: 2}}",
            "version: 1 -> version: 1\nissues: {themes: {method: k-means, k: 10, most-k: 12}}",
            "version: 1 -> version: 1\nissues: {bottlenecks: {min-messages: 3}}",
            "version: 1 -> version: 1\nissues: {scores: {heat: {voices: -1}}}",
            "version: 1 -> version: 1\nissues: {scores: {core: {reach: 1}}}",
            "version: 1 -> version: 1\nissues: {labeller: {url: 'http://127.0.0.1/v1'}}",
            "version: 1 -> version: 1\nissues: {labeller: {url: 'file:///etc', model: m}}",
            "2020-06-30 -> 30 June",
            "[region] -> region",
            "[region] -> [region, region]",
            "[region] -> [all]",
            "[region] -> [unit]",
            "id: overall -> id: overall\n  weight: 1",
            "id: overall -> id: overall\n  min-coverage: 50",
            "id: overall -> id: overall\n  min-coverage-by: number",
            "id: overall -> id: overall\n  aggregate: mean",
            "id: b -> id: b, replicates: latest",
            "id: b -> id: b, from: {table: visits}",
            "id: b -> id: b, from: visits",
            "id: b -> id: b, replicates: max, from: {table: visits, value: sum(visits)}",
            "{kind: direct} -> {kind: categories, map: {a: 1}}, from: {table: visits, value: max(step)}",
            "weight: 0.25 -> weight: 0",
            "weight: 0.25 -> weight: -0.25",
            "weight: 0.25 -> weight: '0.25'",
            "weight: 0.25, -> ",
            "{kind: direct} -> {kind: direct}, children: [{id: c, weight: 1, score: {kind: direct}}]",
            "{kind: direct} -> {kind: direct}, aggregate: harmonic",
            "score: {kind: direct} -> children: []",
            "score: {kind: direct} -> scor: {kind: direct}",
            "{kind: direct} -> {kind: liner}",
            "{kind: direct} -> direct",
            "{kind: direct} -> {worst: 1}",
            "{kind: direct} -> {kind: direct, worst: 1}",
            "worst: 10, -> ",
            "worst: 10 -> worst: ten",
            "{kind: direct} -> {kind: min-max, direction: upward}",
            "{kind: direct} -> {kind: z-score, pool: some}",
            "{kind: direct} -> {kind: categories}",
            "{kind: direct} -> {kind: categories, map: {}}",
            "{kind: direct} -> {kind: categories, map: {full: 101}}",
            "{kind: direct} -> {kind: categories, map: {' ': 1}}")
        .map(FrameworkSchemaTest::changed);
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void aFileTheParserRefusesIsRefusedByTheSchema(String yaml) {
    var file = Written.in(folder, yaml);

    assertThatCode(file::read).isInstanceOf(FrameworkInvalid.class);
    assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isNotEmpty();
  }

  static Stream<String> goodFiles() {
    return Stream.of(
            "id: water -> id: 水务-2020",
            "id: water -> id: 2020",
            "version: 1 -> version: 1.10",
            "version: 1 -> version: 2020-05-01",
            "version: 1 -> version: 1\ntitle: 2020",
            "version: 1 -> version: 1\ntitle: {zh: 水}",
            "version: 1 -> version: 1\ntimezone: +08:00",
            "version: 1 -> version: 1\nmissing-values: [.., -9]",
            "version: 1 -> version: 1\ngroup-titles: {region: {east: {en: East}}}",
            "version: 1 -> version: 1\nissues: {vectors: words, linking: {}, identity: {}}",
            "version: 1 -> version: 1\nissues: {linking: {neighbours: 5, min-messages: 3}}",
            "version: 1 -> version: 1\nissues: {identity: {window-days: 0, alpha: 0.01}}",
            "version: 1 -> version: 1\nissues: {themes: {resolution: 2, min-texts: 9}}",
            "version: 1 -> version: 1\nissues: {themes: {method: k-means, k: 10}}",
            "version: 1 -> version: 1\nissues: {bottlenecks: {late: 0}, scores: {heat: {}, core: {}}}",
            "version: 1 -> version: 1\nissues: {labeller: {url: 'http://127.0.0.1:11434/v1', model: m}}",
            "version: 1 -> version: 1\npromotion: {}\ncatalogue: {}",
            "version: 1 -> version: 1\npromotion: {level: county, demand-from: [], pain-from: messages}",
            "version: 1 -> version: 1\npromotion: {claims: {full: [全程网办]}, weights: {pain: 0}}",
            "version: 1 -> version: 1\npromotion: {technologies: [{id: mail, steps: [collect]}]}",
            "version: 1 -> version: 1\npromotion: {attributes: {demand: cases}}",
            "version: 1 -> version: 1\ncatalogue: {except: ['field:*'], updated-on: day}",
            "version: 1 -> version: 1\ncatalogue: {policies: [{date: 2020-01-01, items: [seal]}]}",
            "version: 1 -> version: 1\nseed: 0\ncompare: {}",
            "version: 1 -> version: 1\ncompare: {test: t, adjust: none, family: scope, ranks: {}}",
            "version: 1 -> version: 1\ncompare: {resamples: 100, ranks: {draws: 1e6}}",
            "version: 1 -> version: 1\ncalendar: {as-of: 2020-01-26, weekend: []}",
            "version: 1 -> version: 1\ncalendar: {days-off: [2020-05-06], working-days: []}",
            "version: 1 -> version: 1\ncalendar: {regions: [{id: w, units: [wuhan]}]}",
            "version: 1 -> version: 1\ncalendar: {regions: [{id: e, groups: {region: [east]}}]}",
            "version: 1 -> version: 1\nvisits: {stages: [{id: a b, title: {zh: 甲}}], at-most: 0, open-at-end: []}",
            "version: 1 -> version: 1\nservice-levels: {}",
            "version: 1 -> version: 1\nservice-levels: {complaint: {reply-within: 1 working-day}}",
            "version: 1 -> version: 1\nservice-levels: {consultation: {reply-within: 366"
                + " working-days, min-share: 0.95}}",
            "version: 1 -> version: 1\nchannels: {compare: [web, hall], normalise: []}",
            "version: 1 -> version: 1\nchannels: {equivalents: [[free, gratis]], mobile: {}}",
            "version: 1 -> version: 1\nchannels: {mobile: {kinds: {wechat: [a, b]}}}",
            "version: 1 -> version: 1\nproblems: {}",
            "version: 1 -> version: 1\nproblems: {starter: false, parameters: {a: 1, b: x, c: [y]}}",
            "version: 1 -> version: 1\nproblems: {starter: [unanswered], rules: [{id: unanswered,"
                + " severity: minor, owner: us}]}",
            "version: 1 -> version: 1\nproblems: {rules: [{id: r, severity: minor, table: visits,"
                + " item: [stage], among: 'true', where: visits > 1, message: {zh: '{visits}'}}]}",
            "groups: [region] -> groups: []",
            "2020-06-30 -> '2020-06-30'",
            "id: overall -> id: overall\n  min-coverage: 1",
            "id: b -> id: b, replicates: last",
            "id: b -> id: b, from: {table: visits, value: sum(visits), where: visits > 0}",
            "id: b -> id: b, from: {table: visits, value: sum(visits), without-rows: 0}",
            "{kind: direct} -> {kind: binary}",
            "{kind: direct} -> {kind: min-max}",
            "{kind: direct} -> {kind: z-score, direction: down, pool: period}",
            "{kind: direct} -> {kind: categories, map: {yes: 100, no: 0, 1: 50}}",
            "worst: 10 -> worst: 1e3",
            "score: {kind: direct} -> children: [{id: c, weight: 100, score: {kind: direct}}]")
        .map(FrameworkSchemaTest::changed);
  }

  @ParameterizedTest
  @MethodSource("goodFiles")
  void aFileTheParserReadsFollowsTheSchema(String yaml) {
    var file = Written.in(folder, yaml);

    assertThatCode(file::read).doesNotThrowAnyException();
    assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isEmpty();
  }

  private static String changed(String change) {
    var fromTo = change.split(" -> ", -1);
    assertThat(Written.SMALLEST).contains(fromTo[0]);
    return Written.SMALLEST.replace(fromTo[0], fromTo[1]);
  }

  private static JsonNode declaration(String shape) {
    var whole = SCHEMA.getSchemaNode();
    return shape.equals("framework") ? whole : whole.get("$defs").get(shape);
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
