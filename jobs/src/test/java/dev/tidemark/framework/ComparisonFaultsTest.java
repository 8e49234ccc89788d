package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonFaultsTest {
  @TempDir private Path folder;

  /** What is added to the smallest framework, and the only fault that makes. */
  static Stream<Arguments> additions() {
    return Stream.of(
        with("seed: -1", "seed, line 3: must be a whole number from 0 to 9007199254740992; is -1"),
        with(
            "seed: 1.5", "seed, line 3: must be a whole number from 0 to 9007199254740992; is 1.5"),
        with(
            "compare:",
            "compare, line 3: must be a mapping with the keys smallest-change, alpha, test, adjust,"
                + " family, resamples, ranks; is empty"),
        with(
            "compare: {smalest-change: 2}",
            "compare.smalest-change, line 3: unknown key; did you mean smallest-change?"),
        with(
            "compare: {smallest-change: 0}",
            "compare.smallest-change, line 3: must be a number of points above 0, at most 100; is 0"),
        with(
            "compare: {alpha: 5}",
            "compare.alpha, line 3: must be a number above 0 and below 0.5 (1e-6 to 0.499); is 5"),
        with(
            "compare: {test: t-test}",
            "compare.test, line 3: must be one of permutation, t, wilcoxon; is the text \"t-test\""),
        with(
            "compare: {adjust: bonferroni}",
            "compare.adjust, line 3: must be one of holm, benjamini-hochberg, benjamini-yekutieli,"
                + " none; is the text \"bonferroni\""),
        with(
            "compare: {family: dept}",
            "compare.family, line 3: must be one of depth, scope, subject; is the text \"dept\"; did"
                + " you mean depth?"),
        with(
            "compare: {resamples: 99}",
            "compare.resamples, line 3: must be a whole number from 100 to 1000000; is 99"),
        with(
            "compare: {resamples: '500'}",
            "compare.resamples, line 3: must be a whole number from 100 to 1000000; is the text"
                + " \"500\"; remove its quotes"),
        with(
            "compare: {draws: 500}",
            "compare.draws, line 3: unknown key; known here: smallest-change, alpha, test, adjust,"
                + " family, resamples, ranks"),
        with(
            "compare: {ranks: 500}",
            "compare.ranks, line 3: must be a mapping with the keys draws, weights, spread,"
                + " concentration; is 500"),
        with(
            "compare: {ranks: {draws: 100.5}}",
            "compare.ranks.draws, line 3: must be a whole number from 100 to 1000000; is 100.5"),
        with(
            "compare: {ranks: {weights: unifrom}}",
            "compare.ranks.weights, line 3: must be one of dirichlet, uniform; is the text"
                + " \"unifrom\"; did you mean uniform?"),
        with(
            "compare: {ranks: {spread: 25}}",
            "compare.ranks.spread, line 3: must be a number above 0 and below 1 (1e-6 to 0.999); is"
                + " 25"),
        with(
            "compare: {ranks: {concentration: 0.5}}",
            "compare.ranks.concentration, line 3: must be a number from 1 to 1000000; is 0.5"));
  }

  @ParameterizedTest
  @MethodSource("additions")
  void aFaultOfTheComparisonIsToldWithItsPathItsLineItsValueAndWhatToDo(
      String yaml, List<String> faults) {
    assertThat(Written.in(folder, yaml).faults()).containsExactlyElementsOf(faults);
  }

  private static Arguments with(String addition, String fault) {
    return Written.change("version: 1", "version: 1\n" + addition, fault);
  }
}
