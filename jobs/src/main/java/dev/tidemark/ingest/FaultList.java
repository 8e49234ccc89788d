package dev.tidemark.ingest;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import dev.tidemark.error.Quantity;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Faults as lines to read: file, line, column, value, reason, hint. */
final class FaultList {
  private FaultList() {}

  /**
   * Prints faults, by file and line.
   *
   * @param most how many; the others are counted, and stand in the table quarantine
   */
  static void print(StagedTable staged, int most, Consumer<String> out) {
    for (var file : staged.badFiles()) {
      var fault = file.probe().fault().orElseThrow();
      out.accept(
          line(
              file.source().name(),
              0,
              fault.reason().code(),
              fault.column(),
              fault.value(),
              fault.hint()));
    }
    var faults = faults(staged).limit(most).toLocalIterator();
    long shown = staged.badFiles().size();
    while (faults.hasNext()) {
      var fault = faults.next();
      shown++;
      out.accept(
          line(
              fault.getString(0),
              fault.getLong(1),
              fault.getString(2),
              fault.getString(3),
              fault.getString(4),
              fault.getString(5)));
    }
    if (shown < staged.faults()) {
      out.accept(
          "  … and %s, all in quarantine"
              .formatted(Quantity.of(staged.faults() - shown, "more fault")));
    }
  }

  private static Dataset<Row> faults(StagedTable staged) {
    var fault = col("fault");
    return staged
        .bad()
        .select(col(SOURCE_FILE), col(SOURCE_LINE), explode(col(FAULTS)).as("fault"))
        .select(
            col(SOURCE_FILE),
            col(SOURCE_LINE),
            fault.getField(REASON),
            fault.getField(COLUMN),
            fault.getField(VALUE),
            fault.getField(FaultColumns.HINT))
        .orderBy(col(SOURCE_FILE), col(SOURCE_LINE));
  }

  private static String line(
      String file, long line, String reason, String column, String value, String hint) {
    return "  %s%s: %s%s%s%s"
        .formatted(
            file,
            line == 0 ? "" : ":" + line,
            reason,
            column == null ? "" : ", column " + column,
            value == null ? "" : ", '" + value + "'",
            hint == null ? "" : " (" + hint + ")");
  }
}
