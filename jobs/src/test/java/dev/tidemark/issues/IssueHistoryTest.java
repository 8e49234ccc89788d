package dev.tidemark.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Scoring;
import dev.tidemark.support.Frameworks;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** Periods with three messages each, all searched; the last number of a row tells them apart. */
class IssueHistoryTest {
  private static final List<Row> FIRST = List.of(digest("P1", 7), digest("P2", 8));

  @Test
  void aPeriodThatJoinsAtTheEndIsSearchedAlone() {
    var joined = List.of(digest("P1", 7), digest("P2", 8), digest("P3", 9));

    assertThat(history(of("P1", "P2", "P3"), joined, searched()).changed(List.of("P3")))
        .containsExactly(2);
  }

  @Test
  void aCorrectionIsSearchedWithTheSearchedPeriodsThatFollow() {
    var corrected = List.of(digest("P1", 5), digest("P2", 8));

    assertThat(history(of("P1", "P2"), corrected, searched()).changed(List.of("P1")))
        .containsExactly(0, 1);
  }

  @Test
  void whatDidNotChangeIsNotSearched() {
    assertThat(history(of("P1", "P2"), FIRST, searched()).changed(List.of())).isEmpty();
  }

  @Test
  void aPeriodThatComesBeforeOthersIsSearchedWithAllOfThem() {
    assertThat(history(of("P0", "P1", "P2"), FIRST, searched()).changed(List.of()))
        .containsExactly(0, 1, 2);
  }

  /** What {@code issue_periods} has once P1 and P2 were searched. */
  private static List<Row> searched() {
    var history = history(of("P1", "P2"), FIRST, List.of());
    return IntStream.of(0, 1)
        .mapToObj(i -> RowFactory.create("P" + (i + 1), history.fingerprint(i)))
        .toList();
  }

  /** Without a warehouse, as no memory is asked for. */
  private static IssueHistory history(
      EvaluationFramework framework, List<Row> digests, List<Row> kept) {
    return new IssueHistory(null, framework, digests, kept);
  }

  private static Row digest(String period, long messages) {
    return RowFactory.create(period, 3L, messages);
  }

  private static EvaluationFramework of(String... periods) {
    return Frameworks.framework(
        List.of(periods),
        List.of("u"),
        Frameworks.root(Frameworks.leaf("any", 1, new Scoring.Direct())));
  }
}
