package dev.tidemark.stats;

import static dev.tidemark.stats.Agreement.DIGITS_10;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionsTest {
  /** {@code src/test/R/paired_kernels.R}: {@code 2 * pt(-t, df)}. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0.001, 5, 0.99924078677219763
          2, 1, 0.29516723530086642
          2.5, 35, 0.017255743178603535
          12, 35, 5.8546669751204561e-14
          40, 35, 8.2390448438341755e-31
          8, 499, 8.7611877147116211e-15
          60, 2, 0.00027766209059467876
          """)
  void tailsOfStudentsTAreThoseOfR(double t, double df, double p) {
    assertThat(StudentT.twoSided(t, df)).usingComparator(Agreement.to(DIGITS_10)).isEqualTo(p);
  }

  /** {@code src/test/R/paired_kernels.R}: {@code qt(1 - p / 2, df)}. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0.050000000000000003, 1, 12.706204736174707
          0.050000000000000003, 2, 4.3026527297494637
          0.050000000000000003, 35, 2.0301079282503429
          0.10000000000000001, 499, 1.6479129840597129
          0.5, 9, 0.70272214675132627
          9.9999999999999995e-07, 4, 49.458636756934652
          1e-10, 35, 9.0781312769091365
          """)
  void criticalValuesOfStudentsTAreThoseOfR(double p, double df, double t) {
    assertThat(StudentT.critical(p, df)).usingComparator(Agreement.to(DIGITS_10)).isEqualTo(t);
  }

  /** {@code src/test/R/paired_kernels.R}: {@code pnorm(z)} and {@code qnorm} of it. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          -8, 6.2209605742717849e-16
          -3.25, 0.00057702504239076711
          -1.5, 0.066807201268858071
          0.25, 0.5987063256829237
          2, 0.97724986805182079
          """)
  void theNormalDistributionIsThatOfR(double z, double share) {
    assertThat(StandardNormal.lower(z)).usingComparator(Agreement.to(DIGITS_10)).isEqualTo(share);
    assertThat(StandardNormal.quantile(share))
        .usingComparator(Agreement.to(DIGITS_10))
        .isEqualTo(z);
  }
}
