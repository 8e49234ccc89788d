package dev.tidemark.text.words;

import dev.tidemark.text.words.Word.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts names of places together that segmentation has taken apart. */
final class PlaceNames {
  /** What may follow a name and is part of it. */
  private static final Set<String> SORTS =
      Set.of(
          "新区", "开发区", "园区", "工业园", "产业园", "科技园", "街道", "社区", "小区", "新村", "新城", "花园", "家园", "公寓",
          "广场", "大厦", "大道", "公路", "大桥", "地铁站", "火车站", "高铁站", "公交站", "路口", "镇", "乡", "村", "路", "街",
          "巷", "区", "县", "市", "省");

  private static final Set<Character> LAST = Set.of('镇', '乡', '村', '路', '街', '巷', '区', '县', '市');

  /** Single characters before a place that are words of their own. */
  private static final String APART = "在到去从和与及的了是于至离由住往对给把被让向我你他她它们这那有个里内外上下前后并请望因为将就都也很太不没";

  private PlaceNames() {}

  /** Whether a name that was taken for a person's ends like a place's. */
  static boolean isLikePlace(String word) {
    return word.length() > 2 && LAST.contains(word.charAt(word.length() - 1));
  }

  /**
   * The same words, where a place takes in the single character before it that is no word, and what
   * says behind it which sort of place it is.
   */
  static List<Word> joined(List<Word> words) {
    var joined = new ArrayList<Word>();
    for (var word : words) {
      var before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (before != null && before.is(Kind.PLACE) && SORTS.contains(word.text())) {
        joined.set(joined.size() - 1, new Word(before.text() + word.text(), Kind.PLACE));
      } else if (before != null && word.is(Kind.PLACE) && isCutOff(before)) {
        joined.set(joined.size() - 1, new Word(before.text() + word.text(), Kind.PLACE));
      } else {
        joined.add(word);
      }
    }
    return joined;
  }

  private static boolean isCutOff(Word word) {
    return word.is(Kind.OTHER)
        && word.text().length() == 1
        && Character.isIdeographic(word.text().charAt(0))
        && APART.indexOf(word.text().charAt(0)) < 0;
  }
}
