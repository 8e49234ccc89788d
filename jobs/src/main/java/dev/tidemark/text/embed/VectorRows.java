package dev.tidemark.text.embed;

import static dev.tidemark.table.Col.CLEAN_TEXT;
import static dev.tidemark.table.Col.CONTENT_HASH;
import static dev.tidemark.table.Col.VECTOR;
import static org.apache.spark.sql.types.DataTypes.FloatType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.io.Serializable;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Rows of vectors from rows of texts, text by text. */
final class VectorRows {
  /** What masking left says nothing about the subject. */
  private static final Pattern TOKENS =
      Pattern.compile("\\[(?:EMAIL|ID|CARD|PHONE|PLATE|WECHAT|QQ|NAME)]");

  private static final StructType EMBEDDED =
      new StructType()
          .add(CONTENT_HASH, StringType, false)
          .add(VECTOR, createArrayType(FloatType), false);

  /** The vector of one text. */
  interface Kernel extends Serializable {
    float[] vector(String text);
  }

  private VectorRows() {}

  /**
   * Embeds.
   *
   * @param contents {@code content_hash} and {@code clean_text}
   * @param kernel is given texts without the tokens that masking left
   * @return {@code content_hash} and {@code vector}
   */
  static Dataset<Row> of(Dataset<Row> contents, Kernel kernel) {
    return contents
        .select(CONTENT_HASH, CLEAN_TEXT)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) texts -> new Embedding(texts, kernel),
            Encoders.row(EMBEDDED));
  }

  /** The text without the tokens that masking left. */
  static String withoutTokens(String text) {
    return TOKENS.matcher(text).replaceAll(" ");
  }

  private record Embedding(Iterator<Row> contents, Kernel kernel) implements Iterator<Row> {
    @Override
    public boolean hasNext() {
      return contents.hasNext();
    }

    @Override
    public Row next() {
      var content = contents.next();
      var vector = kernel.vector(withoutTokens(content.getString(1)));
      return RowFactory.create(content.getString(0), vector);
    }
  }
}
