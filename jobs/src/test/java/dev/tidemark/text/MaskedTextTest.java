package dev.tidemark.text;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTextTest {
  private static final List<LabelledTexts> LABELLED = LabelledTexts.all();

  @Test
  void theLabelledSetHasHundredsOfLinesWithAndWithoutPersonalData() {
    var lines = LABELLED.stream().collect(groupingBy(LabelledTexts::about, counting()));

    assertThat(LABELLED).hasSizeGreaterThan(500);
    assertThat(lines)
        .containsOnlyKeys("personal", "order", "year", "code", "money", "other")
        .hasEntrySatisfying("personal", n -> assertThat(n).isGreaterThan(500))
        .hasEntrySatisfying("order", n -> assertThat(n).isGreaterThan(100));
  }

  /** Recall: of the data marked, how many are a token of their kind in the masked line. */
  @ParameterizedTest
  @CsvSource({
    "PHONE, 0.99, 0.99", "ID, 0.99, 0.99", "CARD, 0.99, 0.95", "EMAIL, 0.99, 0.99",
    "PLATE, 0.95, 0.95", "WECHAT, 0.90, 0.95", "QQ, 0.95, 0.95", "NAME, 0.95, 0.98"
  })
  void findsWhatIsMarkedAndLittleElse(PersonalData kind, double recall, double precision) {
    long marked = 0;
    long found = 0;
    long tokens = 0;
    for (var line : LABELLED) {
      long expected = line.data(kind).size();
      long masked =
          LabelledTexts.tokens(MaskedText.of(line.written())).getOrDefault(kind.name(), 0L);
      marked += expected;
      found += Math.min(expected, masked);
      tokens += masked;
    }

    assertThat((double) found / marked).isGreaterThanOrEqualTo(recall);
    assertThat((double) found / tokens).isGreaterThanOrEqualTo(precision);
  }

  /** Lines of order numbers, times, codes and amounts that lose something. */
  @ParameterizedTest
  @CsvSource({"order, 2", "year, 0", "code, 1", "money, 0", "other, 2"})
  void numbersThatAreNobodysStay(String about, int atMost) {
    var changed =
        LABELLED.stream()
            .filter(line -> line.about().equals(about))
            .filter(line -> !MaskedText.of(line.written()).equals(line.written()));

    assertThat(changed.map(LabelledTexts::written)).hasSizeLessThanOrEqualTo(atMost);
  }

  @Test
  void noTelephoneOrIdentityNumberIsLeftInAnyPart() {
    var leaks =
        LABELLED.stream()
            .filter(
                line ->
                    java.util.stream.Stream.of(PersonalData.PHONE, PersonalData.ID)
                        .flatMap(kind -> line.data(kind).stream())
                        .anyMatch(MaskedText.of(line.written())::contains));

    assertThat(leaks).isEmpty();
  }

  @Test
  void maskingAgainChangesNothing() {
    var masked = LABELLED.stream().map(line -> MaskedText.of(line.written())).toList();

    assertThat(masked.stream().map(MaskedText::of)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "我的电话是138 1234 5678。,我的电话是[PHONE]。",
    "+86-138-1234-5678,[PHONE]",
    "区号０２７－８７６５４３２１,区号[PHONE]",
    "身份证１１０１０５１９４９１２３１００２Ｘ,身份证[ID]",
    "号11010519491231002X错,号[ID]错",
    "号110105194912310021错,号110105194912310021错",
    "身份证号：110105194912310021,身份证号：[ID]",
    "卡4111 1111 1111 1111退款,卡[CARD]退款",
    "鄂A·D12345占道,[PLATE]占道",
    "微信号：abc_123,微信号：[WECHAT]",
    "微信公众号：wuhanfabu,微信公众号：wuhanfabu",
    "QQ 12345678,QQ [QQ]",
    "联系人：欧阳建国，12345,联系人：[NAME]，12345",
    "王女士您好,[NAME]女士您好"
  })
  void putsATypedTokenInItsPlace(String written, String masked) {
    assertThat(MaskedText.of(written)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "……！？",
        "👍👨‍👩‍👧𠮷𪚥",
        "2020-03-28T09:30:00.123456789+08:00",
        "2020-03-28",
        "1",
        "0",
        "true",
        "9999999999",
        "市场监管局",
        "registration"
      })
  void aTimeACountAFlagAndALabelStay(String cell) {
    assertThat(MaskedText.of(cell)).isEqualTo(cell);
  }

  @ParameterizedTest
  @Timeout(10)
  @ValueSource(
      strings = {"a@", "138 ", "联系人", "1-", "0086", "微信 a", "卡号1234 ", "王先生", "男 张三 ", "[NAME]、"})
  void noTextTakesLong(String repeated) {
    var text = repeated.repeat(20_000 / repeated.length());

    assertThat(MaskedText.of(text)).isNotEmpty();
  }

  @Test
  void nullStaysNull() {
    assertThat(MaskedText.of(null)).isNull();
  }

  @Test
  void aLongTextIsMaskedToItsEnd() {
    var text = "１3".repeat(10_000) + "，电话13812345678";

    assertThat(MaskedText.of(text)).endsWith("，电话[PHONE]").hasSize(20_010);
  }
}
