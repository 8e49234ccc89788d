package dev.tidemark.issues.theme;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.IssueThemes;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.text.words.Dictionary;
import dev.tidemark.text.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThemesTest {
  private static final StructType MESSAGES =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("content_hash", DataTypes.StringType)
          .add("clean_text", DataTypes.StringType)
          .add("copy_of", DataTypes.StringType)
          .add("voice", DataTypes.StringType);

  private static final StructType VECTORS =
      new StructType()
          .add("content_hash", DataTypes.StringType)
          .add("vector", DataTypes.createArrayType(DataTypes.FloatType));

  private static final IssueThemes BY_GRAPH =
      new IssueThemes(IssueThemes.Method.GRAPH, 3, 1, 0.3, OptionalInt.empty(), 4, 3);

  private static final IssueThemes BY_MEANS =
      new IssueThemes(IssueThemes.Method.K_MEANS, 3, 1, 0.3, OptionalInt.empty(), 4, 3);

  /** Invoices around 0 degrees, seals around 120, one copied by two, and one that says nothing. */
  private static final List<Row> SENT =
      List.of(
          message("m1", "发票", "m1", "ann"),
          message("m2", "发票，窗口", "m2", "bob"),
          message("m3", "发票，窗口，排队", "m3", "eve"),
          message("m4", "发票，系统", "m4", "ann"),
          message("m5", "公章", "m5", "fay"),
          message("m6", "公章，丢失", "m6", "gus"),
          message("m7", "公章，收费", "m7", "hal"),
          message("m8", "公章，收费！", "m7", "ida"),
          message("m9", "……", "m9", "jim"));

  private static final List<Row> EMBEDDED =
      List.of(
          vector("m1", 0),
          vector("m2", 4),
          vector("m3", 8),
          vector("m4", 12),
          vector("m5", 120),
          vector("m6", 124),
          vector("m7", 128),
          vector("m8", 0),
          RowFactory.create("m9-of-a-hash", new Float[] {0f, 0f}));

  private static Map<String, Row> themes;
  private static Map<String, String> themeOf;

  @BeforeAll
  static void find() {
    var found = found(1, BY_GRAPH);
    themes = found.themes().collectAsList().stream().collect(toMap(ThemesTest::label, row -> row));
    themeOf = byMessage(found.messages());
  }

  @Test
  void messagesThatMeanTheSameAreATheme() {
    assertThat(List.of(themeOf.get("m2"), themeOf.get("m3"), themeOf.get("m4")))
        .containsOnly(themeOf.get("m1"));
    assertThat(List.of(themeOf.get("m6"), themeOf.get("m7"))).containsOnly(themeOf.get("m5"));
    assertThat(themes).hasSize(2);
  }

  /** Its own text would be an invoice: a near copy is where its original is. */
  @Test
  void aNearCopyIsInTheThemeOfItsOriginal() {
    assertThat(themeOf).containsEntry("m8", themeOf.get("m7"));
  }

  @Test
  void aMessageThatSaysNothingIsInNoTheme() {
    assertThat(themeOf).doesNotContainKey("m9");
  }

  @Test
  void aThemeSaysWhatItIsAboutAndHowManyWroteIt() {
    var invoices = themes.get("发票");

    assertThat(list(invoices, "keywords")).contains("发票");
    assertThat(invoices.<Long>getAs("size")).isEqualTo(4);
    assertThat(invoices.<Long>getAs("voices")).isEqualTo(3);
    assertThat(list(invoices, "representative_ids"))
        .containsExactlyInAnyOrder("m1", "m2", "m3", "m4");
    assertThat(themes.get("公章").<Long>getAs("size")).isEqualTo(4);
  }

  @Test
  void themesUnlikeEachOtherHaveParentsOfTheirOwn() {
    assertThat(themes.get("发票").<String>getAs("parent_label")).startsWith("发票");
    assertThat(themes.get("公章").<String>getAs("parent_id"))
        .isNotEqualTo(themes.get("发票").<String>getAs("parent_id"));
  }

  @Test
  void theSameMessagesHaveTheSameThemesOnAnyPartitions() {
    var seven = found(7, BY_GRAPH);

    assertThat(byMessage(seven.messages())).isEqualTo(themeOf);
    assertThat(seven.themes().collectAsList()).containsExactlyInAnyOrderElementsOf(themes.values());
  }

  /** Two bundles on a circle have the highest silhouette as two. */
  @Test
  void kMeansFindsAsManyThemesAsTheSilhouetteSays() {
    var one = byMessage(found(1, BY_MEANS).messages());

    assertThat(one.values().stream().distinct()).hasSize(2);
    assertThat(one.get("m1")).isEqualTo(one.get("m4")).isNotEqualTo(one.get("m5"));
    assertThat(byMessage(found(7, BY_MEANS).messages())).isEqualTo(one);
  }

  @Test
  void withoutMessagesThereAreNoThemes() {
    var none = Themes.of(messages(List.of()), vectors(List.of()), BY_GRAPH, 1, words());

    assertThat(none.themes().isEmpty()).isTrue();
    assertThat(none.messages().isEmpty()).isTrue();
  }

  private static Themes found(int partitions, IssueThemes rules) {
    return Themes.of(
        messages(SENT).repartition(partitions),
        vectors(EMBEDDED).repartition(partitions),
        rules,
        1,
        words());
  }

  private static Words words() {
    return Words.with(Dictionary.NONE);
  }

  private static Dataset<Row> messages(List<Row> rows) {
    return SharedSpark.session().createDataFrame(rows, MESSAGES);
  }

  private static Dataset<Row> vectors(List<Row> rows) {
    return SharedSpark.session().createDataFrame(rows, VECTORS);
  }

  private static Map<String, String> byMessage(Dataset<Row> messages) {
    return messages.collectAsList().stream()
        .collect(toMap(row -> row.getString(0), row -> row.getString(1)));
  }

  private static List<String> list(Row theme, String column) {
    return theme.getList(theme.fieldIndex(column));
  }

  private static String label(Row theme) {
    return theme.<String>getAs("label").substring(0, 2);
  }

  private static Row message(String id, String text, String copyOf, String voice) {
    return RowFactory.create(id, id + "-of-a-hash", text, copyOf, voice);
  }

  private static Row vector(String id, int degrees) {
    var parts = new ArrayList<Float>();
    for (float part : CommunitiesTest.onACircle(degrees)[0]) {
      parts.add(part);
    }
    return RowFactory.create(id + "-of-a-hash", parts.toArray(Float[]::new));
  }
}
