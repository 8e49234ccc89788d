package dev.tidemark.notebook;

import dev.tidemark.error.NearestName;
import dev.tidemark.error.UsageWrong;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The columns of a query that a chart is drawn from. */
final class Columns {
  /** More marks than these are no picture. */
  private static final int MOST_ROWS = 500;

  private Columns() {}

  /**
   * The rows of a query, of some columns only.
   *
   * @throws UsageWrong if one is not there, or if there are more rows than a chart can show
   */
  static List<List<Object>> of(Dataset<Row> rows, String... names) {
    var there = Arrays.asList(rows.columns());
    for (var name : names) {
      if (!there.contains(name)) {
        throw new UsageWrong(
            "The chart needs a column %s, and the query gives %s%s."
                .formatted(name, String.join(", ", there), NearestName.hint(name, there)));
      }
    }
    var found = rows.takeAsList(MOST_ROWS + 1);
    if (found.size() > MOST_ROWS) {
      throw new UsageWrong(
          "The query gives more than %d rows, too many for a chart: add a LIMIT or a GROUP BY."
              .formatted(MOST_ROWS));
    }
    return found.stream().map(row -> cells(row, names)).toList();
  }

  private static List<Object> cells(Row row, String... names) {
    var cells = new ArrayList<Object>();
    for (var name : names) {
      cells.add(row.get(row.fieldIndex(name)));
    }
    return cells;
  }
}
