package dev.tidemark.stats;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The pairs of {@code src/test/R/paired_kernels.R}, under the same names. */
@SuppressWarnings("ImmutableEnumChecker") // the arrays stay inside
enum PairedSample {
  /** R's {@code sleep}: hours of extra sleep under two drugs (Student 1908). */
  SLEEP(
      values(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0),
      values(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)),
  /** {@code MASS::anorexia}: weights before and after cognitive behavioural treatment. */
  ANOREXIA_CBT(
      values(
          80.5, 84.9, 81.5, 82.6, 79.9, 88.7, 94.9, 76.3, 81, 80.5, 85, 89.2, 81.3, 76.5, 70, 80.4,
          83.3, 83, 87.7, 84.2, 86.4, 76.5, 80.2, 87.8, 83.3, 79.7, 84.5, 80.8, 87.4),
      values(
          82.2, 85.6, 81.4, 81.9, 76.4, 103.6, 98.4, 93.4, 73.4, 82.1, 96.7, 95.3, 82.4, 72.5, 90.9,
          71.3, 85.4, 81.6, 89.1, 83.9, 82.7, 75.7, 82.6, 100.4, 85.2, 83.6, 84.6, 96.2, 86.7)),
  /** {@code MASS::anorexia}: the control group. */
  ANOREXIA_CONT(
      values(
          80.7, 89.4, 91.8, 74, 78.1, 88.3, 87.3, 75.1, 80.6, 78.4, 77.6, 88.7, 81.3, 78.1, 70.5,
          77.3, 85.2, 86, 84.1, 79.7, 85.5, 84.4, 79.6, 77.5, 72.3, 89),
      values(
          80.2, 80.1, 86.4, 86.3, 76.1, 78.1, 75.1, 86.7, 73.5, 84.6, 77.4, 79.5, 89.6, 81.4, 81.8,
          77.3, 84.2, 75.4, 79.5, 73, 88.3, 84.7, 81.4, 81.2, 88.2, 78.8)),
  /** {@code MASS::anorexia}: family treatment. */
  ANOREXIA_FT(
      values(
          83.8, 83.3, 86, 82.5, 86.7, 79.6, 76.9, 94.2, 73.4, 80.5, 81.6, 82.1, 77.6, 83.5, 89.9,
          86, 87.3),
      values(
          95.2, 94.3, 91.5, 91.9, 100.3, 76.7, 76.8, 101.6, 94.9, 75.2, 77.8, 95.5, 90.7, 92.5,
          93.8, 91.7, 98)),
  /** {@code MASS::immer}: barley yields of two years. */
  IMMER(
      values(
          81.0, 105.4, 119.7, 109.7, 98.3, 146.6, 142.0, 150.7, 191.5, 145.7, 82.3, 77.3, 78.4,
          131.3, 89.6, 119.8, 121.4, 124.0, 140.8, 124.8, 98.9, 89.0, 69.1, 89.3, 104.1, 86.9, 77.1,
          78.9, 101.8, 96.0),
      values(
          80.7, 82.3, 80.4, 87.2, 84.2, 100.4, 115.5, 112.2, 147.7, 108.1, 103.1, 105.1, 116.5,
          139.9, 129.6, 98.9, 61.9, 96.2, 125.5, 75.7, 66.4, 49.9, 96.7, 61.9, 80.3, 67.7, 66.7,
          67.4, 91.8, 94.1)),
  /** Differences 2, 2, −1, 4, −2, 3. */
  TIES(values(60, 70, 80, 90, 65, 75), values(62, 72, 79, 94, 63, 78)),
  /** Differences 0, 1, 3, 5, 0, 7, −2, 6. */
  ZEROS(values(60, 70, 80, 90, 65, 75, 50, 55), values(60, 71, 83, 95, 65, 82, 48, 61)),
  THREE(values(61.5, 70.25, 80), values(64, 69.75, 86.5)),
  TEN(wave(10, i -> 0), wave(10, change(1.5))),
  WAVE_36(wave(36, i -> 0), wave(36, change(1.2))),
  WAVE_500(wave(500, i -> 0), wave(500, change(0.2))),
  /** Every difference is 0.2, in four different doubles. */
  CONSTANT(values(60.2, 80.2, 70, 90, 50.1, 55), values(60.4, 80.4, 70.2, 90.2, 50.3, 55.2)),
  /** Ten pairs of which seven are complete. */
  MISSING(
      new Double[] {0.7, null, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, null, 2.0},
      new Double[] {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, null, 1.6, null, 3.4});

  private final Double[] before;
  private final Double[] after;

  PairedSample(Double[] before, Double[] after) {
    this.before = before;
    this.after = after;
  }

  PairedDifferences differences() {
    return PairedDifferences.between(before, after);
  }

  private static Double[] values(double... values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toArray(Double[]::new);
  }

  /** R's {@code round(50 + 10 * sin(i) + change(i), 2)} for i from 1 to n. */
  private static Double[] wave(int n, IntToDoubleFunction change) {
    return IntStream.rangeClosed(1, n)
        .mapToObj(i -> Math.rint((50 + 10 * Math.sin(i) + change.applyAsDouble(i)) * 100) / 100)
        .toArray(Double[]::new);
  }

  private static IntToDoubleFunction change(double shift) {
    return i -> shift + 3 * Math.cos(7 * i);
  }
}
