package dev.tidemark.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.BottleneckRules;
import dev.tidemark.framework.IssueIdentity;
import dev.tidemark.framework.IssueLinking;
import dev.tidemark.framework.IssueRules;
import dev.tidemark.framework.IssueScores;
import dev.tidemark.framework.IssueTerm;
import dev.tidemark.framework.IssueThemes;
import dev.tidemark.text.embed.ModelVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code texts/events.tsv} was written for development: 31 events of two to five messages each in
 * many wordings, and 42 messages about nothing of the kind, half of them about the same place with
 * another problem or the same problem at another place.
 */
class IssueClustersTest {
  private record Labelled(String event, IssueText text) {}

  @Test
  void messagesOfAnEventFindEachOtherAndHardlyAnyOthers() throws IOException {
    var labelled = labelled();
    var groups = IssueClusters.of(texts(labelled), IssueRules.DEFAULT, 0);

    var bCubed = BCubed.of(labelled.stream().map(Labelled::event).toList(), groups);

    assertThat(bCubed.precision()).isGreaterThan(0.88);
    assertThat(bCubed.recall()).isGreaterThan(0.94);
  }

  @Test
  void theSameProblemInTwoUnitsIsTwoIssues() {
    var groups = groups(text("1", "east", "公章刻制要等十天"), text("2", "west", "公章刻制要等十天"));

    assertThat(groups).containsExactly(List.of(0), List.of(1));
  }

  @Test
  void unlessBothNameOnePlaceOfTheDictionary() {
    var rules =
        rules(
            new IssueTerm("一网通", IssueTerm.Kind.PLACE, "一网通"),
            new IssueTerm("网上大厅", IssueTerm.Kind.PLACE, "一网通"));
    var texts = List.of(text("1", "east", "一网通打不开，一直白屏"), text("2", "west", "网上大厅打不开，一直白屏"));

    assertThat(IssueClusters.of(texts, rules, 0)).containsExactly(List.of(0, 1));
  }

  @Test
  void theSameProblemInTwoDistrictsIsTwoIssues() {
    var groups = groups(text("1", "u", "芙蓉区自来水发黄有异味"), text("2", "u", "岳麓区自来水发黄有异味"));

    assertThat(groups).containsExactly(List.of(0), List.of(1));
  }

  @Test
  void textsThatSayNothingAreLikeNothing() {
    var groups =
        groups(text("1", "u", ""), text("2", "u", "……！！"), text("3", "u", ""), text("4", "u", "。"));

    assertThat(groups).hasSize(4);
    assertThat(groups()).isEmpty();
  }

  @Test
  void identicalAndVeryLongAndStrangeTextsAreGrouped() {
    var same = IntStream.range(0, 30).mapToObj(i -> text("s" + i, "u", "路灯坏了没人修"));
    var strange =
        Stream.of(
            text("l", "u", "排队太久".repeat(5_000)),
            text("e", "u", "👍👍👍"),
            text("r", "u", "𠮷野家𡃁的𪚥字认不得"),
            text("n", "u", "The portal rejects my passport"));

    var groups = groups(Stream.concat(same, strange).toArray(IssueText[]::new));

    assertThat(groups.get(0)).hasSize(30);
    assertThat(groups).hasSize(5);
  }

  /** 600 texts that are all alike are more than average linkage is let at. */
  @Test
  void aComponentTooLargeIsTakenApartByHigherProbabilitiesOrKept() {
    var many =
        IntStream.range(0, 600)
            .mapToObj(i -> new IssueText("m" + i, "u", "", "", "", "路灯", new float[4], unit()))
            .toList();

    assertThat(IssueClusters.of(many, IssueRules.DEFAULT, 0)).hasSize(1);
  }

  private static float[] unit() {
    return new float[] {1, 0, 0, 0};
  }

  private static List<List<Integer>> groups(IssueText... texts) {
    return IssueClusters.of(List.of(texts), IssueRules.DEFAULT, 0);
  }

  private static IssueRules rules(IssueTerm... terms) {
    return new IssueRules(
        IssueRules.TextVectors.MODEL,
        List.of(terms),
        IssueLinking.DEFAULT,
        IssueIdentity.DEFAULT,
        IssueThemes.DEFAULT,
        BottleneckRules.DEFAULT,
        IssueScores.DEFAULT,
        Optional.empty());
  }

  private static IssueText text(String id, String unit, String text) {
    return new IssueText(id, unit, "", "", "", text, new float[512], ModelVectors.of(text));
  }

  private static List<IssueText> texts(List<Labelled> labelled) {
    return labelled.stream().map(Labelled::text).toList();
  }

  private static List<Labelled> labelled() throws IOException {
    var labelled = new ArrayList<Labelled>();
    for (var line : Files.readAllLines(Path.of("src/test/resources/texts/events.tsv"))) {
      var cells = line.split("\t", -1);
      var title = cells[2];
      var whole = title.isEmpty() ? cells[3] : title + " " + cells[3];
      var id = "m" + labelled.size();
      labelled.add(
          new Labelled(
              cells[0].equals("-") ? id : cells[0],
              new IssueText(
                  id,
                  cells[1],
                  "",
                  "",
                  title,
                  whole,
                  ModelVectors.of(title),
                  ModelVectors.of(whole))));
    }
    return labelled;
  }
}
