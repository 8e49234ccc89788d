package dev.tidemark.text.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Words WORDS = Words.with(Dictionary.NONE);

  private static final Words OF_A_TOWN =
      Words.with(
          new Dictionary(
              List.of("浦惠码"), List.of("谷雨天街"), List.of("企服专班"), Map.of("网上办事平台", "一网通办")));

  @Test
  void wordsOfContentStandInRuns() {
    assertThat(WORDS.runs("发票申领，公积金开户")).containsExactly(List.of("发票申领"), List.of("公积金开户"));
  }

  @Test
  void wordsOfPublicServicesStayWhole() {
    assertThat(WORDS.runs("电子营业执照下载失败")).containsExactly(List.of("电子营业执照", "下载", "失败"));
  }

  @Test
  void stopWordsNumbersPlacesPeopleAndTokensAreLeftOut() {
    assertThat(WORDS.runs("请问刘德华在上海市的三个窗口咨询发票[PHONE]可以吗"))
        .containsExactly(List.of("窗口"), List.of("发票"));
  }

  @Test
  void traditionalCharactersAreReadAsSimplifiedOnes() {
    assertThat(WORDS.runs("營業執照")).containsExactly(List.of("营业执照"));
  }

  @Test
  void englishWordsAreContentInLowerCase() {
    assertThat(WORDS.runs("The Portal is offline"))
        .containsExactly(List.of("portal"), List.of("offline"));
  }

  @Test
  void whatSaysNothingHasNoWords() {
    assertThat(List.of(WORDS.runs(""), WORDS.runs("？！……"), WORDS.runs("😀")))
        .containsOnly(List.of());
  }

  @Test
  void aTextNamesPlacesAndOrganisations() {
    var entities = WORDS.entities("长沙市天心区暮云街道的市场监督管理局");

    assertThat(entities.places()).containsExactly("天心区", "暮云街道", "长沙市");
    assertThat(entities.organisations()).containsExactly("市场监督管理局");
  }

  @Test
  void theSortOfAPlaceBelongsToItsName() {
    assertThat(WORDS.entities("浦东新区张江镇丽发新城小区").places()).containsExactly("丽发新城小区", "张江镇", "浦东新区");
  }

  @Test
  void theWordsOfATownAreKeptWholeAndAreWhatTheyWereSaidToBe() {
    assertThat(OF_A_TOWN.runs("浦惠码登录")).containsExactly(List.of("浦惠码", "登录"));
    assertThat(OF_A_TOWN.entities("谷雨天街的企服专班"))
        .isEqualTo(new Entities(new TreeSet<>(List.of("谷雨天街")), new TreeSet<>(List.of("企服专班"))));
  }

  @Test
  void aSynonymIsReadAsTheWordItStandsFor() {
    assertThat(OF_A_TOWN.runs("网上办事平台登录")).containsExactly(List.of("一网通办", "登录"));
  }
}
