package dev.tidemark.arch.violations.index;

import java.time.Instant;

/** Breaks a rule on purpose. */
public final class ReadsTheClock {
  Instant start() {
    return Instant.now();
  }
}
