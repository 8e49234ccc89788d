package dev.tidemark.text;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.SharedSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CleanTextTest {
  /** As delivered, a {@code |} between title and text; as it is compared. */
  private static final Map<String, String> CASES =
      Map.ofEntries(
          Map.entry("开办餐饮店要几天", "开办餐饮店要几天"),
          Map.entry("ＡＢＣ１２３　办照，对吗？", "ABC123 办照，对吗？"),
          Map.entry("营\u200B业\uFEFF执照", "营业执照"),
          Map.entry("第一行\n\n  第二行\t", "第一行 第二行"),
          Map.entry("尊敬的领导：您好！我的执照没下来。谢谢！", "我的执照没下来"),
          Map.entry("尊敬的王市长，您好，公章要收费吗", "公章要收费吗"),
          Map.entry("各位领导好：门禁坏了。望尽快解决，谢谢！此致 敬礼！", "门禁坏了"),
          Map.entry("你好，请问，社保怎么开户？盼复！", "社保怎么开户？"),
          Map.entry("办照太慢，恳请有关部门给予重视为盼。祝工作顺利！", "办照太慢"),
          Map.entry("您好！谢谢！", "您好！谢谢！"),
          Map.entry("領導您好：營業執照幾天可以辦好？謝謝", "營業執照幾天可以辦好？"),
          Map.entry("谢谢窗口的[NAME]女士", "谢谢窗口的[NAME]女士"),
          Map.entry("好的东西不怕等", "好的东西不怕等"),
          Map.entry("领导不作为", "领导不作为"),
          Map.entry("……！", "……！"),
          Map.entry("👍👍", "👍👍"),
          Map.entry("标题|正文", "标题 正文"),
          Map.entry("公章收费|公章收费合理吗", "公章收费合理吗"));

  private static Map<String, String> cleaned;

  static List<String> cases() {
    return CASES.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void keepsWhatIsSaid(String delivered) {
    assertThat(cleaned().get(delivered)).isEqualTo(CASES.get(delivered));
  }

  /** Nested repetition would try every split of the pauses: days. */
  @Test
  @Timeout(30)
  void thanksWithoutEndAreRead() {
    var thanks = "谢谢，， ，".repeat(4_000) + "再见";

    assertThat(cleaned().get("hostile")).hasSize("谢谢，， ，".length() * 4_000 + 2).isEqualTo(thanks);
  }

  @Test
  void nothingIsEmptyAndNotNull() {
    assertThat(cleaned().get("")).isEmpty();
  }

  private static Map<String, String> cleaned() {
    if (cleaned == null) {
      var rows = new ArrayList<org.apache.spark.sql.Row>();
      rows.add(RowFactory.create("", null, null));
      rows.add(RowFactory.create("hostile", null, "谢谢，， ，".repeat(4_000) + "再见"));
      for (var delivered : cases()) {
        var parts = delivered.split("\\|", -1);
        rows.add(
            RowFactory.create(
                delivered, parts.length > 1 ? parts[0] : null, parts[parts.length - 1]));
      }
      var schema =
          new StructType()
              .add("delivered", DataTypes.StringType)
              .add("title", DataTypes.StringType)
              .add("text", DataTypes.StringType);
      cleaned =
          SharedSpark.session()
              .createDataFrame(rows, schema)
              .select(col("delivered"), CleanText.of(col("title"), col("text")))
              .collectAsList()
              .stream()
              .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
    }
    return cleaned;
  }
}
