package dev.tidemark.notebook.chart;

import dev.tidemark.notebook.Decimals;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How the numbers beside the rows of one chart are written.
 *
 * @param isSigned whether a plus is written: where some are negative, all tell their sign
 */
record Figures(Decimals decimals, boolean isSigned) {
  /** Rounded as the values need it, whatever the ends of their intervals are. */
  static Figures of(List<Mark> marks) {
    var values =
        marks.stream().map(Mark::value).filter(Objects::nonNull).mapToDouble(v -> v).toArray();
    boolean isSigned =
        marks.stream()
            .flatMap(m -> Stream.of(m.value(), m.low()))
            .anyMatch(v -> v != null && v < 0);
    return new Figures(Decimals.of(values), isSigned);
  }

  String text(double value) {
    return isSigned ? decimals.signed(value) : decimals.text(value);
  }
}
