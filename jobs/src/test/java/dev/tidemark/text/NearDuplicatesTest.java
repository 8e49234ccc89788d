package dev.tidemark.text;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.SharedSpark;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {
  private static final StructType MESSAGES =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("created_at", DataTypes.TimestampType)
          .add("title", DataTypes.StringType)
          .add("text", DataTypes.StringType)
          .add("author", DataTypes.StringType);

  private static final String PETITION = "光谷政务大厅开办企业窗口每天只放三十个号，排队两个小时也办不上，能不能增加窗口和网上预约";

  private static final List<Row> SENT =
      List.of(
          message("m1", 3, PETITION, "ann"),
          message("m2", 1, "尊敬的领导：您好！" + PETITION + "。谢谢！", "bob"),
          message("m3", 2, PETITION.replace("预约", "取号"), null),
          message("m4", 4, PETITION + "！！", null),
          message("m5", 5, "光谷政务大厅停车场每天只开一个入口，排队两个小时也进不去，能不能增加入口", "ann"),
          message("m6", 6, "……", null),
          message("m7", 7, "？？？", null),
          message("m8", 8, "执照", null),
          message("m9", 9, "执照", "eve"),
          message("n1", 9, PETITION.replace("三十", "30"), "fay"));

  private static Map<String, Row> found;

  @BeforeAll
  static void find() {
    found = found(2);
  }

  /**
   * 42 letters are 39 runs of four; m3's last two letters are in 2 of them: 37 of 41 are common.
   */
  @Test
  void nearCopiesAreCopiesOfTheEarliest() {
    assertThat(List.of(copyOf("m1"), copyOf("m2"), copyOf("m3"), copyOf("m4"))).containsOnly("m2");
  }

  /** Two letters in the middle are in 5 runs: 34 of 44 are common, 0.77. */
  @Test
  void belowTheSimilarityIsNoCopy() {
    assertThat(copyOf("n1")).isEqualTo("n1");
  }

  @Test
  void theSamePlaceAndFormAboutAnotherThingIsNoCopy() {
    assertThat(copyOf("m5")).isEqualTo("m5");
  }

  @Test
  void shortTextsAreCopiesIfTheyAreTheSame() {
    assertThat(List.of(copyOf("m8"), copyOf("m9"))).containsExactly("m8", "m8");
  }

  @Test
  void textsThatSayNothingAreAlone() {
    assertThat(List.of(copyOf("m6"), copyOf("m7"))).containsExactly("m6", "m7");
  }

  @Test
  void anAuthorIsOneVoiceAndCopiesOfNobodyAreTogetherOne() {
    assertThat(List.of(voice("m1"), voice("m2"), voice("m5"), voice("m9")))
        .containsExactly("ann", "bob", "ann", "eve");
    assertThat(voice("m4")).startsWith("text:").isEqualTo(voice("m3")).isNotEqualTo(voice("m8"));
  }

  @Test
  void partitionsDoNotMatter() {
    assertThat(found(7)).isEqualTo(found);
  }

  private static Map<String, Row> found(int partitions) {
    var messages = SharedSpark.session().createDataFrame(SENT, MESSAGES).repartition(partitions);
    var cleaned = NearDuplicates.cleaned(messages);
    return NearDuplicates.of(cleaned, NearDuplicates.signatures(cleaned))
        .select("id", "copy_of", "voice", "content_hash")
        .collectAsList()
        .stream()
        .collect(toMap(row -> row.getString(0), row -> row));
  }

  private static String copyOf(String id) {
    return found.get(id).getString(1);
  }

  private static String voice(String id) {
    return found.get(id).getString(2);
  }

  private static Row message(String id, int day, String text, String author) {
    return RowFactory.create(
        id, Timestamp.valueOf("2020-01-0" + day + " 10:00:00"), null, text, author);
  }
}
