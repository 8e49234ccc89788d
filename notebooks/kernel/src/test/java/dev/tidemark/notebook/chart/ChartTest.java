package dev.tidemark.notebook.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ChartTest {
  @Test
  void ticksAreRoundNumbersThatHoldAllValues() {
    var scale = Scale.of(DoubleStream.of(-0.31, 0.52), 0, 100);

    assertThat(scale.ticks()).containsExactly(-0.4, -0.2, 0.0, 0.2, 0.4, 0.6000000000000001);
    assertThat(scale.at(-0.4)).isEqualTo(0);
    assertThat(scale.at(0.1)).isEqualTo(50);
  }

  @Test
  void valuesThatDoNotDifferStillHaveAnAxis() {
    assertThat(Scale.of(DoubleStream.of(5, 5), 0, 100).ticks()).hasSizeGreaterThan(1);
    assertThat(Scale.of(DoubleStream.empty(), 0, 100).ticks()).hasSizeGreaterThan(1);
  }

  @Test
  void aBarIsAsLongAsItsValueFromZero() {
    var html = new Chart(Bars.of(List.of(row("a", 10.0), row("b", 5.0)))).html();

    var widths = html.lines().filter(l -> l.startsWith("<rect")).map(ChartTest::width).toList();
    // A picture's coordinates have one decimal.
    assertThat(widths.get(1)).isCloseTo(widths.get(0) / 2, within(0.1));
  }

  @Test
  void whatWasNotObservedIsSaidAndNotDrawn() {
    var html = new Chart(Bars.of(List.of(row("a", 10.0), row("b", null)))).html();

    assertThat(html).containsOnlyOnce("<rect").contains("not observed");
  }

  @Test
  void aValueWithoutAnIntervalIsAHollowDot() {
    var chart =
        new Chart(
            Intervals.of(
                List.of(
                    row("a", 1.0, -1.0, 3.0, "improved"), row("b", 2.0, null, null, "declined"))));

    assertThat(chart.html()).containsOnlyOnce("fill=\"none\" stroke").contains("+1 (-1 to +3)");
    assertThat(chart.text()).isEqualTo("a\t+1 (-1 to +3)\timproved\nb\t+2\tdeclined");
  }

  @Test
  void aVerdictThatAllShareIsStillTold() {
    var chart = new Chart(Intervals.of(List.of(row("a", 1.0, -1.0, 3.0, "inconclusive"))));

    assertThat(chart.html()).contains(">inconclusive</text>");
  }

  @Test
  void aLineHasAGapWhereNothingWasObserved() {
    var chart =
        new Chart(
            Lines.of(
                List.of(
                    row("W1", 1.0, "x"),
                    row("W2", null, "x"),
                    row("W3", 3.0, "x"),
                    row("W4", 4.0, "x"))));

    assertThat(chart.html().lines().filter(l -> l.startsWith("<polyline"))).hasSize(2);
    assertThat(chart.text()).isEqualTo("\tW1\tW2\tW3\tW4\nx\t1\t·\t3\t4");
  }

  @Test
  void aNameWithoutRoomIsLeftToItsDot() {
    var crowd = row(1.0, 1.0, "same place", "x");

    var html =
        new Chart(
                Points.of(List.of(crowd, crowd, crowd, crowd, crowd, row(9.0, 9.0, "alone", "x"))))
            .html();

    assertThat(html.split("<title>same place</title>", -1)).hasSize(6);
    assertThat(html.split(">same place</text>", -1)).hasSizeLessThan(6);
    assertThat(html).contains(">alone</text>");
  }

  @Test
  void wordsFromDataAreText() {
    var chart = new Chart(Bars.of(List.of(row("<b>", 1.0)))).title("\"<i>\"").note("&");

    assertThat(chart.html())
        .contains("&lt;b&gt;")
        .contains("aria-label=\"&quot;&lt;i&gt;&quot;\"")
        .doesNotContain("<b>")
        .doesNotContain("<i>");
  }

  @Test
  void aVerdictHasTheSameColourInEveryChart() {
    var first = new Colours();
    first.of("x");

    assertThat(first.of("declined")).isEqualTo(new Colours().of("declined"));
  }

  @Test
  void aTextWhereANumberIsNeededIsRefused() {
    assertThatThrownBy(() -> Bars.of(List.of(row("a", "many"))))
        .hasMessage("A chart needs numbers, and gets many.");
  }

  private static List<Object> row(Object... cells) {
    return Arrays.asList(cells);
  }

  private static double width(String rect) {
    return Double.parseDouble(rect.replaceAll(".* width=\"([0-9.]+)\".*", "$1"));
  }
}
