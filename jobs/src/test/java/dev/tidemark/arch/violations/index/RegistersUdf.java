package dev.tidemark.arch.violations.index;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Breaks a rule on purpose. */
public final class RegistersUdf {
  void register(SparkSession spark) {
    UDF1<String, Integer> length = String::length;
    spark.udf().register("length_of", length, DataTypes.IntegerType);
  }
}
