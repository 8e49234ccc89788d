package dev.tidemark.arch.violations.index;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Breaks a rule on purpose. */
public final class RunsSql {
  Dataset<Row> unit(SparkSession spark, String unit) {
    return spark.sql("SELECT * FROM units WHERE unit = '" + unit + "'");
  }
}
