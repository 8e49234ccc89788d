package dev.tidemark.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.issues.Trends.Counts;
import dev.tidemark.issues.Trends.Trend;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendsTest {
  @Test
  void anIssueNotThereBeforeIsNewWhateverItsVoices() {
    var outcome = one(new Counts(1, 20, true), 100, 100);

    assertThat(outcome.trend()).isEqualTo(Trend.NEW);
    assertThat(outcome.p()).isEmpty();
  }

  @Test
  void anIssueWithoutVoicesIsGone() {
    assertThat(one(new Counts(2, 0, false), 100, 100).trend()).isEqualTo(Trend.GONE);
  }

  /** 2 · (1/2)^10 · (1 + 10), the binomial tail of 1 or fewer of 10, twice. */
  @Test
  void manyMoreOrFewerVoicesGrowOrFade() {
    var growing = one(new Counts(1, 9, false), 100, 100);
    var fading = one(new Counts(9, 1, false), 100, 100);

    assertThat(growing.trend()).isEqualTo(Trend.GROWING);
    assertThat(growing.p().orElseThrow()).isCloseTo(22 / 1024.0, within(1e-12));
    assertThat(fading.trend()).isEqualTo(Trend.FADING);
  }

  @Test
  void afterAPeriodTwiceAsLoudTwiceTheVoicesAreSteady() {
    assertThat(one(new Counts(10, 20, false), 100, 200).trend()).isEqualTo(Trend.STEADY);
    assertThat(one(new Counts(20, 20, false), 100, 1_000).trend()).isEqualTo(Trend.FADING);
  }

  /** 1 to 9 alone is sure at 0.05; as one of four tests its adjusted p-value is 4 · 0.0215. */
  @Test
  void oneOfManyTestsNeedsMore() {
    var still = new Counts(5, 5, false);

    var outcomes = Trends.of(List.of(new Counts(1, 9, false), still, still, still), 100, 100, 0.05);

    assertThat(outcomes.get(0).trend()).isEqualTo(Trend.STEADY);
    assertThat(outcomes.get(0).adjusted().orElseThrow()).isCloseTo(88 / 1024.0, within(1e-12));
  }

  @Test
  void whereNobodyWroteInAPeriodNothingIsTested() {
    assertThat(one(new Counts(0, 5, false), 0, 50).p()).isEmpty();
    assertThat(one(new Counts(0, 5, false), 0, 50).trend()).isEqualTo(Trend.STEADY);
  }

  private static Trends.Outcome one(Counts counts, int before, int now) {
    return Trends.of(List.of(counts), before, now, 0.05).get(0);
  }
}
