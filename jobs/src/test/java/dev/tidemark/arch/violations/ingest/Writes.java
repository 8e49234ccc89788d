package dev.tidemark.arch.violations.ingest;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Breaks a rule on purpose. */
public final class Writes {
  void save(Dataset<Row> rows, String path) {
    rows.write().parquet(path);
  }
}
