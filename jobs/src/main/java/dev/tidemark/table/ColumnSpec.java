package dev.tidemark.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * One declared column of a table.
 *
 * @param name from {@link Col}
 * @param type its Spark SQL type
 * @param presence whether a row may lack it
 * @param comment what it holds, in which unit, and what null means where null may be
 */
public record ColumnSpec(String name, DataType type, Presence presence, String comment) {
  /** Whether a row must have the column. */
  public enum Presence {
    /** NOT NULL. */
    REQUIRED,
    /** Null is a value: the comment says of what. */
    OPTIONAL
  }

  /** A column every row has. */
  public static ColumnSpec required(String name, DataType type, String comment) {
    return new ColumnSpec(name, type, Presence.REQUIRED, comment);
  }

  /** A column that may be null. */
  public static ColumnSpec optional(String name, DataType type, String comment) {
    return new ColumnSpec(name, type, Presence.OPTIONAL, comment);
  }

  /** Whether every row must have it. */
  public boolean isRequired() {
    return presence == Presence.REQUIRED;
  }

  /** The column as Spark and Delta know it, with its comment. */
  public StructField field() {
    var metadata = new MetadataBuilder().putString("comment", comment).build();
    return DataTypes.createStructField(name, type, !isRequired(), metadata);
  }
}
