package dev.tidemark.issues;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Planted in three periods: a mixing plant beside the estate 翠湖明珠 that many complain about and then
 * all; a lift in 荷花池 that one writes of before others do; a school that is written of in P1 alone;
 * and texts that say nothing, or nothing that others say.
 */
class IssuesJobTest {
  private static final String MESSAGES =
      """
      m01 | P1 | east | a1 | 翠湖明珠小区旁的混凝土搅拌站噪音太大 | 小区北面的混凝土搅拌站从早到晚轰鸣，灰尘落满阳台，请查处。
      m02 | P1 | east | a2 | 投诉翠湖明珠附近搅拌站扬尘扰民 | 离小区不到两百米建了混凝土搅拌站，扬尘严重，窗户都不敢开。
      m03 | P1 | west | a1 | 翠湖明珠小区旁的混凝土搅拌站噪音太大 | 小区北面的混凝土搅拌站从早到晚轰鸣，灰尘落满阳台，请查处。
      m04 | P1 | east | a3 | 望梅小学大班额问题请重视 | 孩子在望梅小学读书，班上六十五个学生，希望尽快新建学校分流。
      m05 | P1 | east | a4 | 请求解决望梅小学班额过大 | 望梅小学早就饱和了，一个班六十多个学生，操场都快被占了。
      m06 | P1 | east | a5 | 荷花池3栋加装电梯受阻 | 荷花池3栋想加装电梯，一楼住户反对，工程停了，希望街道协调。
      m07 | P1 | east | a6 | 咨询二胎产假天数 | 请问现在二胎产假是多少天，男方陪产假多少天？
      m08 | P1 | east | a7 |  |
      m09 | P1 | east | a7 |  | ……！！！
      m10 | P1 | east | a7 |  | 👍👍👍
      m11 | P2 | east | b1 | 翠湖明珠北侧混凝土搅拌站夜间施工 | 混凝土搅拌站昼夜不停地生产，噪声和粉尘影响翠湖明珠几千户居民。
      m12 | P2 | east | b2 | 强烈要求搬离翠湖明珠旁边的混凝土搅拌站 | 我是翠湖明珠的住户，旁边的混凝土搅拌站灰蒙蒙的，孩子咳嗽不断。
      m13 | P2 | east |    | 翠湖明珠搅拌站粉尘 | 翠湖明珠旁边的混凝土搅拌站天天扬尘，居民没法开窗。
      m14 | P2 | east |    | 翠湖明珠搅拌站粉尘 | 翠湖明珠旁边的混凝土搅拌站天天扬尘，居民没法开窗！
      m15 | P2 | east | b5 | 荷花池3栋加装电梯被一楼阻挠 | 荷花池3栋加装电梯，因一楼住户反对停工，希望街道出面协调。
      m16 | P2 | east | b6 | My passport is rejected online | The portal only accepts Chinese ID numbers and rejects my passport.
      m17 | P3 | east | c1 | 翠湖明珠搅拌站噪音扬尘何时能停 | 翠湖明珠旁边的混凝土搅拌站噪音和扬尘还是没有人管。
      m18 | P3 | west | c2 | 出租车拒载投诉 | 晚上在火车站打车，司机不打表要价八十。
      """;

  @TempDir private static Path folder;
  private static Letterbox whole;

  @BeforeAll
  static void searchAllPeriods() {
    whole = Letterbox.in(folder.resolve("whole"), "").deliver(MESSAGES, 1).run();
  }

  @Test
  void messagesAboutOneProblemAtOnePlaceHaveOneIssueInAllPeriods() {
    var plant = issueOf("m01");

    assertThat(whole.rows(Tables.ISSUE_MESSAGES, "issue_id = '%s'".formatted(plant), ID))
        .containsExactly("m01", "m02", "m11", "m12", "m13", "m14", "m17");
    // printf m01 | sha256sum | cut -c1-12
    assertThat(plant).isEqualTo("P1-3b6f803fccf2");
  }

  @Test
  void theSameLetterToAnotherUnitIsAnotherPlaceAndWhatNobodyJoinsIsBackground() {
    assertThat(whole.rows(Tables.ISSUE_MESSAGES, "issue_id IS NULL", ID))
        .containsExactly("m03", "m07", "m08", "m09", "m10", "m16", "m18");
  }

  @Test
  void backgroundBecomesPartOfAnIssueWhenOthersJoinItAndTheTableSaysWhen() {
    assertThat(
            whole.rows(
                Tables.ISSUE_MESSAGES,
                "issue_id = '%s'".formatted(issueOf("m15")),
                ID,
                PERIOD,
                ASSIGNED_IN))
        .containsExactly("m06 P1 P2", "m15 P2 P2");
  }

  @Test
  void voicesAreCountedAndNotMessages() {
    assertThat(
            whole.rows(
                Tables.ISSUES,
                "issue_id = '%s'".formatted(issueOf("m01")),
                PERIOD,
                SIZE,
                PREVIOUS_SIZE,
                VOICES,
                PREVIOUS_VOICES,
                FIRST_SEEN,
                TREND))
        .containsExactly("P1 2 - 2 - P1 new", "P2 4 2 3 2 P1 steady", "P3 1 4 1 3 P1 steady");
  }

  @Test
  void anIssueNobodyWritesOfIsGoneOnceAndThenLeftOut() {
    assertThat(
            whole.rows(
                Tables.ISSUES, "issue_id = '%s'".formatted(issueOf("m04")), PERIOD, SIZE, TREND))
        .containsExactly("P1 2 new", "P2 0 gone");
  }

  @Test
  void whatAnIssueIsAboutStandsInItsKeywords() {
    assertThat(
            whole.rows(
                Tables.ISSUES,
                "issue_id = '%s' AND period = 'P1'".formatted(issueOf("m01")),
                KEYWORDS))
        .singleElement()
        .asString()
        .contains("搅拌站");
  }

  @Test
  void aSecondRunOnUnchangedMessagesEmbedsNothingAndCommitsNothing() {
    var tables =
        List.of(
            Tables.EMBEDDINGS,
            Tables.ISSUES,
            Tables.ISSUE_MESSAGES,
            Tables.ISSUE_LINEAGE,
            Tables.ISSUE_PERIODS,
            Tables.THEMES);
    var before = tables.stream().map(whole::commits).toList();

    whole.run();

    assertThat(tables.stream().map(whole::commits)).isEqualTo(before);
    assertThat(whole.progress()).last().isEqualTo("issues: no message changed; nothing to do");
  }

  /** m11 comes after its period was searched: that one is searched anew, and those after it. */
  @Test
  void periodByPeriodWithALateMessageAndOnSevenPartitionsComesTheSame() {
    var stepwise =
        Letterbox.in(folder.resolve("stepwise"), "")
            .deliver(MESSAGES.replaceAll("m11.*\\n", ""), 7);

    stepwise.run("P1");
    stepwise.run("P2");
    stepwise.deliver(MESSAGES, 7).run();

    assertThat(stepwise.everything()).isEqualTo(whole.everything());
  }

  @Test
  void withoutMessagesThereIsNothingToSearch() {
    var empty = Letterbox.in(folder.resolve("empty"), "").run();

    assertThat(empty.progress()).containsExactly("issues: no messages were loaded; left out");
  }

  @Test
  void onlyIdenticalMessagesOfOnePersonAreNoIssue() {
    var same =
        IntStream.range(0, 20)
            .mapToObj("m%d | P1 | east | a | | 窗口排队太久，等了三个小时"::formatted)
            .collect(joining("\n"));

    var searched =
        Letterbox.in(folder.resolve("same"), "issues: {vectors: words}\n").deliver(same, 2).run();

    assertThat(searched.rows(Tables.ISSUES, "true", ISSUE_ID)).isEmpty();
    assertThat(searched.rows(Tables.ISSUE_MESSAGES, "issue_id IS NULL", ID)).hasSize(20);
  }

  private static String issueOf(String message) {
    return whole.rows(Tables.ISSUE_MESSAGES, "id = '%s'".formatted(message), ISSUE_ID).get(0);
  }
}
