package dev.tidemark.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import dev.tidemark.report.CsvText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** How the rows of a query are printed; times are those of the session's time zone. */
enum ResultFormat {
  /** Columns one under the other, for people. */
  TABLE {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      var table = new TextTable().row(List.of(rows.columns()));
      flat(rows).toLocalIterator().forEachRemaining(row -> table.row(texts(row)));
      table.print(out);
    }
  },
  /** RFC 4180, safe to open in a spreadsheet. */
  CSV {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      out.println(CsvText.line(List.of(rows.columns())));
      flat(rows).toLocalIterator().forEachRemaining(row -> out.println(CsvText.row(row)));
    }
  },
  /** One JSON object per line, with every column of every row. */
  JSON {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      var names = rows.columns();
      var cells =
          IntStream.range(0, names.length)
              .mapToObj(i -> col(place(i)).as(names[i]))
              .toArray(Column[]::new);
      byPlace(rows)
          .select(to_json(struct(cells), WITH_NULLS))
          .as(Encoders.STRING())
          .toLocalIterator()
          .forEachRemaining(out::println);
    }
  };

  private static final Map<String, String> WITH_NULLS = Map.of("ignoreNullFields", "false");

  abstract void print(Dataset<Row> rows, PrintWriter out);

  /** What is no plain value becomes text: times in the session's zone, the others as JSON. */
  private static Dataset<Row> flat(Dataset<Row> rows) {
    var fields = rows.schema().fields();
    return byPlace(rows)
        .select(
            IntStream.range(0, fields.length)
                .mapToObj(i -> flat(col(place(i)), fields[i].dataType()))
                .toArray(Column[]::new));
  }

  private static Column flat(Column cell, DataType type) {
    if (type instanceof ArrayType || type instanceof MapType || type instanceof StructType) {
      return to_json(cell, WITH_NULLS);
    }
    return type.equals(DataTypes.TimestampType) || type.equals(DataTypes.TimestampNTZType)
        ? cell.cast(DataTypes.StringType)
        : cell;
  }

  /** A query may name two columns alike. */
  private static Dataset<Row> byPlace(Dataset<Row> rows) {
    return rows.toDF(
        IntStream.range(0, rows.columns().length)
            .mapToObj(ResultFormat::place)
            .toArray(String[]::new));
  }

  private static String place(int column) {
    return "c" + column;
  }

  private static List<String> texts(Row row) {
    return IntStream.range(0, row.size()).mapToObj(i -> Objects.toString(row.get(i), "·")).toList();
  }
}
