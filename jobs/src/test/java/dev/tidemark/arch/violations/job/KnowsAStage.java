package dev.tidemark.arch.violations.job;

import dev.tidemark.index.IndexJob;

/** Breaks a rule on purpose. */
public final class KnowsAStage {
  String name() {
    return new IndexJob().name();
  }
}
