package dev.tidemark.arch.violations.error;

import org.apache.spark.SparkException;

/** Breaks a rule on purpose. */
public final class KnowsSpark {
  String text(SparkException e) {
    return e.getMessage();
  }
}
