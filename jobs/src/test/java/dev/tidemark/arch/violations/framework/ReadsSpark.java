package dev.tidemark.arch.violations.framework;

import org.apache.spark.sql.Row;

/** Breaks a rule on purpose. */
public final class ReadsSpark {
  String id(Row row) {
    return row.getString(0);
  }
}
