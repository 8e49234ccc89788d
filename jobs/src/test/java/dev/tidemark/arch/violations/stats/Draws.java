package dev.tidemark.arch.violations.stats;

import java.util.Random;

/** Breaks a rule on purpose. */
public final class Draws {
  double draw() {
    return new Random().nextDouble();
  }
}
