package dev.tidemark.text.embed;

import static dev.tidemark.table.Col.CLEAN_TEXT;
import static dev.tidemark.table.Col.CONTENT_HASH;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingsTest {
  @TempDir Path home;
  private DeltaLake lake;

  @BeforeEach
  void open() {
    lake = new DeltaLake(SharedSpark.session(), home.toString(), CommitNote.READER);
  }

  @Test
  void aTextIsEmbeddedOnceAndNothingIsCommittedForKnownOnes() {
    var model = new Lengths("lengths-1");

    var first = vectors(Embeddings.of(lake, texts("一", "二二", "二二"), model));
    long commits = commits();
    var again = vectors(Embeddings.of(lake, texts("二二"), model));
    long commitsAgain = commits();
    var more = vectors(Embeddings.of(lake, texts("一", "三三三"), model));

    assertThat(first).isEqualTo(Map.of("一", List.of(1f), "二二", List.of(2f)));
    assertThat(again).isEqualTo(Map.of("二二", List.of(2f)));
    assertThat(commitsAgain).isEqualTo(commits);
    assertThat(more).isEqualTo(Map.of("一", List.of(1f), "三三三", List.of(3f)));
    assertThat(model.embedded).containsExactly(List.of("一", "二二"), List.of("三三三"));
  }

  @Test
  void modelsDoNotShareVectors() {
    Embeddings.of(lake, texts("一"), new Lengths("lengths-1"));
    var other = new Lengths("lengths-2");

    Embeddings.of(lake, texts("一"), other);

    assertThat(other.embedded).containsExactly(List.of("一"));
    assertThat(lake.read(Tables.EMBEDDINGS).count()).isEqualTo(2);
  }

  @Test
  void theLanguageModelGivesTheSameBitsOnAnyPartitions() {
    var texts = texts("营业执照怎么办理", "公章", "排队", "发票领用要几天", "……", "网上预约系统打不开，换了三个浏览器");
    var model = BgeSmallZh.onClassPath();

    var one = vectors(model.vectors(texts.coalesce(1)));
    var seven = vectors(model.vectors(texts.repartition(7)));

    assertThat(one).hasSize(6).isEqualTo(seven);
  }

  @Test
  void staticVectorsAreLearntOnceAndThenRead() {
    var teacher = new Lengths("lengths-1");
    var known = texts("甲", "甲乙", "甲乙丙", "丁", "丁戊", "戊己庚辛");

    var learnt = StaticVectors.of(lake, known, teacher, 6);
    var read = StaticVectors.of(lake, texts("新"), teacher, 6);

    assertThat(teacher.embedded).hasSize(1);
    assertThat(read.model())
        .isEqualTo(learnt.model())
        .startsWith("static-128-")
        .endsWith("-of-lengths-1");
    assertThat(vectors(read.vectors(known))).isEqualTo(vectors(learnt.vectors(known)));
    assertThat(vectors(read.vectors(texts("甲甲", "新")))).containsEntry("新", List.of(0f));
  }

  @Test
  void vectorsOfWordsNeedNoModel() {
    var known = texts("公章收费", "公章怎么收费", "排队太久", "窗口排队");

    var learnt = StaticVectors.ofWords(lake, known);
    var read = StaticVectors.ofWords(lake, texts("新"));

    assertThat(read.model()).isEqualTo(learnt.model()).startsWith("latent-128-");
    assertThat(vectors(read.vectors(known))).isEqualTo(vectors(learnt.vectors(known)));
    assertThat(vectors(read.vectors(texts("……"))).get("……")).containsOnly(0f);
  }

  @Test
  void fewTextsAreLeftToTheModelItself() {
    var teacher = new Lengths("lengths-1");

    assertThat(StaticVectors.of(lake, texts("甲", "乙"), teacher)).isSameAs(teacher);
    assertThat(teacher.embedded).isEmpty();
  }

  /** One text per row; its own key, too. */
  private static Dataset<Row> texts(String... texts) {
    return SharedSpark.session()
        .createDataset(List.of(texts), Encoders.STRING())
        .select(col("value").as(CONTENT_HASH), col("value").as(CLEAN_TEXT));
  }

  private static Map<String, List<Float>> vectors(Dataset<Row> vectors) {
    return vectors.collectAsList().stream()
        .collect(toMap(row -> row.getString(0), row -> row.getList(1)));
  }

  private long commits() {
    var log = home.resolve("embeddings/_delta_log").toFile();
    return log.listFiles((folder, name) -> name.endsWith(".json")).length;
  }

  /** Vectors of one number: how long the text is. Remembers what it was asked. */
  private static final class Lengths implements Embedder {
    private final String model;
    private final List<List<String>> embedded = new ArrayList<>();

    Lengths(String model) {
      this.model = model;
    }

    @Override
    public String model() {
      return model;
    }

    @Override
    public int dimensions() {
      return 1;
    }

    @Override
    public Dataset<Row> vectors(Dataset<Row> contents) {
      embedded.add(
          contents.select(CLEAN_TEXT).as(Encoders.STRING()).collectAsList().stream()
              .sorted()
              .toList());
      return contents.select(
          col(CONTENT_HASH), array(length(col(CLEAN_TEXT)).cast("float")).as("vector"));
    }
  }
}
