package dev.tidemark.text.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * {@code bge-small-zh-v1.5} in 8-bit integers, read from the class path; one per JVM, for any
 * number of threads.
 */
final class OnnxModel {
  static final String WEIGHTS = "/bge-small-zh-v1.5-q.onnx";
  static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";
  static final int DIMENSIONS = 512;

  private final WordPieces pieces;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private OnnxModel(WordPieces pieces, OrtEnvironment environment, OrtSession session) {
    this.pieces = pieces;
    this.environment = environment;
    this.session = session;
  }

  /** Loaded by the first task that asks, in less than a second. */
  static OnnxModel shared() {
    return Shared.MODEL;
  }

  /**
   * The vector of the text's start mark, of length 1 (BAAI's model card).
   *
   * @param most word pieces read of the text, marks included
   */
  float[] vector(String text, int most) {
    return vector(pieces.of(text, most));
  }

  /** One text at a time: with others in its batch the 8-bit scales, and so its vector, differ. */
  private float[] vector(long[] numbers) {
    long[] shape = {1, numbers.length};
    var ones = new long[numbers.length];
    Arrays.fill(ones, 1);
    try (var ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
        var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        var types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[numbers.length]), shape);
        var result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      var vector = new float[DIMENSIONS];
      // The result closes it; the start mark comes first.
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(vector);
      return Vectors.ofLengthOne(vector);
    } catch (OrtException e) {
      throw new IllegalStateException("The model failed: " + e.getMessage(), e);
    }
  }

  private static OnnxModel load() {
    try (var weights = OnnxModel.class.getResourceAsStream(WEIGHTS);
        var tokenizer = OnnxModel.class.getResourceAsStream(TOKENIZER);
        var options = new OrtSession.SessionOptions()) {
      // Spark's tasks fill the cores; a second thread in each fights with them.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      var environment = OrtEnvironment.getEnvironment();
      return new OnnxModel(
          new WordPieces(Vocabulary.read(tokenizer)),
          environment,
          environment.createSession(weights.readAllBytes(), options));
    } catch (IOException e) {
      throw new UncheckedIOException("The model cannot be read: " + e.getMessage(), e);
    } catch (OrtException e) {
      throw new IllegalStateException("The model cannot be loaded: " + e.getMessage(), e);
    }
  }

  private static final class Shared {
    static final OnnxModel MODEL = load();
  }
}
