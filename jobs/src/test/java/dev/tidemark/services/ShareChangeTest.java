package dev.tidemark.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.services.ShareChange.Pair;
import dev.tidemark.stats.Interval;
import dev.tidemark.stats.Reason;
import dev.tidemark.stats.Resampling;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShareChangeTest {
  private static final Resampling DRAWS = new Resampling(1000, 1);
  private static final Pair GAINED = new Pair(0, 1, 1, 1);
  private static final Pair LOST = new Pair(1, 1, 0, 1);
  private static final Pair KEPT = new Pair(1, 1, 1, 1);

  private static ShareChange of(List<Pair> units) {
    return ShareChange.ofUnits(units, 0.95, DRAWS);
  }

  /** R 4.2.2: {@code binom.test(3, 12)$p.value} is 0.14599609375. */
  @Test
  void withOneEnquiryPerUnitGainsAndLossesAreCompared() {
    var units =
        Stream.of(
                Collections.nCopies(3, GAINED),
                Collections.nCopies(9, LOST),
                Collections.nCopies(13, KEPT))
            .flatMap(List::stream)
            .toList();

    var change = of(units);

    assertThat(change.method()).contains("mcnemar");
    assertThat(change.p().orElseThrow()).isCloseTo(0.14599609375, within(1e-12));
    assertThat(change.from().orElseThrow()).isEqualTo(22 / 25.0);
    assertThat(change.change().orElseThrow()).isCloseTo(-6 / 25.0, within(1e-12));
  }

  /** Shares 1/2, 1/4, 0 all rise to 1: of 8 patterns of signs two are as far from 0, p = 1/4. */
  @Test
  void withSeveralEnquiriesTheSharesOfUnitsAreComparedEachCountingOnce() {
    var change = of(List.of(new Pair(1, 2, 3, 3), new Pair(25, 100, 1, 1), new Pair(0, 4, 4, 4)));

    assertThat(change.method()).contains("sign_flip");
    assertThat(change.p().orElseThrow()).isEqualTo(0.25);
    assertThat(change.from().orElseThrow()).isEqualTo(0.25);
    assertThat(change.to().orElseThrow()).isEqualTo(1);
  }

  /**
   * From 1/2, 23 units rise to 1 and none falls: of 2^23 patterns two are as far from 0. With 1000
   * random ones p would be at least 1/1001.
   */
  @Test
  void signsAreCountedOutForAsManyUnitsAsCanBe() {
    var change = of(Collections.nCopies(23, new Pair(1, 2, 2, 2)));

    assertThat(change.p().orElseThrow()).isCloseTo(0x1p-22, within(1e-18));
    assertThat(change.error()).isZero();
  }

  /** No pattern but two of 2^41 is as far: p is (0 + 1)/(1000 + 1), its error √(p (1 − p)/1000). */
  @Test
  void beyondThatTheyAreDrawnAndTheErrorIsTold() {
    var change = of(Collections.nCopies(41, new Pair(1, 2, 2, 2)));

    assertThat(change.p().orElseThrow()).isCloseTo(1 / 1001.0, within(1e-12));
    assertThat(change.error()).isCloseTo(Math.sqrt(1000.0 / (1001 * 1001 * 1000.0)), within(1e-12));
  }

  @Test
  void equalSharesAreNoChangeHoweverManyTheEnquiries() {
    assertThat(ShareChange.ofOneUnit(new Pair(3, 6, 1, 2), 0.95).isUnchanged()).isTrue();
    assertThat(ShareChange.ofOneUnit(new Pair(1, 3, 2, 6), 0.95).isUnchanged()).isTrue();
    assertThat(ShareChange.ofOneUnit(KEPT, 0.95).isUnchanged()).isTrue();
    assertThat(of(List.of(KEPT)).isUnchanged()).isTrue();
  }

  /** One gained and one lost: their mean stays, and yet both changed. */
  @Test
  void changesThatCancelAreChanges() {
    assertThat(of(List.of(GAINED, LOST)).change().orElseThrow()).isZero();
    assertThat(of(List.of(GAINED, LOST)).isUnchanged()).isFalse();
    assertThat(of(List.of()).isUnchanged()).isFalse();
  }

  /** {@code t.test(c(0.5, 0.75, 1))$conf.int} is 0.1289655 1.3710345. */
  @Test
  void theirIntervalIsThatOfTheMeanChange() {
    var interval =
        of(List.of(new Pair(1, 2, 3, 3), new Pair(25, 100, 1, 1), new Pair(0, 4, 4, 4)))
            .interval()
            .orElseThrow();

    assertThat(interval.low()).isCloseTo(0.1289655, within(1e-7));
    assertThat(interval.high()).isCloseTo(1.3710345, within(1e-7));
  }

  /** R: {@code fisher.test(matrix(c(3, 1, 1, 3), 2))$p.value} is 0.4857143. */
  @Test
  void ofOneUnitItsEnquiriesAreCompared() {
    var change = ShareChange.ofOneUnit(new Pair(3, 4, 1, 4), 0.95);

    assertThat(change.method()).contains("fisher");
    assertThat(change.p().orElseThrow()).isCloseTo(0.4857143, within(1e-7));
    assertThat(change.interval().map(Interval::low))
        .hasValueSatisfying(low -> assertThat(low).isLessThan(-0.5));
  }

  @Test
  void whereNothingChangedOrTooLittleIsThereTheReasonIsTold() {
    assertThat(of(List.of(KEPT, KEPT)).notTested()).contains(Reason.ALL_ZERO);
    assertThat(of(List.of(LOST)).notTested()).contains(Reason.TOO_FEW);
    assertThat(of(List.of()).notTested()).contains(Reason.TOO_FEW);
    assertThat(of(List.of()).change()).isEmpty();
  }
}
