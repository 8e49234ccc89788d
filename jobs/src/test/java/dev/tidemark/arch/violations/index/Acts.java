package dev.tidemark.arch.violations.index;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Breaks a rule on purpose. */
public final class Acts {
  long rows(Dataset<Row> rows) {
    return rows.count();
  }
}
