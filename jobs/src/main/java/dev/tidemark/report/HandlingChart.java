package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import dev.tidemark.table.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which change of handling saved visits, and which cost some. */
final class HandlingChart {
  private static final int HANDLINGS = 10;

  private HandlingChart() {}

  /** Draws it; nothing, if nothing changed. */
  static List<Block> of(Source source) {
    record Way(String stage, String how) {}
    var sums =
        source.gold().of(Tables.VISIT_DRIVERS).stream()
            .filter(row -> row.getAs(CHANGE) != null && row.<Double>getAs(CHANGE) != 0)
            .collect(
                Collectors.groupingBy(
                    row -> new Way(row.getAs(STAGE), row.getAs(HOW)),
                    Collectors.summarizingDouble(row -> row.<Double>getAs(CHANGE))));
    if (sums.isEmpty()) {
      return List.of();
    }
    var ordered =
        sums.entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<Way, ?> way) -> -Math.abs(sums.get(way.getKey()).getSum()))
                    .thenComparing(way -> way.getKey().toString()))
            .toList();
    var grid = Grid.of("stage", "how", "label_zh", "label_en", "value", "units");
    for (var way : ordered.stream().limit(HANDLINGS).toList()) {
      var stage = source.names().stage(way.getKey().stage());
      var how = Vocabulary.phrase(way.getKey().how());
      grid.row(
          way.getKey().stage(),
          way.getKey().how(),
          stage.zh() + "：" + how.zh(),
          stage.en() + ": " + how.en(),
          way.getValue().getSum(),
          way.getValue().getCount());
    }
    var first = ordered.get(0);
    return List.of(
        new Chart(
            "visits-drivers",
            "bars",
            new Title("跑动次数因办理方式的何种变化而增减", "Which change of handling saved or cost visits"),
            List.of(
                Words.of(
                    "影响最大的是%s（%s）：%s 次，涉及 %s 个对象。",
                    "Most came of %s (%s): %s visits in %s units.",
                    source.names().stage(first.getKey().stage()),
                    Vocabulary.phrase(first.getKey().how()),
                    Rounding.signed(first.getValue().getSum(), 0),
                    first.getValue().getCount())),
            source.note(
                Words.of(
                    "n = %s 个对象",
                    "n = %s units", Gold.by(source.gold().of(Tables.VISIT_DRIVERS), UNIT).size()),
                Words.of(
                    "合计次数，未作取整；最多列 %s 项", "visits, not rounded; at most %s are drawn", HANDLINGS)),
            grid.build(),
            Map.of(
                "format",
                "signed0",
                "good",
                "less",
                "axis_zh",
                "跑动次数变化",
                "axis_en",
                "change of visits")));
  }
}
