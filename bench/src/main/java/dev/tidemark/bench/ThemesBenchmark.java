package dev.tidemark.bench;

import dev.tidemark.cli.Sessions;
import dev.tidemark.framework.IssueThemes;
import dev.tidemark.issues.theme.Themes;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.text.embed.BgeSmallZh;
import dev.tidemark.text.embed.Embedder;
import dev.tidemark.text.embed.Embeddings;
import dev.tidemark.text.embed.StaticVectors;
import dev.tidemark.text.words.Dictionary;
import dev.tidemark.text.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Themes by each method on each kind of vectors, against the classes of labelled texts. */
final class ThemesBenchmark {
  private static final String NONE = "none";

  private static final StructType MESSAGES =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("content_hash", DataTypes.StringType)
          .add("clean_text", DataTypes.StringType)
          .add("copy_of", DataTypes.StringType)
          .add("voice", DataTypes.StringType);

  private final LabelledTexts labelled;
  private final Dataset<Row> messages;

  private ThemesBenchmark(LabelledTexts labelled, Dataset<Row> messages) {
    this.labelled = labelled;
    this.messages = messages;
  }

  /**
   * Takes the file, and which vectors: model, static, words; without any, all, and with the model's
   * also the number of themes that the silhouette chooses.
   */
  public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
    var labelled = LabelledTexts.read(Path.of(args[0]));
    var warehouse = Files.createTempDirectory("themes");
    try (var sessions =
        Sessions.open(
            Map.of("spark.master", "local[2]", "spark.sql.shuffle.partitions", "2"),
            ZoneId.of("Asia/Shanghai"),
            false)) {
      var spark = sessions.spark();
      var messages = spark.createDataFrame(labelled.messages(), MESSAGES);
      var lake = new DeltaLake(spark, warehouse.toString(), CommitNote.READER);
      var benchmark = new ThemesBenchmark(labelled, messages);
      var model = BgeSmallZh.onClassPath();
      System.out.println(
          "| vectors | method | themes | NMI, those in no theme as one class | NMI without them | in no theme | seconds |");
      System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
      var asked = List.of(args).subList(1, args.length);
      if (asked.isEmpty() || asked.contains("model")) {
        benchmark.measure("model", lake, model);
      }
      if (asked.isEmpty() || asked.contains("static")) {
        benchmark.measure("static", lake, StaticVectors.of(lake, messages, model));
      }
      if (asked.isEmpty() || asked.contains("words")) {
        benchmark.measure("words", lake, StaticVectors.ofWords(lake, messages));
      }
      if (asked.isEmpty()) {
        var vectors = Embeddings.of(lake, messages, model).cache();
        benchmark.print("model", "k-means, k by silhouette", vectors, means(OptionalInt.empty()));
      }
    }
  }

  private void measure(String name, DeltaLake lake, Embedder embedder) {
    var vectors = Embeddings.of(lake, messages, embedder).cache();
    int classes = new HashSet<>(labelled.classes()).size();
    print(name, "graph", vectors, IssueThemes.DEFAULT);
    print(name, "k-means, k = " + classes, vectors, means(OptionalInt.of(classes)));
    vectors.unpersist();
  }

  private void print(String name, String method, Dataset<Row> vectors, IssueThemes rules) {
    vectors.count();
    long start = System.nanoTime();
    var themes = Themes.of(messages, vectors, rules, 1, Words.with(Dictionary.NONE));
    var themeOf = new HashMap<String, String>();
    themes
        .messages()
        .collectAsList()
        .forEach(row -> themeOf.put(row.getString(0), row.getString(1)));
    double seconds = (System.nanoTime() - start) / 1e9;
    List<String> groups =
        IntStream.range(0, labelled.texts().size())
            .mapToObj(i -> themeOf.getOrDefault(LabelledTexts.id(i), NONE))
            .toList();
    System.out.printf(
        "| %s | %s | %d | %.3f | %.3f | %.1f %% | %.0f |%n",
        name,
        method,
        new HashSet<>(themeOf.values()).size(),
        labelled.agreement(groups),
        labelled.agreementWithout(NONE, groups),
        100.0 * (groups.size() - themeOf.size()) / groups.size(),
        seconds);
  }

  private static IssueThemes means(OptionalInt k) {
    var defaults = IssueThemes.DEFAULT;
    return new IssueThemes(
        IssueThemes.Method.K_MEANS,
        defaults.neighbours(),
        defaults.resolution(),
        defaults.minFit(),
        k,
        defaults.mostK(),
        defaults.minTexts());
  }
}
