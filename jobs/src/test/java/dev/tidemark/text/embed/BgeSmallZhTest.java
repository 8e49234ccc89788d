package dev.tidemark.text.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BgeSmallZhTest {
  @Test
  void theModelIsOnTheClassPath() {
    var model = BgeSmallZh.onClassPath();

    assertThat(model.dimensions()).isEqualTo(512);
    assertThat(model.model()).isEqualTo("bge-small-zh-v1.5-int8-128");
  }

  /** What a reader would say: the second means the first, the third does not. */
  @ParameterizedTest
  @CsvSource({
    "营业执照怎么办理, 如何领取营业执照, 地铁几点收班",
    "公章备案要收费吗, 刻章是不是免费的, 小区物业不开门",
    "窗口排队两个小时, 办事大厅等太久了, 公积金提取比例",
    "发票领用要几天, 税务局多久可以给票, 孩子上学划片",
    "營業執照幾天可以辦好, 营业执照多久能办好, 食堂饭菜太贵"
  })
  void whatMeansTheSameIsNearer(String text, String same, String other) {
    assertThat(cosine(text, same)).isGreaterThan(cosine(text, other) + 0.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"执照", "A2", "👍", "1", "hello world", "𠮷"})
  void vectorsHaveLengthOne(String text) {
    assertThat(cosine(text, text)).isCloseTo(1, offset(1e-6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "……！？"})
  void whatSaysNothingIsNowhere(String text) {
    assertThat(BgeSmallZh.vector(text)).hasSize(512).containsOnly(0);
  }

  @Test
  void theEndOfALongTextIsNotRead() {
    var begin = "排队太久".repeat(40);

    assertThat(BgeSmallZh.vector(begin + "甲".repeat(20_000))).isEqualTo(BgeSmallZh.vector(begin));
  }

  private static double cosine(String one, String other) {
    var a = BgeSmallZh.vector(one);
    var b = BgeSmallZh.vector(other);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
