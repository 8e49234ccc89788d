package dev.tidemark.text.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.text.words.Keywords.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordsTest {
  @Test
  void theHeaviestComeFirstAndTiesByText() {
    var keywords =
        Keywords.of(List.of(new Term("公章", 2, 1), new Term("发票", 2, 1), new Term("排队", 2, 3)));

    assertThat(keywords).containsExactly("排队", "公章", "发票");
  }

  @Test
  void aPhraseStandsForAWordThatHalfTheTimeIsPartOfIt() {
    var keywords = Keywords.of(List.of(new Term("窗口", 4, 9), new Term("窗口排队", 2, 3)));

    assertThat(keywords).containsExactly("窗口排队");
  }

  @Test
  void aWordThatMostlyStandsAloneKeepsAPhraseAway() {
    var keywords = Keywords.of(List.of(new Term("窗口", 5, 9), new Term("窗口排队", 2, 3)));

    assertThat(keywords).containsExactly("窗口");
  }

  /** Four of six letters are the same; of the next two, two of four. */
  @Test
  void twoPhrasesOfMostlyTheSameLettersAreOne() {
    var keywords =
        Keywords.of(
            List.of(
                new Term("申请营业执照", 2, 5),
                new Term("营业执照办理", 2, 4),
                new Term("社保登记", 2, 3),
                new Term("工商登记", 2, 2)));

    assertThat(keywords).containsExactly("申请营业执照", "社保登记", "工商登记");
  }

  @Test
  void theLabelIsTheFirstThree() {
    assertThat(Keywords.label(List.of("发票", "公章", "排队", "预约"))).isEqualTo("发票、公章、排队");
  }

  @Test
  void withoutAKeywordThereIsNoLabel() {
    assertThat(Keywords.label(List.of())).isNull();
  }

  @Test
  void onlyLatinWordsAreSpaced() {
    assertThat(List.of(Keywords.phrase("online", "portal"), Keywords.phrase("ukey", "排队")))
        .containsExactly("online portal", "ukey排队");
  }
}
