package dev.tidemark.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Scoring;
import dev.tidemark.job.PeriodPairs.Pair;
import dev.tidemark.support.Frameworks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodPairsTest {
  private static final Optional<Pair> NOTHING_ASKED = Optional.empty();
  private final EvaluationFramework framework = framework("P1", "P2", "P3");

  @Test
  void eachPeriodIsComparedWithTheOneBefore() {
    assertThat(PeriodPairs.of(framework, NOTHING_ASKED, List.of(), List.of()))
        .containsExactly(new Pair("P1", "P2"), new Pair("P2", "P3"));
    assertThat(PeriodPairs.of(framework("P1"), NOTHING_ASKED, List.of(), List.of())).isEmpty();
  }

  @Test
  void aPairAskedForComesBesideThem() {
    assertThat(PeriodPairs.of(framework, Optional.of(new Pair("P1", "P3")), List.of(), List.of()))
        .containsExactly(new Pair("P1", "P2"), new Pair("P2", "P3"), new Pair("P1", "P3"));
  }

  @Test
  void aPairAskedForOnceIsKeptUpToDateWhileTheFrameworkHasIt() {
    var kept = List.of(new Pair("P1", "P3"), new Pair("P0", "P1"), new Pair("P3", "P1"));

    assertThat(PeriodPairs.of(framework, NOTHING_ASKED, kept, List.of()))
        .containsExactly(new Pair("P1", "P2"), new Pair("P2", "P3"), new Pair("P1", "P3"));
  }

  /** New scores of P1 touch P1–P2 and P1–P3; P2–P3 has the later period of the latter. */
  @Test
  void aPartialRunTakesThePairsWrittenTogetherWithThoseItTouches() {
    var kept = List.of(new Pair("P1", "P3"));

    assertThat(PeriodPairs.of(framework, NOTHING_ASKED, List.of(), List.of("P1")))
        .containsExactly(new Pair("P1", "P2"));
    assertThat(PeriodPairs.of(framework, NOTHING_ASKED, kept, List.of("P1")))
        .containsExactly(new Pair("P1", "P2"), new Pair("P2", "P3"), new Pair("P1", "P3"));
  }

  @Test
  void aPairAskedForIsComparedWhicheverPeriodsTheRunIsAbout() {
    var four = framework("P1", "P2", "P3", "P4");

    assertThat(PeriodPairs.of(four, Optional.of(new Pair("P1", "P2")), List.of(), List.of("P4")))
        .containsExactly(new Pair("P1", "P2"), new Pair("P3", "P4"));
  }

  @Test
  void anUnknownPeriodIsNamedWithThoseThereAre() {
    assertThatThrownBy(() -> asked("P1", "P9"))
        .isInstanceOf(UsageWrong.class)
        .hasMessage("P9: no such period. The framework has: P1, P2, P3.");
  }

  @Test
  void aPeriodIsComparedWithALaterOne() {
    assertThatThrownBy(() -> asked("P2", "P1"))
        .isInstanceOf(UsageWrong.class)
        .hasMessage(
            "--from P2 does not come before --to P1. The framework's order is: P1, P2, P3.");
    assertThatThrownBy(() -> asked("P2", "P2")).isInstanceOf(UsageWrong.class);
  }

  @Test
  void fromAndToGoTogether() {
    assertThatThrownBy(() -> PeriodPairs.asked("P1", null))
        .isInstanceOf(UsageWrong.class)
        .hasMessage("--from and --to go together: give both, or neither.");
  }

  private void asked(String from, String to) {
    PeriodPairs.of(framework, Optional.of(new Pair(from, to)), List.of(), List.of());
  }

  private static EvaluationFramework framework(String... periods) {
    return Frameworks.framework(
        List.of(periods),
        List.of("U1"),
        Frameworks.root(Frameworks.leaf("a", 1, new Scoring.Direct())));
  }
}
