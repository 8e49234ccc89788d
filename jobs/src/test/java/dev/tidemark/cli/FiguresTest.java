package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.table.Col;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void numbersAreRoundedHalfUpAsTheyPrint() {
    assertThat(Figures.round(2.675)).isEqualTo("2.68");
    assertThat(Figures.signed(1.005)).isEqualTo("+1.01");
    assertThat(Figures.signed(-10)).isEqualTo("-10.00");
  }

  @Test
  void anIntervalShowsBothEndsWithTheirSigns() {
    assertThat(Figures.interval(row(-0.7099, 2.7893, 0.2454))).isEqualTo("-0.71 … +2.79");
  }

  @Test
  void aSmallProbabilityIsNeverShownAsZero() {
    assertThat(Figures.p(row(0, 1, 0.00003), Col.P_ADJUSTED)).isEqualTo("<0.0001");
    assertThat(Figures.p(row(0, 1, 0.00012), Col.P_ADJUSTED)).isEqualTo("0.0001");
    assertThat(Figures.p(row(0, 1, 1.0), Col.P_ADJUSTED)).isEqualTo("1.0000");
  }

  @Test
  void whatWasNotTestedIsADash() {
    var untested = row(null, null, null);

    assertThat(Figures.interval(untested)).isEqualTo("–");
    assertThat(Figures.p(untested, Col.P_ADJUSTED)).isEqualTo("–");
    assertThat(Figures.signed(untested, Col.CI_LOW)).isEqualTo("–");
    assertThat(Figures.round(untested, Col.CI_HIGH)).isEqualTo("–");
    assertThat(Figures.percent(untested, Col.CI_HIGH)).isEqualTo("–");
  }

  private static Row row(Number low, Number high, Number p) {
    var schema =
        new StructType()
            .add(Col.CI_LOW, DataTypes.DoubleType)
            .add(Col.CI_HIGH, DataTypes.DoubleType)
            .add(Col.P_ADJUSTED, DataTypes.DoubleType);
    return new GenericRowWithSchema(new Object[] {number(low), number(high), number(p)}, schema);
  }

  private static Double number(Number number) {
    return number == null ? null : number.doubleValue();
  }
}
