package dev.tidemark.index;

import static dev.tidemark.table.Col.*;

import dev.tidemark.support.SharedSpark;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Observations written as a table that can be read at a glance. */
final class Observed {
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
  private static final StructType SCHEMA =
      new StructType()
          .add(PERIOD, DataTypes.StringType)
          .add(UNIT, DataTypes.StringType)
          .add(INDICATOR, DataTypes.StringType)
          .add(VALUE, DataTypes.DoubleType)
          .add(CATEGORY, DataTypes.StringType)
          .add(OBSERVER, DataTypes.StringType)
          .add(OBSERVED_AT, DataTypes.TimestampType)
          .add(CHANNEL, DataTypes.StringType);

  private Observed() {}

  /**
   * One row of text per unit and period, one column per leaf.
   *
   * <p>A cell is a number, a category, {@code -} for "not observed", or several of them with
   * slashes between, each by another observer and later than the one before. The rows come out last
   * first, so that no result can rest on their order.
   */
  static Dataset<Row> table(String text) {
    return rows(parse(text));
  }

  /** Rows made by {@link #row}. */
  static Dataset<Row> rows(List<Row> rows) {
    return SharedSpark.session().createDataFrame(rows, SCHEMA);
  }

  /** A number, once observed. */
  static Row row(String period, String unit, String leaf, Double value) {
    return RowFactory.create(period, unit, leaf, value, null, null, null, null);
  }

  /** A number by one of several observers. */
  static Row row(
      String period,
      String unit,
      String leaf,
      Double value,
      String observer,
      Instant at,
      String channel) {
    return RowFactory.create(
        period, unit, leaf, value, null, observer, at == null ? null : Timestamp.from(at), channel);
  }

  private static List<Row> parse(String text) {
    var lines = text.strip().lines().map(line -> line.strip().split("\\s+")).toList();
    var rows = new ArrayList<Row>();
    for (var cells : lines.subList(1, lines.size())) {
      for (int i = 2; i < cells.length; i++) {
        rows.addAll(replicates(cells[0], cells[1], lines.get(0)[i], cells[i]));
      }
    }
    Collections.reverse(rows);
    return rows;
  }

  private static List<Row> replicates(String period, String unit, String leaf, String cell) {
    var rows = new ArrayList<Row>();
    for (var value : cell.equals("-") ? new String[0] : cell.split("/")) {
      boolean isNumber = value.matches("-?[0-9.e]+");
      rows.add(
          RowFactory.create(
              period,
              unit,
              leaf,
              isNumber ? Double.valueOf(value) : null,
              isNumber ? null : value,
              "observer " + rows.size(),
              Timestamp.from(FIRST.plusSeconds(rows.size())),
              null));
    }
    return rows;
  }
}
