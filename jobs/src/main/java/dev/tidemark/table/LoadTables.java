package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.optional;
import static dev.tidemark.table.ColumnSpec.required;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createStructField;
import static org.apache.spark.sql.types.DataTypes.createStructType;

import java.util.List;

/** The tables that {@code ingest} writes about what it loaded. */
final class LoadTables {
  /** Rows that were not loaded. */
  static final TableSpec QUARANTINE =
      new TableSpec(
          "quarantine",
          TableSpec.Role.OPERATION,
          "Delivered rows that were not loaded, and why.",
          "one delivered row (or one whole file, at line 0) with at least one fault",
          List.of(TABLE, SHA256, FILE, LINE),
          List.of(TABLE),
          List.of(
              required(TABLE, StringType, "the input table it was meant for"),
              required(FILE, StringType, "the file it came in"),
              required(LINE, LongType, "the line it began on, from 1; 0 for a whole file"),
              required(
                  REASON, StringType, "code of its first fault; docs/ingest.md lists the codes"),
              optional(
                  COLUMN, StringType, "the column of its first fault; null if of no one column"),
              optional(VALUE, StringType, "what stood there; null if nothing did"),
              required(
                  FAULTS,
                  createArrayType(
                      createStructType(
                          List.of(
                              // Never null, but Delta takes no NOT NULL inside an array.
                              createStructField(REASON, StringType, true),
                              createStructField(COLUMN, StringType, true),
                              createStructField(VALUE, StringType, true),
                              createStructField("hint", StringType, true))),
                      false),
                  "all its faults, the first included, each with a hint where there is one"),
              optional(
                  RAW,
                  StringType,
                  "the row as delivered; null for a whole file. Of messages its cells as JSON, masked like their texts, the author hashed; null if it could not be taken apart"),
              required(
                  SHA256,
                  StringType,
                  "SHA-256 of the file's bytes, in hexadecimal; of a topic's records, with their name"),
              required(LOAD_ID, StringType, "the run that read it"),
              required(LOADED_AT, TimestampType, "when that run began")),
          List.of());

  /** Files that were loaded. */
  static final TableSpec INGESTED_FILES =
      new TableSpec(
          "ingested_files",
          TableSpec.Role.OPERATION,
          "The files that were loaded: what makes loading one again a no-op.",
          "one content of one table under one set of rules",
          List.of(TABLE, SHA256),
          List.of(TABLE),
          List.of(
              required(TABLE, StringType, "the input table it was loaded into"),
              required(FILE, StringType, "the file's name when it was loaded"),
              required(
                  SHA256,
                  StringType,
                  "SHA-256 of the file's bytes, in hexadecimal; of a topic's records, with their name"),
              required(
                  RULES,
                  StringType,
                  "fingerprint of the rules it was read by: encoding, units, indicators; then one of each period"),
              required(
                  SEQUENCE,
                  LongType,
                  "order of first loading: of two files with the same key the later one corrects"),
              required(ROWS_DELIVERED, LongType, "rows it held, a count"),
              required(ROWS_ACCEPTED, LongType, "of these accepted, a count"),
              required(ROWS_QUARANTINED, LongType, "of these quarantined, a count"),
              required(LOAD_ID, StringType, "the run that loaded it"),
              required(LOADED_AT, TimestampType, "when that run began")),
          List.of(
              new Check(
                  "nothing_is_lost",
                  ROWS_DELIVERED,
                  "rows_delivered = rows_accepted + rows_quarantined")));

  static final List<TableSpec> ALL = List.of(QUARANTINE, INGESTED_FILES);

  private LoadTables() {}
}
