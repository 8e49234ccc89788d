package dev.tidemark.cli;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the rows of a query are printed. */
enum ResultFormat {
  /** Columns one under the other, for people. */
  TABLE {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      var table = new TextTable().row(List.of(rows.columns()));
      texts(rows).forEachRemaining(table::row);
      table.print(out);
    }
  },
  /** RFC 4180, safe to open in a spreadsheet. */
  CSV {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      out.println(CsvText.line(List.of(rows.columns())));
      var results = rows.toLocalIterator();
      while (results.hasNext()) {
        out.println(CsvText.row(results.next()));
      }
    }
  },
  /** One JSON object per line. */
  JSON {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      rows.toJSON().toLocalIterator().forEachRemaining(out::println);
    }
  };

  abstract void print(Dataset<Row> rows, PrintWriter out);

  private static Iterator<List<String>> texts(Dataset<Row> rows) {
    var results = rows.toLocalIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return results.hasNext();
      }

      @Override
      public List<String> next() {
        var row = results.next();
        return IntStream.range(0, row.size())
            .mapToObj(i -> Objects.toString(row.get(i), "·"))
            .toList();
      }
    };
  }
}
