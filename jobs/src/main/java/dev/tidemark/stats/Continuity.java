package dev.tidemark.stats;

/** Whether a normal approximation allows for the steps of the statistic it stands for. */
public enum Continuity {
  /** The statistic is moved half a step towards its mean: R's default. */
  CORRECTED,
  /** The statistic is taken as it is. */
  UNCORRECTED;

  /** A deviation from the mean, moved towards 0 where it is corrected. */
  double of(double deviation) {
    return this == CORRECTED ? deviation - Math.signum(deviation) / 2 : deviation;
  }
}
