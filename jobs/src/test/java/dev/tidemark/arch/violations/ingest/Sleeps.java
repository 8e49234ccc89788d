package dev.tidemark.arch.violations.ingest;

/** Breaks a rule on purpose. */
public final class Sleeps {
  void rest() throws InterruptedException {
    Thread.sleep(1);
  }
}
