package dev.tidemark.issues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 叠微, 含岫, 采洲 and 桐浦 are in no dictionary; 天津 is where 叠微 and 含岫 are. */
class LocalNamesTest {
  private static final List<String> USES =
      List.of(
          "%s区政务大厅又不开门",
          "昨天去%s政务大厅，白跑一趟",
          "天津%s办事大厅排队太久",
          "在%s的窗口受了气",
          "天津%s政务中心没有号了",
          "垃圾没人清，说的是%s服务大厅",
          "%s那边的垃圾也没人清");

  private final List<IssueText> texts = new ArrayList<>();

  @Test
  void aNameIsWhatOneUnitsTextsHaveBetweenDifferentWords() {
    write("tianjin", "叠微", "含岫");
    write("wuhan", "采洲", "桐浦");
    write("xian", "澄藤", "霁梧");

    var names = LocalNames.of(texts);

    assertThat(names.agree(at(0, 0), at(0, 3))).isTrue();
    assertThat(names.disagree(at(0, 0), at(0, 3))).isFalse();
    assertThat(names.agree(at(0, 0), at(1, 0))).isFalse();
    assertThat(names.disagree(at(0, 0), at(1, 0))).isTrue();
  }

  @Test
  void whereTwoNamesStandSideBySideTheSecondIsTheNearer() {
    write("tianjin", "叠微", "含岫");
    write("wuhan", "采洲", "桐浦");
    write("xian", "澄藤", "霁梧");
    texts.replaceAll(
        t -> t.unit().equals("tianjin") ? t : text(t.unit(), t.text().replace("天津", "")));

    var names = LocalNames.of(texts);

    assertThat(names.agree(at(0, 2), at(1, 2))).isFalse();
    assertThat(names.disagree(at(0, 2), at(1, 4))).isTrue();
  }

  @Test
  void aWordOfTheLanguageIsNoName() {
    write("tianjin", "垃圾", "叠微");
    write("wuhan", "采洲", "桐浦");
    write("xian", "澄藤", "霁梧");

    var names = LocalNames.of(texts);

    assertThat(names.agree(at(0, 0), at(0, 3))).isFalse();
    assertThat(names.disagree(at(0, 0), at(1, 0))).isFalse();
  }

  @Test
  void whatEveryUnitWritesIsNoName() {
    write("tianjin", "叠微", "含岫");
    write("wuhan", "叠微", "桐浦");
    write("xian", "叠微", "霁梧");

    var names = LocalNames.of(texts);

    assertThat(names.agree(at(0, 0), at(0, 3))).isFalse();
    assertThat(names.agree(at(1, 0), at(1, 3))).isTrue();
  }

  @Test
  void unitsKnowNothingOfEachOthersNames() {
    write("tianjin", "叠微", "含岫");
    write("wuhan", "采洲", "桐浦");
    write("xian", "澄藤", "霁梧");

    assertThat(LocalNames.of(texts).disagree(at(0, 0), at(2, 0))).isFalse();
  }

  @Test
  void whereAllIsOfOneUnitNoNameIsKnown() {
    write("tianjin", "叠微", "含岫");

    var names = LocalNames.of(texts);

    assertThat(names.agree(at(0, 0), at(0, 3))).isFalse();
    assertThat(names.disagree(at(0, 0), at(1, 0))).isFalse();
  }

  private void write(String unit, String... names) {
    for (var name : names) {
      USES.forEach(use -> texts.add(text(unit, use.formatted(name))));
    }
  }

  private static int at(int name, int use) {
    return name * USES.size() + use;
  }

  private static IssueText text(String unit, String text) {
    return new IssueText("m", unit, "", "", "", text, new float[0], new float[0]);
  }
}
