package dev.tidemark.wording;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.SharedSpark;
import java.util.List;
import org.junit.jupiter.api.Test;

class WildcardsTest {
  @Test
  void aStarStandsForAnyTextAndNothingElseHasAMeaning() {
    assertThat(matches("field:id", "field:*")).isTrue();
    assertThat(matches("Result-Collected", "*collect*")).isTrue();
    assertThat(matches("本人到场", "*本人*")).isTrue();
    assertThat(matches("50% off", "50% *")).isTrue();
    assertThat(matches("50 and off", "50% *")).isFalse();
    assertThat(matches("a_b", "a_b")).isTrue();
    assertThat(matches("axb", "a_b")).isFalse();
    assertThat(matches("a\\b", "a\\*")).isTrue();
    assertThat(matches("my field:id", "field:*")).isFalse();
  }

  @Test
  void withoutAPatternNothingMatchesAndANullIsNotKnown() {
    assertThat(asked("a", List.of())).isFalse();
    assertThat(asked(null, List.of("a"))).isNull();
  }

  private static Boolean matches(String text, String pattern) {
    return asked(text, List.of("nothing like it", pattern));
  }

  private static Boolean asked(String text, List<String> patterns) {
    return SharedSpark.session()
        .range(1)
        .select(Wildcards.matchesAny(lit(text).cast("string"), patterns))
        .head()
        .getAs(0);
  }
}
