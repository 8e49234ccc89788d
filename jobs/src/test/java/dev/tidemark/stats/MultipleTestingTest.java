package dev.tidemark.stats;

import static dev.tidemark.stats.Agreement.DIGITS_10;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipleTestingTest {
  private static final List<OptionalDouble> FAMILY =
      List.of(
          OptionalDouble.of(0.01),
          OptionalDouble.empty(),
          OptionalDouble.of(0.04),
          OptionalDouble.of(0.03),
          OptionalDouble.of(0.005),
          OptionalDouble.of(0.5),
          OptionalDouble.of(0.03));

  /**
   * {@code src/test/R/paired_kernels.R}: {@code p.adjust(c(0.01, NA, 0.04, 0.03, 0.005, 0.5,
   * 0.03))}.
   */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          HOLM, 0.050000000000000003, 0.12, 0.12, 0.029999999999999999, 0.5, 0.12
          BENJAMINI_HOCHBERG, 0.029999999999999999, 0.048000000000000001, 0.044999999999999998, 0.029999999999999999, 0.5, 0.044999999999999998
          BENJAMINI_YEKUTIELI, 0.07350000000000001, 0.11760000000000002, 0.11025, 0.07350000000000001, 1, 0.11025
          """)
  void agreesWithR(
      MultipleTesting method, double a, double b, double c, double d, double e, double f) {
    var adjusted = method.adjust(FAMILY).stream().flatMapToDouble(OptionalDouble::stream);

    assertThat(adjusted.toArray())
        .usingElementComparator(Agreement.to(DIGITS_10))
        .containsExactly(a, b, c, d, e, f);
  }

  @Test
  void whatCouldNotBeTestedStaysInItsPlaceWithoutAValue() {
    assertThat(MultipleTesting.HOLM.adjust(FAMILY).get(1)).isEmpty();
  }

  @Test
  void aFamilyWithoutTestsHasNoValues() {
    assertThat(MultipleTesting.BENJAMINI_YEKUTIELI.adjust(List.of(OptionalDouble.empty())))
        .containsExactly(OptionalDouble.empty());
  }

  @Test
  void aNumberThatIsNoProbabilityIsRefused() {
    var family = List.of(OptionalDouble.of(0.5), OptionalDouble.of(Double.NaN));

    assertThatThrownBy(() -> MultipleTesting.HOLM.adjust(family))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("p-value 1 must lie in 0 to 1, is NaN");
  }
}
