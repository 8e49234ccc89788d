package dev.tidemark.text.embed;

import static dev.tidemark.table.Col.CLEAN_TEXT;
import static dev.tidemark.table.Col.CONTENT_HASH;
import static dev.tidemark.table.Col.MODEL;
import static dev.tidemark.table.Col.TOKEN;
import static dev.tidemark.table.Col.VECTOR;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.endswith;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.startswith;

import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import scala.reflect.ClassTag$;

/**
 * A text's vector as the sum of vectors of its tokens: distilled from a language model, for
 * millions of texts, or from words alone. docs/adr/0073 says how and how well.
 */
public final class StaticVectors implements Embedder {
  private static final String WORDS = "latent-";
  private static final int DIMENSIONS = 128;
  private static final int TEXTS = 3_000;
  private static final int FEWEST = 1_000;

  private final String model;
  private final Broadcast<TokenVectors> tokens;

  private StaticVectors(SparkSession spark, String model, TokenVectors tokens) {
    this.model = model;
    this.tokens =
        spark.sparkContext().broadcast(tokens, ClassTag$.MODULE$.apply(TokenVectors.class));
  }

  /**
   * What the warehouse has learnt from a model, or what it learns now and keeps: from 3,000 texts,
   * chosen by their hash.
   *
   * @param texts {@code content_hash} and {@code clean_text}
   * @return the model itself where there are fewer than 1,000 texts to learn from
   */
  public static Embedder of(DeltaLake lake, Dataset<Row> texts, Embedder model) {
    return of(lake, texts, model, FEWEST);
  }

  static Embedder of(DeltaLake lake, Dataset<Row> texts, Embedder model, int fewest) {
    return kept(lake, texts.sparkSession(), endswith(col(MODEL), lit(suffix(model))))
        .or(() -> distilled(lake, texts, model, fewest))
        .orElse(model);
  }

  /**
   * What the warehouse has learnt, or learns now and keeps, from words alone: from which tokens
   * 3,000 texts use together, chosen by their hash. For where no native library may be loaded.
   *
   * @param texts {@code content_hash} and {@code clean_text}
   */
  public static Embedder ofWords(DeltaLake lake, Dataset<Row> texts) {
    return kept(lake, texts.sparkSession(), startswith(col(MODEL), lit(WORDS)))
        .orElseGet(() -> latent(lake, texts));
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public int dimensions() {
    return tokens.value().dimensions();
  }

  @Override
  public Dataset<Row> vectors(Dataset<Row> contents) {
    var shared = tokens;
    return VectorRows.of(contents, text -> shared.value().vector(text, TextFeatures.shared()));
  }

  private static Optional<Embedder> kept(DeltaLake lake, SparkSession spark, Column models) {
    if (!lake.has(Tables.TOKEN_VECTORS)) {
      return Optional.empty();
    }
    var vectors = new HashMap<Long, float[]>();
    var name = "";
    for (var row :
        lake.read(Tables.TOKEN_VECTORS)
            .where(models)
            .select(MODEL, TOKEN, VECTOR)
            .collectAsList()) {
      name = row.getString(0);
      vectors.put(row.getLong(1), floats(row.getList(2)));
    }
    return vectors.isEmpty()
        ? Optional.empty()
        : Optional.of(new StaticVectors(spark, name, TokenVectors.of(vectors)));
  }

  private static Optional<Embedder> distilled(
      DeltaLake lake, Dataset<Row> texts, Embedder teacher, int fewest) {
    var chosen = chosen(texts);
    if (chosen.count() < fewest) {
      return Optional.empty();
    }
    var lessons =
        Embeddings.of(lake, chosen, teacher)
            .where(exists(col(VECTOR), part -> part.notEqual(0)))
            .join(chosen, CONTENT_HASH)
            .orderBy(CONTENT_HASH)
            .select(CONTENT_HASH, CLEAN_TEXT, VECTOR)
            .collectAsList();
    var tokens =
        Distillation.of(
            texts(lessons),
            lessons.stream().map(row -> floats(row.getList(2))).toList(),
            DIMENSIONS,
            TextFeatures.shared());
    var name = "static-%d-%08x%s".formatted(DIMENSIONS, fingerprint(lessons), suffix(teacher));
    return Optional.of(keep(lake, texts.sparkSession(), name, tokens));
  }

  private static Embedder latent(DeltaLake lake, Dataset<Row> texts) {
    var lessons = chosen(texts).orderBy(CONTENT_HASH).collectAsList();
    var tokens = LatentAxes.of(texts(lessons), DIMENSIONS, TextFeatures.shared());
    var name = "%s%d-%08x".formatted(WORDS, DIMENSIONS, fingerprint(lessons));
    return keep(lake, texts.sparkSession(), name, tokens);
  }

  /** Texts without letters teach nothing. */
  private static Dataset<Row> chosen(Dataset<Row> texts) {
    return texts
        .select(CONTENT_HASH, CLEAN_TEXT)
        .where(col(CLEAN_TEXT).rlike("\\p{L}"))
        .dropDuplicates(CONTENT_HASH)
        .orderBy(CONTENT_HASH)
        .limit(TEXTS);
  }

  private static List<String> texts(List<Row> lessons) {
    return lessons.stream().map(row -> VectorRows.withoutTokens(row.getString(1))).toList();
  }

  /** Which texts were learnt from. */
  private static int fingerprint(List<Row> lessons) {
    return lessons.stream().map(row -> row.getString(0)).toList().hashCode();
  }

  private static Embedder keep(
      DeltaLake lake, SparkSession spark, String name, TokenVectors tokens) {
    if (!tokens.vectors().isEmpty()) {
      lake.insertNew(Tables.TOKEN_VECTORS, rows(spark, name, tokens), List.of(name));
    }
    return new StaticVectors(spark, name, tokens);
  }

  private static String suffix(Embedder teacher) {
    return "-of-" + teacher.model();
  }

  private static Dataset<Row> rows(SparkSession spark, String name, TokenVectors tokens) {
    var rows = new ArrayList<Row>();
    tokens.vectors().forEach((token, vector) -> rows.add(RowFactory.create(name, token, vector)));
    return spark.createDataFrame(rows, Tables.TOKEN_VECTORS.schema());
  }

  private static float[] floats(List<Float> values) {
    var floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return floats;
  }
}
