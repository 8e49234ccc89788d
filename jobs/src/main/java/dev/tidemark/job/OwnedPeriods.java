package dev.tidemark.job;

import static dev.tidemark.table.Col.PERIOD;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.table.TableSpec;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes what a run owns: everything, or some periods alone if only these were asked for. */
public record OwnedPeriods(JobContext context) {
  /** Replaces a table that has no rows of 'all'. */
  public void replace(TableSpec table, Dataset<Row> rows) {
    replace(table, rows, context.periods());
  }

  /** Replaces a table that has; rows of 'all' are over all periods, whichever were asked for. */
  public void replaceWithAll(TableSpec table, Dataset<Row> rows) {
    replace(table, rows, context.ownedPeriods());
  }

  /**
   * The rows of every period, for what is over all of them or compares them: those just written,
   * unless other periods were not; theirs may be missing or of former input.
   *
   * @param table as replaced
   * @param rows what it was replaced by, of every period
   */
  public Dataset<Row> ofEvery(TableSpec table, Dataset<Row> rows) {
    return context.isPartial() ? rows : context.lake().read(table);
  }

  private void replace(TableSpec table, Dataset<Row> rows, List<String> owned) {
    if (context.isPartial()) {
      context.lake().replacePartitions(table, rows.where(col(PERIOD).isin(owned.toArray())), owned);
    } else {
      context.lake().replaceAll(table, rows);
    }
  }
}
