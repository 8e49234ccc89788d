package dev.tidemark.ingest;

import static dev.tidemark.ingest.DeliveredRows.MALFORMED;
import static dev.tidemark.ingest.DeliveredRows.text;
import static dev.tidemark.table.Col.AUTHOR;
import static dev.tidemark.table.Col.COLUMN;
import static dev.tidemark.table.Col.ID;
import static dev.tidemark.table.Col.RAW;
import static dev.tidemark.table.Col.VALUE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.table.ColumnSpec;
import dev.tidemark.table.Tables;
import dev.tidemark.text.MaskedText;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Delivered messages without what must not be kept of people, before anything shuffles, stores or
 * shows them. docs/adr/0070 says why this is no expression.
 */
final class ProtectedMessages {
  private static final String QUOTED = "'[^']*'";

  private ProtectedMessages() {}

  /**
   * Masks every cell, hashes authors, and writes {@code raw} anew from the cells.
   *
   * @param delivered see {@link DeliveredRows}
   * @return the same rows. An id that would be masked is hashed instead, so that ids stay apart. A
   *     row that cannot be taken apart may show anything anywhere: it keeps no {@code raw}, and its
   *     faults keep neither values nor what they quote.
   */
  static Dataset<Row> of(Dataset<Row> delivered) {
    return delivered
        .mapPartitions(Masking.of(delivered), Encoders.row(delivered.schema()))
        .withColumn(RAW, when(col(MALFORMED).isNull(), to_json(struct(cells()))))
        .withColumn(MALFORMED, transform(col(MALFORMED), ProtectedMessages::withoutValue));
  }

  private static Column[] cells() {
    return names().stream().map(name -> col(text(name)).as(name)).toArray(Column[]::new);
  }

  private static List<String> names() {
    return RowRules.delivered(Tables.MESSAGES).stream().map(ColumnSpec::name).toList();
  }

  private static Column withoutValue(Column fault) {
    var column = fault.getField(COLUMN);
    return fault
        .withField(COLUMN, when(column.isin(names().toArray()), column))
        .withField(VALUE, lit(null).cast("string"))
        .withField(
            FaultColumns.HINT,
            regexp_replace(fault.getField(FaultColumns.HINT), lit(QUOTED), lit("'…'")));
  }

  /**
   * Masks row by row.
   *
   * @param masked places of the cells to mask
   * @param id place of the id
   * @param author place of the author
   */
  private record Masking(List<Integer> masked, int id, int author)
      implements MapPartitionsFunction<Row, Row> {
    static Masking of(Dataset<Row> rows) {
      var schema = rows.schema();
      var others =
          names().stream().filter(name -> !name.equals(ID) && !name.equals(AUTHOR)).toList();
      return new Masking(
          others.stream().map(name -> schema.fieldIndex(text(name))).toList(),
          schema.fieldIndex(text(ID)),
          schema.fieldIndex(text(AUTHOR)));
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return rows.hasNext();
        }

        @Override
        public Row next() {
          return protectedRow(rows.next());
        }
      };
    }

    private Row protectedRow(Row row) {
      var cells = IntStream.range(0, row.size()).mapToObj(row::get).toArray();
      for (int place : masked) {
        cells[place] = MaskedText.of(row.getString(place));
      }
      var delivered = row.getString(id);
      cells[id] =
          delivered == null || MaskedText.of(delivered).equals(delivered)
              ? delivered
              : Sha256.of(delivered);
      cells[author] = row.isNullAt(author) ? null : Sha256.of(row.getString(author));
      return RowFactory.create(cells);
    }
  }
}
