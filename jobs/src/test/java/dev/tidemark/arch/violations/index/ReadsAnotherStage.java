package dev.tidemark.arch.violations.index;

import dev.tidemark.ingest.IngestJob;

/** Breaks a rule on purpose. */
public final class ReadsAnotherStage {
  String name(IngestJob job) {
    return job.name();
  }
}
