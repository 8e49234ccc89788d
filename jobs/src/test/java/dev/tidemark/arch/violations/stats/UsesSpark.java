package dev.tidemark.arch.violations.stats;

import org.apache.spark.sql.Row;

/** Breaks a rule on purpose. */
public final class UsesSpark {
  double first(Row row) {
    return row.getDouble(0);
  }
}
