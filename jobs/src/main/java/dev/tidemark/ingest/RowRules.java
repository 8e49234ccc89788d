package dev.tidemark.ingest;

import static dev.tidemark.ingest.DeliveredRows.MALFORMED;
import static dev.tidemark.ingest.DeliveredRows.text;
import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.Unit;
import dev.tidemark.table.ColumnSpec;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** From text to typed columns, with every fault of every row. */
final class RowRules {
  /** What ingest itself says of a row. */
  static final List<String> PROVENANCE = List.of(SOURCE_FILE, SOURCE_LINE, SEQUENCE, LOAD_ID);

  private static final String IS_UNIT = "is_unit";

  private RowRules() {}

  /**
   * Types and judges rows.
   *
   * @param delivered see {@link DeliveredRows}
   * @return the same rows with the table's declared columns, typed, null where the text is no such
   *     value, and {@code faults}, empty for a good row
   */
  static Dataset<Row> of(Dataset<Row> delivered, TableSpec table, EvaluationFramework framework) {
    var missing = framework.missingValues().toArray();
    var cells = new LinkedHashMap<String, Column>();
    for (var column : delivered(table)) {
      var name = text(column.name());
      cells.put(name, functions.when(not(col(name).isin(missing)), col(name)));
    }
    if (table.equals(Tables.MOBILE_CHANNELS)) {
      cells.put(
          FEATURES,
          functions.map_filter(col(FEATURES), (feature, text) -> not(text.isin(missing))));
    }
    return (missing.length > 0 ? delivered.withColumns(cells) : delivered)
        .transform(rows -> table.equals(Tables.MESSAGES) ? ProtectedMessages.of(rows) : rows)
        .transform(rows -> withUnits(rows, framework))
        .transform(
            rows ->
                table.equals(Tables.OBSERVATIONS)
                    ? ObservationRules.withLeaves(rows, framework)
                    : rows)
        .transform(rows -> withTyped(rows, table, framework))
        .transform(rows -> withFaults(rows, table, framework));
  }

  /** The columns a delivery may have, in the table's order; features apart. */
  static List<ColumnSpec> delivered(TableSpec table) {
    return table.columns().stream()
        .filter(column -> !PROVENANCE.contains(column.name()))
        .filter(column -> !column.name().equals(FEATURES))
        .filter(column -> !(table.equals(Tables.OBSERVATIONS) && column.name().equals(CATEGORY)))
        .toList();
  }

  private static Dataset<Row> withUnits(Dataset<Row> rows, EvaluationFramework framework) {
    var ids = framework.units().stream().map(Unit::id).toList();
    var known =
        rows.sparkSession()
            .createDataset(ids, org.apache.spark.sql.Encoders.STRING())
            .toDF(IS_UNIT);
    return rows.join(functions.broadcast(known), col(text(UNIT)).equalTo(col(IS_UNIT)), "left");
  }

  private static Dataset<Row> withTyped(
      Dataset<Row> rows, TableSpec table, EvaluationFramework framework) {
    var typed = new LinkedHashMap<String, Column>();
    for (var column : delivered(table)) {
      typed.put(column.name(), typed(table, column, framework));
    }
    if (table.equals(Tables.OBSERVATIONS)) {
      typed.put(CATEGORY, ObservationRules.category());
    }
    if (table.equals(Tables.MOBILE_CHANNELS)) {
      typed.put(
          FEATURES,
          functions.transform_values(col(FEATURES), (name, text) -> CellRules.flag(text)));
    }
    return rows.withColumns(typed);
  }

  private static Column typed(TableSpec table, ColumnSpec column, EvaluationFramework framework) {
    var cell = col(text(column.name()));
    if (table.equals(Tables.OBSERVATIONS) && column.name().equals(VALUE)) {
      return ObservationRules.number();
    }
    if (table.equals(Tables.MESSAGES) && column.name().equals(PERIOD)) {
      var createdOn = CellRules.time(col(text(CREATED_AT))).cast("date");
      return coalesce(cell, periodOf(createdOn, framework.periods()));
    }
    if (column.name().equals(ANSWERED_AT)) {
      var askedAt = table.equals(Tables.MESSAGES) ? CREATED_AT : SUBMITTED_AT;
      return CellRules.timeAfter(cell, CellRules.time(col(text(askedAt))));
    }
    return CellRules.typed(cell, column.type());
  }

  private static Column periodOf(Column day, List<Period> periods) {
    Column id = lit(null).cast("string");
    for (var period : periods) {
      var within = day.between(lit(period.start()), lit(period.end()));
      id = functions.when(within, lit(period.id())).otherwise(id);
    }
    return id;
  }

  private static Dataset<Row> withFaults(
      Dataset<Row> rows, TableSpec table, EvaluationFramework framework) {
    var faults = new ArrayList<Column>();
    var wellFormed = col(MALFORMED).isNull();
    for (var column : delivered(table)) {
      var cell = col(text(column.name()));
      if (column.isRequired()) {
        faults.add(
            FaultColumns.where(
                wellFormed.and(cell.isNull()), Reason.MISSING_KEY, column.name(), cell));
      }
      if (table.equals(Tables.OBSERVATIONS) && column.name().equals(VALUE)) {
        faults.addAll(ObservationRules.faults());
      } else {
        faults.addAll(CellRules.faults(cell, column));
      }
    }
    faults.addAll(references(framework));
    if (table.equals(Tables.OBSERVATIONS)) {
      faults.add(ObservationRules.unknownIndicator(framework));
    }
    if (table.equals(Tables.MOBILE_CHANNELS)) {
      faults.add(badFeature());
    }
    for (var check : table.checks()) {
      var fails = not(coalesce(expr(check.condition()), lit(true)));
      var cell =
          rows.columns().length > 0 && delivered(table, check.column())
              ? col(text(check.column()))
              : lit(null);
      faults.add(
          FaultColumns.where(
              wellFormed.and(fails),
              Reason.OUT_OF_RANGE,
              check.column(),
              cell,
              lit("must be: " + check.condition())));
    }
    return rows.withColumn(FAULTS, coalesce(col(MALFORMED), FaultColumns.all(faults)));
  }

  private static boolean delivered(TableSpec table, String name) {
    return delivered(table).stream().anyMatch(column -> column.name().equals(name));
  }

  private static List<Column> references(EvaluationFramework framework) {
    var periods = framework.periods().stream().map(Period::id).toList();
    var units = framework.units().stream().map(Unit::id).toList();
    var period = col(text(PERIOD));
    var unit = col(text(UNIT));
    return List.of(
        FaultColumns.where(
            not(period.isin(periods.toArray())),
            Reason.UNKNOWN_PERIOD,
            PERIOD,
            period,
            FaultColumns.nearest(period, periods)),
        FaultColumns.where(
            unit.isNotNull().and(col(IS_UNIT).isNull()),
            Reason.UNKNOWN_UNIT,
            UNIT,
            unit,
            FaultColumns.nearest(unit, units)));
  }

  private static Column badFeature() {
    var bad = functions.map_filter(col(FEATURES), (name, flag) -> flag.isNull());
    var names = functions.array_join(functions.map_keys(bad), ", ");
    return functions.when(
        functions.size(bad).gt(0),
        functions.struct(
            lit(Reason.BAD_FLAG.code()).as(REASON),
            names.as(COLUMN),
            col(RAW).as(VALUE),
            lit("must be 0 or 1").as(FaultColumns.HINT)));
  }
}
