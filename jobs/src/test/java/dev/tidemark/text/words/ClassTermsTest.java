package dev.tidemark.text.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.SharedSpark;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ClassTermsTest {
  private static final StructType TEXTS =
      new StructType()
          .add("theme_id", DataTypes.StringType)
          .add("clean_text", DataTypes.StringType);

  private static final List<Row> WRITTEN =
      List.of(
          RowFactory.create("a", "窗口，发票"),
          RowFactory.create("a", "窗口，发票，发票"),
          RowFactory.create("a", "窗口，公章"),
          RowFactory.create("b", "窗口，公积金"),
          RowFactory.create("b", "窗口"),
          RowFactory.create("c", "？！"),
          RowFactory.create(null, "发票"));

  /**
   * Nine terms in three classes: A = 3. Of a: 窗口 3·ln(1 + 3/5) = 1.410, 发票, once in each text,
   * 2·ln(1 + 3/2) = 1.833, 公章 1·ln(1 + 3) = 1.386. Of b: 公积金 ln 4 = 1.386, 窗口 2·0.470 = 0.940.
   */
  @Test
  void aTermWeighsMoreTheMoreTextsOfItsClassAndTheFewerOthersHaveIt() {
    var named =
        ClassTerms.of(
            SharedSpark.session().createDataFrame(WRITTEN, TEXTS),
            "theme_id",
            Words.with(Dictionary.NONE));

    assertThat(named.orderBy("theme_id").collectAsList().stream().map(ClassTermsTest::told))
        .containsExactly(
            List.of("a", List.of("发票", "窗口", "公章"), "发票、窗口、公章"),
            List.of("b", List.of("公积金", "窗口"), "公积金、窗口"),
            List.of("c", List.of(), "none"));
  }

  private static List<Object> told(Row row) {
    return List.of(row.getString(0), row.getList(1), row.isNullAt(2) ? "none" : row.getString(2));
  }
}
