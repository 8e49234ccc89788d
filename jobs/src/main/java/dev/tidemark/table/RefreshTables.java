package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.optional;
import static dev.tidemark.table.ColumnSpec.required;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import java.util.List;

/** The tables that {@code refresh} writes about itself. */
final class RefreshTables {
  /** What each run of the whole did, job by job. */
  static final TableSpec REFRESH_RUNS =
      new TableSpec(
          "refresh_runs",
          TableSpec.Role.OPERATION,
          "What each refresh did, job by job, and of which versions of which tables.",
          "one job of one refresh that had something to do",
          List.of(RUN_ID, JOB),
          List.of(),
          List.of(
              required(RUN_ID, StringType, "the refresh"),
              required(JOB, StringType, "the job"),
              required(STARTED_AT, TimestampType, "when the job began"),
              required(ENDED_AT, TimestampType, "when it ended"),
              required(
                  STATUS,
                  StringType,
                  "done; failed; skipped, because a job it reads from was not done; cancelled, by a signal"),
              required(WHY, createArrayType(StringType, false), "why it had to run"),
              required(
                  PERIODS,
                  createArrayType(StringType, false),
                  "ids of the periods it ran for; none if it ran for all"),
              optional(
                  ROWS_IN,
                  LongType,
                  "rows of the tables it read, all periods, a count; of ingest, rows delivered; null if it did not run"),
              optional(ROWS_OUT, LongType, "rows it wrote, a count; null if it did not end"),
              optional(
                  ROWS_QUARANTINED,
                  LongType,
                  "rows delivered and not loaded, a count; null for jobs that load nothing"),
              required(FRAMEWORK_ID, StringType, "id of the framework"),
              required(FRAMEWORK_VERSION, StringType, "version of the framework"),
              required(
                  FRAMEWORK_FINGERPRINT,
                  StringType,
                  "SHA-256 of all the framework says but its periods"),
              required(
                  DECLARED_PERIODS,
                  createArrayType(StringType, false),
                  "the framework's periods in their order, each as id=SHA-256 of what is declared of it"),
              required(CODE_VERSION, StringType, "version of Tidemark"),
              required(
                  INPUT_FINGERPRINT,
                  StringType,
                  "SHA-256 of the job, the framework, the version of Tidemark and the versions of the tables read"),
              required(
                  INPUT_VERSIONS,
                  createMapType(StringType, LongType, false),
                  "the Delta version of each table it reads; -1 if it was not there"),
              required(
                  OUTPUT_VERSIONS,
                  createMapType(StringType, LongType, false),
                  "the Delta version it left each of its tables at; -1 if it was not there"),
              required(
                  LEFT_STALE,
                  createArrayType(StringType, false),
                  "ids of periods that were stale and that it was told to leave; 'all' for everything else"),
              optional(ERROR, StringType, "why it was not done; null if it was")),
          List.of(
              new Check(
                  "known_status", STATUS, "status IN ('done', 'failed', 'skipped', 'cancelled')"),
              new Check("ends_after_it_began", ENDED_AT, "ended_at >= started_at")));

  /** What readers are to see. */
  static final TableSpec PUBLICATIONS =
      new TableSpec(
          "publications",
          TableSpec.Role.OPERATION,
          "Which versions of the tables belong together: what readers see is the last publication.",
          "one table in one publication",
          List.of(PUBLICATION, TABLE),
          List.of(),
          List.of(
              required(PUBLICATION, LongType, "number of the publication, from 1"),
              required(TABLE, StringType, "the table"),
              required(VERSION, LongType, "its Delta version: SELECT … VERSION AS OF"),
              required(RUN_ID, StringType, "the run that published"),
              required(PUBLISHED_AT, TimestampType, "when"),
              required(FRAMEWORK_ID, StringType, "id of the framework"),
              required(FRAMEWORK_VERSION, StringType, "version of the framework it was made by")),
          List.of(new Check("counted_from_one", PUBLICATION, "publication >= 1")));

  static final List<TableSpec> ALL = List.of(REFRESH_RUNS, PUBLICATIONS);

  private RefreshTables() {}
}
