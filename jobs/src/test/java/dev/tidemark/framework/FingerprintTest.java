package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {
  @TempDir private Path folder;

  private String of(String yaml) {
    return Written.in(folder, yaml).read().fingerprint();
  }

  @Test
  void itIs64HexadecimalDigits() {
    assertThat(of(Written.SMALLEST)).matches("[0-9a-f]{64}");
  }

  @Test
  void anotherWayToWriteTheSameLeavesItAsItIs() {
    var same =
        """
        # the same, otherwise written
        version: "1"
        id: 'water'
        weights: exact
        timezone: Asia/Shanghai
        seed: 1
        compare: {alpha: 0.05, ranks: {weights: dirichlet}}
        units: ./units.csv
        groups:
          - region
        index:
          children:
            - score: {kind: direct}
              weight: 25
              id: a
              replicates: mean
            - {id: b, weight: 75.0, score: {best: 0.0, worst: 1e1, kind: linear}}
          id: overall
          aggregate: arithmetic
        periods:
          - {id: P1, start: 2020-01-01, end: "2020-06-30", title: P1}
          - {id: P2, start: 2020-07-01, end: 2020-12-31}
        """;

    assertThat(of(same)).isEqualTo(of(Written.SMALLEST));
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        arguments("id: water", "id: air"),
        arguments("version: 1", "version: 1.0"),
        arguments("id: P1,", "id: P1, title: First,"),
        arguments("2020-06-30", "2020-06-29"),
        arguments("groups: [region]", "groups: []"),
        arguments("id: overall", "id: overall\n  aggregate: harmonic"),
        arguments("id: overall", "id: overall\n  min-coverage-by: count"),
        arguments("kind: direct", "kind: binary"),
        arguments("worst: 10", "worst: 11"),
        arguments("id: b,", "id: b, replicates: sum,"),
        arguments("id: b,", "id: b, from: {table: visits, value: sum(visits)},"),
        arguments("version: 1", "version: 1\ntimezone: Asia/Tokyo"),
        arguments("version: 1", "version: 1\nmissing-values: [x]"),
        arguments("version: 1", "version: 1\ngroup-titles: {region: {east: East}}"),
        arguments("version: 1", "version: 1\nseed: 2"),
        arguments("version: 1", "version: 1\ncompare: {alpha: 0.01}"),
        arguments("version: 1", "version: 1\ncompare: {ranks: {draws: 500}}"),
        arguments("version: 1", "version: 1\nchannels: {normalise: [width]}"),
        arguments("version: 1", "version: 1\npromotion: {weights: {pain: 2}}"),
        arguments("version: 1", "version: 1\ncatalogue: {policies: [{date: 2020-01-01}]}"),
        arguments("version: 1", "version: 1\nproblems: {parameters: {a: 1}}"),
        arguments("version: 1", "version: 1\nproblems: {starter: false}"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void anotherMeaningChangesIt(String from, String to) {
    assertThat(of(Written.SMALLEST.replace(from, to))).isNotEqualTo(of(Written.SMALLEST));
  }

  @Test
  void aChangedUnitChangesIt() {
    var moved = Written.UNITS.replace("east", "central");

    assertThat(Written.in(folder, Written.SMALLEST, moved).read().fingerprint())
        .isNotEqualTo(of(Written.SMALLEST));
  }

  @Test
  void howIssuesAreFoundCounts() {
    assertThat(of(Written.SMALLEST + "issues: {vectors: static}\n"))
        .isNotEqualTo(of(Written.SMALLEST + "issues: {vectors: words}\n"));
  }

  private String ofReading(String yaml) {
    var framework = Written.in(folder, yaml).read();
    return framework.readingFingerprint() + framework.readingFingerprintsOfPeriods();
  }

  static Stream<Arguments> changesOfReading() {
    return Stream.of(
        arguments("id: P2,", "id: P3,"),
        arguments("2020-06-30", "2020-06-29"),
        arguments("id: a,", "id: c,"),
        arguments("kind: direct", "kind: binary"),
        arguments("{kind: direct}", "{kind: categories, map: {full: 100}}"),
        arguments("id: b,", "id: b, from: {table: visits, value: sum(visits)},"),
        arguments("version: 1", "version: 1\ntimezone: Asia/Tokyo"),
        arguments("version: 1", "version: 1\nmissing-values: [x]"));
  }

  @ParameterizedTest
  @MethodSource("changesOfReading")
  void whatDecidesHowInputIsReadChangesTheFingerprintOfReading(String from, String to) {
    assertThat(ofReading(Written.SMALLEST.replace(from, to)))
        .isNotEqualTo(ofReading(Written.SMALLEST));
  }

  static Stream<Arguments> changesOfWhatComesAfterReading() {
    return Stream.of(
        arguments("version: 1", "version: 2"),
        arguments("version: 1", "version: 1\nseed: 2"),
        arguments("version: 1", "version: 1\ncompare: {alpha: 0.01}"),
        arguments(
            "version: 1",
            "version: 1\nservice-levels: {complaint: {reply-within: 5 working-days}}"),
        arguments("id: P1,", "id: P1, title: First,"),
        arguments("weight: 0.75", "weight: 0.75, replicates: sum"),
        arguments("worst: 10", "worst: 11"),
        arguments("groups: [region]", "groups: []"),
        arguments("id: overall", "id: overall\n  aggregate: harmonic"));
  }

  @ParameterizedTest
  @MethodSource("changesOfWhatComesAfterReading")
  void whatIsUsedOnlyAfterReadingLeavesTheFingerprintOfReadingAsItIs(String from, String to) {
    var changed = Written.SMALLEST.replace(from, to);

    assertThat(ofReading(changed)).isEqualTo(ofReading(Written.SMALLEST));
  }

  @Test
  void contentsThatReadAlikeInARowDiffer() {
    var prints =
        Stream.of(
            Fingerprint.of("ab", "c"),
            Fingerprint.of("a", "bc"),
            Fingerprint.of("abc"),
            Fingerprint.of(List.of("a", "bc")),
            Fingerprint.of(Map.of("a", "bc")));

    assertThat(prints).doesNotHaveDuplicates();
  }
}
