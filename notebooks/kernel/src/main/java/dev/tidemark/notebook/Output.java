package dev.tidemark.notebook;

import dev.tidemark.notebook.chart.Chart;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;

/**
 * A value in the forms in which Jupyter can show it.
 *
 * @param text for terminals, and for whoever cannot see the others
 */
record Output(String text, Optional<String> html, Optional<String> markdown) {
  static Output of(Object value) {
    if (value instanceof Dataset<?> rows) {
      return of(Table.of(rows.toDF()));
    }
    if (value instanceof List<?> list && Table.isOfRecords(list)) {
      return of(Table.ofRecords(list));
    }
    if (value instanceof Table table) {
      return new Output(table.text(), Optional.of(table.html()), Optional.empty());
    }
    if (value instanceof Chart chart) {
      return new Output(chart.text(), Optional.of(chart.html()), Optional.empty());
    }
    if (value instanceof Prose prose) {
      return new Output(prose.markdown(), Optional.empty(), Optional.of(prose.markdown()));
    }
    return new Output(String.valueOf(value), Optional.empty(), Optional.empty());
  }
}
