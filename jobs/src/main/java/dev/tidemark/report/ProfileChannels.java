package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/** What a unit's channels say and offer. */
final class ProfileChannels {
  private ProfileChannels() {}

  static List<Block> of(Source source, List<Row> elements, List<Row> mobile) {
    var blocks = new ArrayList<Block>();
    var disagreeing =
        elements.stream()
            .filter(Gold.is(PERIOD, source.to()))
            .filter(row -> List.of("differing", "silent").contains(row.<String>getAs(OUTCOME)))
            .sorted(
                Comparator.comparing((Row row) -> row.<String>getAs(ITEM))
                    .thenComparing(row -> row.<String>getAs(ELEMENT)))
            .toList();
    if (!elements.isEmpty()) {
      var table =
          new ShownTable.Builder(
                  "guide-elements",
                  new Title("指南中各渠道不一致的要素", "Elements of guides on which channels disagree"),
                  Source.head(
                      "事项", "Item", "要素", "Element", "结果", "Outcome", "各渠道的说法", "What each says"),
                  "item",
                  "element",
                  "outcome",
                  "texts")
              .says(
                  Words.of(
                      "后一期有 %s 项不一致。",
                      "In the later period %s elements do not agree.", disagreeing.size()))
              .note(
                  Words.of(
                      "%s；%s。", "%s; %s.", source.names().period(source.to()), Source.counts()));
      for (var row : disagreeing) {
        var texts = ShownTexts.of(row.getJavaMap(row.fieldIndex(TEXTS)));
        table.row(
            List.of(
                Cell.text(Vocabulary.item(row.getAs(ITEM))),
                Cell.text(Vocabulary.of(row.getAs(ELEMENT))),
                Cell.text(Vocabulary.of(row.getAs(OUTCOME))),
                Cell.prose(Title.of(texts))),
            row.getAs(ITEM),
            row.getAs(ELEMENT),
            row.getAs(OUTCOME),
            texts);
      }
      blocks.add(table.build());
    }
    var known = mobile.stream().filter(row -> row.getAs(CHANNEL_MIX) != null).toList();
    if (!known.isEmpty()) {
      var table =
          new ShownTable.Builder(
                  "mobile",
                  new Title("移动渠道", "Mobile channels"),
                  Source.head("期次", "Period", "渠道", "Channels"),
                  "period",
                  "channels")
              .note(Words.of("%s。", "%s.", Source.counts()));
      for (var row : known) {
        table.row(
            List.of(
                Cell.text(source.names().period(row.getAs(PERIOD))),
                Cell.text(Vocabulary.phrase(row.getAs(CHANNEL_MIX)))),
            row.getAs(PERIOD),
            row.getAs(CHANNEL_MIX));
      }
      blocks.add(table.build());
    }
    return blocks;
  }
}
