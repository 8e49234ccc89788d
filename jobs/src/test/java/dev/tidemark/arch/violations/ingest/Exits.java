package dev.tidemark.arch.violations.ingest;

/** Breaks a rule on purpose. */
public final class Exits {
  void stop() {
    System.exit(3);
  }
}
