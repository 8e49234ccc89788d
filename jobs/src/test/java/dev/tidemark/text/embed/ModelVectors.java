package dev.tidemark.text.embed;

/** The language model on single texts, without Spark. */
public final class ModelVectors {
  private ModelVectors() {}

  /** What the warehouse would keep of this text. */
  public static float[] of(String text) {
    return BgeSmallZh.vector(VectorRows.withoutTokens(text));
  }
}
