package dev.tidemark.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The data of one chart or table: what is drawn, and what its CSV holds.
 *
 * @param columns names, unique
 * @param rows a cell for each column: a number, unrounded; a text; or null
 */
public record Grid(List<String> columns, List<List<Object>> rows) {
  public Grid {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  static Builder of(String... columns) {
    return new Builder(List.of(columns));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Collects rows. */
  static final class Builder {
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    private Builder(List<String> columns) {
      this.columns = columns;
    }

    /** Adds a row; its cells are in the order of the columns. */
    Builder row(Object... cells) {
      if (cells.length != columns.size()) {
        throw new IllegalArgumentException(
            "A row of %d cells for the columns %s.".formatted(cells.length, columns));
      }
      var row = new ArrayList<Object>(cells.length);
      Collections.addAll(row, cells);
      rows.add(Collections.unmodifiableList(row));
      return this;
    }

    Grid build() {
      return new Grid(columns, rows);
    }
  }
}
