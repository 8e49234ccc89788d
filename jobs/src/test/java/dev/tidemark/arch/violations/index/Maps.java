package dev.tidemark.arch.violations.index;

import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Breaks a rule on purpose. */
public final class Maps {
  Dataset<String> names(Dataset<Row> rows, MapPartitionsFunction<Row, String> names) {
    return rows.mapPartitions(names, Encoders.STRING());
  }
}
