package dev.tidemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S11: a result opened in a spreadsheet shows what it says and runs nothing. */
class CsvTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1+cmd|'/C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\0=1",
        "＝1",
        "＋1",
        "－1",
        "＠x"
      })
  void textThatBeginsLikeAFormulaGetsAnApostropheAndQuotes(String text) {
    assertThat(CsvText.line(List.of(text))).isEqualTo("\"'" + text + "\"");
  }

  @Test
  void quotesInAFormulaAreDoubled() {
    assertThat(CsvText.line(List.of("=HYPERLINK(\"http://x\")")))
        .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\")\"");
  }

  @Test
  void negativeNumbersStayNumbers() {
    assertThat(CsvText.row(RowFactory.create(-1, -2.5, 1e-7, -3L))).isEqualTo("-1,-2.5,1.0E-7,-3");
  }

  @Test
  void commasQuotesAndLineBreaksAreQuoted() {
    assertThat(CsvText.line(List.of("a,b", "a\"b", "a\nb", "a'b", "武汉")))
        .isEqualTo("\"a,b\",\"a\"\"b\",\"a\nb\",a'b,武汉");
  }

  @Test
  void nullIsAnEmptyCell() {
    assertThat(CsvText.row(RowFactory.create("a", null, true))).isEqualTo("a,,true");
  }
}
