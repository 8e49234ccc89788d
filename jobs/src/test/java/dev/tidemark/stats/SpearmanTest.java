package dev.tidemark.stats;

import static dev.tidemark.stats.RValues.assertP;
import static dev.tidemark.stats.RValues.assertValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.stats.Spearman.Method;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values: src/test/R/counts-trends-agreement.R. */
class SpearmanTest {
  @Test
  void upToNinePairsWithoutTiesAreTestedExactly() {
    var three = of(new double[] {1, 2, 3}, new double[] {1, 3, 2});
    var six = of(SineSeries.upTo(6), new double[] {6, 5, 3, 4, 2, 1});
    var nine = of(SineSeries.upTo(9), SineSeries.fine(9, 1));

    assertTest(three, 0.5, 1);
    assertTest(six, -0.9428571428571428, 0.016666666666666666);
    assertThat(nine.rho()).isCloseTo(0, within(1e-15));
    assertP(nine.p(), 1);
    assertThat(nine.method()).isEqualTo(Method.EXACT);
  }

  @Test
  void morePairsWithoutTiesAreTestedByEdgeworthsSeries() {
    var ten = of(SineSeries.upTo(10), SineSeries.fine(10, 1));
    var x = SineSeries.fine(36, 1);
    var thirtySix = of(x, SineSeries.fine(36, 1.3));
    var falling =
        of(SineSeries.upTo(36), IntStream.range(0, 36).mapToDouble(i -> x[i] - i - 1).toArray());
    var fiveHundred = of(SineSeries.upTo(500), shuffled(500, 503));

    assertTest(ten, -0.13939393939393938, 0.7072037855712389);
    assertTest(thirtySix, -0.09757981785833388, 0.5712779975391441);
    assertTest(falling, -0.8393822393822395, 6.343297097368953e-08);
    assertTest(fiveHundred, -0.03430199320797283, 0.44394836870449467);
    assertThat(fiveHundred.method()).isEqualTo(Method.EDGEWORTH);
  }

  @Test
  void tiesAndVeryManyPairsAreTestedByStudentsT() {
    var immer = of(FriedmanTest.IMMER_1931, FriedmanTest.IMMER_1932);
    var thirtySix = of(SineSeries.coarse(36, 1), SineSeries.fine(36, 1.3));
    var fiveHundred = of(SineSeries.coarse(500, 1), SineSeries.coarse(500, 1.01));
    var many = of(SineSeries.upTo(1300), shuffled(1300, 1301));

    assertTest(immer, 0.37913005018228446, 0.038809714043443785);
    assertTest(thirtySix, -0.0346363934095697, 0.8410550739112131);
    assertTest(fiveHundred, -0.17351222102145786, 9.628834188228012e-05);
    assertTest(many, -0.005073725350861608, 0.8549855759469993);
    assertThat(many.method()).isEqualTo(Method.STUDENT_T);
  }

  @Test
  void theSameOrderIsACorrelationOf1() {
    var same = of(SineSeries.upTo(10), SineSeries.upTo(10));
    var tied = of(new double[] {1, 1, 2, 3}, new double[] {5, 5, 6, 7});

    assertTest(same, 1, 0);
    assertTest(tied, 1, 0);
  }

  @Test
  void aConstantMeasureOrTwoPairsHaveNoCorrelation() {
    assertThat(Spearman.of(new double[] {1, 2, 3}, new double[] {4, 4, 4}).reason())
        .contains(Reason.ALL_TIED);
    assertThat(Spearman.of(new double[] {1, 2}, new double[] {1, 2}).reason())
        .contains(Reason.TOO_FEW);
  }

  @Test
  void valuesComeInPairsOfNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spearman.of(new double[] {1, 2, 3}, new double[] {1, 2}))
        .withMessage("3 of x, 2 of y");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spearman.of(new double[] {1, 2, Double.NaN}, new double[] {1, 2, 3}))
        .withMessage("values[2] must be finite, is NaN");
  }

  /** R: {@code rank(c(3, 1, 3, -0, 0, 3))}. */
  @Test
  void tiesShareTheMeanOfTheirRanks() {
    var ranks = MidRanks.of(3, 1, 3, -0.0, 0.0, 3);

    assertThat(ranks.ranks()).containsExactly(5, 3, 5, 1.5, 1.5, 5);
    assertThat(ranks.tieTerm()).isEqualTo(24 + 6);
  }

  /** Multiples of 7919 modulo a prime: all different. */
  private static double[] shuffled(int n, int prime) {
    return IntStream.rangeClosed(1, n).mapToDouble(i -> i * 7919 % prime).toArray();
  }

  private static Spearman of(double[] x, double[] y) {
    return Spearman.of(x, y).result().orElseThrow();
  }

  private static void assertTest(Spearman test, double rho, double p) {
    assertValue(test.rho(), rho);
    assertP(test.p(), p);
  }
}
