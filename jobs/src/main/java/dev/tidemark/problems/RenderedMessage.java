package dev.tidemark.problems;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.MessageText;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** A message with the values of a row in it. */
final class RenderedMessage {
  /** Stands for null, "not told" or "not observed". */
  static final String NONE = "–";

  private static final double LARGEST_SHOWN_WHOLE = 1e15;

  private RenderedMessage() {}

  /**
   * Puts values in the places of their names, and titles in those of ids.
   *
   * @param columns what the row has, {@code parameters} among it
   * @param wording of the message's language
   * @return a text, never null
   */
  static Column of(MessageText message, StructType columns, Wording wording) {
    var pieces =
        message.pieces().stream()
            .map(
                piece ->
                    piece instanceof MessageText.Piece.Value value
                        ? coalesce(shown(value.column(), columns, wording), lit(NONE))
                        : lit(((MessageText.Piece.Words) piece).text()))
            .toArray(Column[]::new);
    return concat(pieces);
  }

  /**
   * A whole number without a point, a map as {@code key: value; key: value}, an id as its title;
   * else Spark's text.
   */
  private static Column shown(String name, StructType columns, Wording wording) {
    var value = expr(name);
    var type = type(name, columns);
    if (type instanceof DoubleType) {
      var isWhole = value.equalTo(rint(value)).and(abs(value).lt(LARGEST_SHOWN_WHOLE));
      return when(isWhole, value.cast("bigint").cast("string")).otherwise(value.cast("string"));
    }
    if (type instanceof MapType) {
      var entries =
          transform(
              map_entries(value),
              entry ->
                  concat(
                      wording.key(entry.getField("key").cast("string")),
                      lit(wording.colon()),
                      coalesce(entry.getField("value").cast("string"), lit(NONE))));
      return array_join(entries, wording.semicolon());
    }
    return wording.of(name, value.cast("string"));
  }

  /** Of a column, of a field of a struct, or of the values of a map. */
  private static DataType type(String name, StructType columns) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return columns.apply(name).dataType();
    }
    var outer = columns.apply(name.substring(0, dot)).dataType();
    return outer instanceof StructType fields
        ? type(name.substring(dot + 1), fields)
        : outer instanceof MapType map ? map.valueType() : outer;
  }
}
