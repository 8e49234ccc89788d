package dev.tidemark.wording;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.ChannelRules;
import dev.tidemark.framework.ChannelRules.Normalisation;
import dev.tidemark.support.SharedSpark;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** Texts on the left and right of = are written differently. */
class NormalisedTest {
  private static final Set<Normalisation> ALL = EnumSet.allOf(Normalisation.class);

  @Test
  void theSameSaidOtherwiseIsNoDifference() {
    assertThat(
            differing(
                ALL,
                "5个工作日=5 working days",
                "5个工作日=5 working-days",
                "30个自然日=30 calendar‐days",
                "5个工作日=５　个 工作日",
                "5个工作日=五个工作日。",
                "5个工作日=5工作日",
                "5个工作日=5 Business Days",
                "1个工作日=1 working day",
                "15个工作日=十五个工作日",
                "20个工作日=二十个工作日",
                "21个工作日=贰拾壹个工作日",
                "10天=十天",
                "10 days=10天",
                "2小时=两个小时",
                "2 hours=2小时",
                "3个月=3 months",
                "30 calendar days=30个自然日",
                "10元=10 yuan",
                "公司登记（备案）申请书、章程=公司登记(备案)申请书，章程；",
                "《公司法》第六条=「公司法」第 6 条",
                "9:00—17:00=９：００－１７:００",
                "A区②号窗口=a区2号窗口",
                "50㎡=50M²",
                "不收费\u00a0=\ufeff不\u200b收费"))
        .isEmpty();
  }

  @Test
  void whatSaysSomethingElseIsADifference() {
    var different =
        List.of(
            "5个工作日=3个工作日",
            "5个工作日=5个自然日",
            "5个工作日=15个工作日",
            "3个月=3月",
            "5天=5日",
            "1.5=15",
            "1,5=1.5",
            "12345=12315",
            "不收费=免费",
            "二〇二〇年=2002年");

    assertThat(differing(ALL, different.toArray(String[]::new))).isEqualTo(different);
  }

  @Test
  void aRuleThatIsNotDeclaredMakesNoTextsEqual() {
    assertThat(differing(Set.of(), "a=A")).hasSize(1);
    assertThat(differing(without(Normalisation.CASE), "a=A")).hasSize(1);
    assertThat(differing(without(Normalisation.WIDTH), "5=５")).hasSize(1);
    assertThat(differing(without(Normalisation.PUNCTUATION), "a、b=a，b")).hasSize(1);
    assertThat(differing(without(Normalisation.NUMBERS), "5天=五天")).hasSize(1);
    assertThat(differing(without(Normalisation.UNITS), "5天=5days")).hasSize(1);
    assertThat(differing(without(Normalisation.SPACES), "a b=ab")).hasSize(1);
  }

  @Test
  void declaredEquivalentsAreComparedInTheirForm() {
    var rules = rules(ALL, List.of(List.of("不收费", "免 费", "0元"), List.of("无", "NONE")));

    assertThat(differing(rules, "免费。=不收费", "不收费=零元", "none=无")).isEmpty();
    assertThat(differing(rules, "不收费=无")).hasSize(1);
  }

  @Test
  void meaningsThatShareATextInItsFormAreOne() {
    var rules =
        rules(
            ALL,
            List.of(
                List.of("免费", "0元"),
                List.of("无", "没有"),
                List.of("0 元", "不收费"),
                List.of("免 费", "白送")));

    assertThat(differing(rules, "免费=不收费", "白送=不收费", "零元=白送", "没有=无")).isEmpty();
    assertThat(differing(rules, "免费=无")).hasSize(1);
  }

  /** A map of two words or of a hundred is one constant of the plan that runs. */
  @Test
  void thePlanIsAsLargeWithFiftyMeaningsAsWithOne() {
    var fifty =
        IntStream.range(0, 50).mapToObj(n -> List.of("免费" + n + "a", "不收费" + n + "a")).toList();

    assertThat(nodes(rules(ALL, fifty))).isEqualTo(nodes(rules(ALL, fifty.subList(0, 1))));
    assertThat(differing(rules(ALL, fifty), "免费49A=不收费 49a", "免费0a=不收费0a")).isEmpty();
    assertThat(differing(rules(ALL, fifty), "免费49a=不收费48a")).hasSize(1);
  }

  /** A constant is brought into the form that the same text in a column has. */
  @Test
  void ofAConstantTheFormIsThatOfAColumn() {
    var texts =
        List.of("５　个 WORKING Days。", "二十一 个月、㎡", "（A①）№ 8；", "《公司法》—十五 Hours", "。", "人民币元 3 yuan");
    var meanings = texts.stream().map(text -> List.of("same", text)).toList();

    for (int i = 0; i < texts.size(); i++) {
      assertThat(differing(rules(ALL, List.of(meanings.get(i))), texts.get(i) + "=same")).isEmpty();
    }
  }

  @Test
  void aTextOfNothingButBlanksAndStopsIsNone() {
    var spark = SharedSpark.session();
    var rows =
        spark.createDataFrame(
            Arrays.asList(
                RowFactory.create("。"), RowFactory.create("　"), RowFactory.create((Object) null)),
            new StructType().add("text", DataTypes.StringType));

    var forms = rows.select(Normalised.of(col("text"), rules(ALL, List.of()))).collectAsList();

    assertThat(forms).allSatisfy(form -> assertThat(form.isNullAt(0)).isTrue());
  }

  /** Half and full width, circled digits, superscripts, mathematical digits: the JDK's NFKC. */
  @Test
  void formsOfOneCharacterAreThoseOfUnicodesNfkc() {
    var forms =
        IntStream.of('Ａ', 'ｚ', '０', '！', '～', '｡', 'ｱ', '①', '⁵', 'ª', 0x1D7D7, 0x2F800, 'ﬀ')
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    var nfkc = Normalizer.normalize(forms, Normalizer.Form.NFKC);

    assertThat(nfkc).endsWith("ff");
    assertThat(differing(Set.of(Normalisation.WIDTH), forms + "=" + nfkc.replace("ff", "ﬀ")))
        .isEmpty();
  }

  /** How many expressions the plan that runs consists of. */
  private static int nodes(ChannelRules rules) {
    var rows = SharedSpark.session().range(2).select(col("id").cast("string").as("text"));
    return nodes(rows.select(Normalised.of(col("text"), rules)).queryExecution().optimizedPlan());
  }

  private static int nodes(LogicalPlan plan) {
    int own =
        CollectionConverters.asJava(plan.expressions()).stream()
            .mapToInt(NormalisedTest::nodes)
            .sum();
    return own
        + CollectionConverters.asJava(plan.children()).stream()
            .mapToInt(NormalisedTest::nodes)
            .sum();
  }

  private static int nodes(Expression expression) {
    return 1
        + CollectionConverters.asJava(expression.children()).stream()
            .mapToInt(NormalisedTest::nodes)
            .sum();
  }

  private static Set<Normalisation> without(Normalisation rule) {
    return EnumSet.complementOf(EnumSet.of(rule));
  }

  private static ChannelRules rules(Set<Normalisation> rules, List<List<String>> equivalents) {
    return new ChannelRules(Set.of(), rules, equivalents, ChannelRules.DEFAULT.mobile());
  }

  private static List<String> differing(Set<Normalisation> rules, String... pairs) {
    return differing(rules(rules, List.of()), pairs);
  }

  /** The pairs whose two texts have different forms, in their order. */
  private static List<String> differing(ChannelRules rules, String... pairs) {
    var rows =
        Arrays.stream(pairs).map(pair -> RowFactory.create(pair, left(pair), right(pair))).toList();
    return SharedSpark.session()
        .createDataFrame(
            rows,
            new StructType()
                .add("pair", DataTypes.StringType)
                .add("left", DataTypes.StringType)
                .add("right", DataTypes.StringType))
        .where(
            Normalised.of(col("left"), rules)
                .eqNullSafe(Normalised.of(col("right"), rules))
                .unary_$bang())
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static String left(String pair) {
    return pair.substring(0, pair.indexOf('='));
  }

  private static String right(String pair) {
    return pair.substring(pair.indexOf('=') + 1);
  }
}
