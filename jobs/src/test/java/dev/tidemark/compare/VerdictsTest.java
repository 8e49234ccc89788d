package dev.tidemark.compare;

import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.tidemark.framework.Comparison;
import dev.tidemark.framework.Comparison.Adjustment;
import dev.tidemark.framework.Comparison.Family;
import dev.tidemark.framework.Comparison.Ranks;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The smallest change that matters is 1 point, the error allowed 0.05. */
class VerdictsTest {
  private static final Cells CELLS = new Cells(Tables.SCORE_CHANGES);

  @Test
  void aSignificantChangeThatMattersIsARiseOrAFall() {
    assertThat(verdict(row(2.5, 0.5, 4.5, 0.01))).isEqualTo("improved");
    assertThat(verdict(row(-2.5, -4.5, -0.5, 0.01))).isEqualTo("declined");
  }

  @Test
  void withoutSignificanceNothingWasShown() {
    assertThat(verdict(row(2.5, 0.5, 4.5, 0.051))).isEqualTo("inconclusive");
    assertThat(verdict(row(2.5, 0.5, 4.5, null))).isEqualTo("inconclusive");
  }

  @Test
  void aSignificantChangeTooSmallToMatterIsNeitherARiseNorShownToBeNone() {
    assertThat(verdict(row(0.99, 0.5, 1.5, 0.001))).isEqualTo("inconclusive");
    assertThat(verdict(row(1.0, 0.5, 1.5, 0.001))).isEqualTo("improved");
  }

  @Test
  void aChangeShownToBeSmallerThanMattersIsUnchanged() {
    assertThat(verdict(row(0.2, -0.1, 0.5, 0.3).with(P_EQUIVALENCE, 0.05))).isEqualTo("unchanged");
    assertThat(verdict(row(0.2, -0.1, 0.5, 0.3).with(P_EQUIVALENCE, 0.051)))
        .isEqualTo("inconclusive");
  }

  @Test
  void whereNothingChangedAnywhereItIsUnchanged() {
    assertThat(verdict(row(0.0, null, null, null).with(NOT_TESTED_REASON, "all_zero")))
        .isEqualTo("unchanged");
    assertThat(verdict(row(0.0, null, null, null).with(NOT_TESTED_REASON, "too_few")))
        .isEqualTo("inconclusive");
  }

  @Test
  void anIntervalThatHoldsZeroStopsASignificantTest() {
    assertThat(verdict(row(2.5, -0.1, 5.1, 0.01))).isEqualTo("inconclusive");
    assertThat(verdict(row(-2.5, -5.1, 0.1, 0.01))).isEqualTo("inconclusive");
  }

  @Test
  void aChangeWithoutAnIntervalRestsOnItsTest() {
    assertThat(verdict(row(2.5, null, null, 0.01))).isEqualTo("improved");
  }

  @Test
  void whatCouldNotBeComparedIsInconclusive() {
    assertThat(verdict(row(null, null, null, null))).isEqualTo("inconclusive");
  }

  /** Ascending 0.01·3, 0.03·2, then 0.04·1 but not below 0.06; the untested is no test. */
  @Test
  void pIsAdjustedWithinTheFamily() {
    var judged =
        new Verdicts(how(Comparison.Test.PERMUTATION, Adjustment.HOLM))
            .of(
                rows(
                    row(2.5, 0.5, 4.5, 0.01),
                    row(2.5, 0.5, 4.5, 0.04),
                    row(2.5, 0.5, 4.5, null),
                    row(2.5, 0.5, 4.5, 0.03)));

    assertThat((Double) CELLS.cell(judged.get(0), P_ADJUSTED)).isCloseTo(0.03, offset(1e-15));
    assertThat((Double) CELLS.cell(judged.get(1), P_ADJUSTED)).isCloseTo(0.06, offset(1e-15));
    assertThat(CELLS.cell(judged.get(2), P_ADJUSTED)).isNull();
    assertThat((Double) CELLS.cell(judged.get(3), P_ADJUSTED)).isCloseTo(0.06, offset(1e-15));
    assertThat(CELLS.column(judged, VERDICT))
        .containsExactly("improved", "inconclusive", "inconclusive", "inconclusive");
  }

  @Test
  void theDeclaredTestDecidesButAUnitHasOnlyItsSigns() {
    var byT = row(2.5, 0.5, 4.5, 0.5).with(P_T, 0.01);
    var unit = row(2.5, 0.5, 4.5, 0.02).with(P_T, 0.5).with(SCOPE, "unit");
    var how = how(Comparison.Test.T, Adjustment.NONE);

    assertThat(CELLS.column(new Verdicts(how).of(rows(byT)), P_ADJUSTED)).containsExactly(0.01);
    assertThat(CELLS.column(new Verdicts(how).of(rows(unit)), P_ADJUSTED)).containsExactly(0.02);
  }

  private static Comparison how(Comparison.Test test, Adjustment adjustment) {
    return new Comparison(1, 0.05, test, adjustment, Family.DEPTH, 1000, Ranks.DEFAULT);
  }

  private static String verdict(RowBuilder row) {
    var judged = new Verdicts(how(Comparison.Test.PERMUTATION, Adjustment.HOLM)).of(rows(row));
    return (String) CELLS.cell(judged.get(0), VERDICT);
  }

  private static List<Row> rows(RowBuilder... rows) {
    return Stream.of(rows).map(RowBuilder::row).toList();
  }

  private static RowBuilder row(Double change, Double low, Double high, Double p) {
    return new RowBuilder(Tables.SCORE_CHANGES)
        .with(SCOPE, "all")
        .with(CHANGE, change)
        .with(CI_LOW, low)
        .with(CI_HIGH, high)
        .with(P_PERMUTATION, p);
  }
}
