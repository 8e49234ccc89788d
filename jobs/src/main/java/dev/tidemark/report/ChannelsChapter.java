package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Whether guides say the same on every channel, and which mobile channels units offer. */
final class ChannelsChapter {
  private static final int ELEMENTS_DRAWN = 20;

  private final Source source;

  private ChannelsChapter(Source source) {
    this.source = source;
  }

  static Chapter of(Source source) {
    var chapter = new ChannelsChapter(source);
    var blocks = new ArrayList<Block>();
    chapter.elements(blocks);
    chapter.mixes(blocks);
    chapter.features(blocks);
    return new Chapter("channels", new Title("渠道", "Channels"), blocks);
  }

  private void elements(List<Block> blocks) {
    var rows =
        source
            .gold()
            .ofAll(Tables.ELEMENT_CONSISTENCY)
            .filter(Gold.is(PERIOD, source.to()))
            .filter(row -> row.getAs(RANK) != null)
            .sorted(
                Comparator.comparing((Row row) -> row.<Integer>getAs(RANK))
                    .thenComparing(row -> row.<String>getAs(ELEMENT)))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    var grid = Grid.of("row", "row_zh", "row_en", "part", "part_zh", "part_en", "value", "n");
    for (var row : rows.stream().limit(ELEMENTS_DRAWN).toList()) {
      var name = Vocabulary.of(row.getAs(ELEMENT));
      for (var outcome : List.of(CONSISTENT, SILENT, DIFFERING)) {
        var part = Vocabulary.of(outcome);
        grid.row(
            row.getAs(ITEM) + "/" + row.getAs(ELEMENT),
            name.zh(),
            name.en(),
            outcome,
            part.zh(),
            part.en(),
            row.getAs(outcome + "_units"),
            row.getAs(N_UNITS));
      }
    }
    var worst = rows.get(0);
    var sentences = new ArrayList<Title>();
    var summary = Gold.only(source.gold().ofAll(Tables.CONSISTENCY_SUMMARY), PERIOD);
    if (summary.containsKey(source.from()) && summary.containsKey(source.to())) {
      var from = summary.get(source.from());
      var to = summary.get(source.to());
      sentences.add(
          Words.of(
              "指南要素的平均一致率由 %s 变为 %s；完全一致的对象由 %s 个变为 %s 个（各期可判定 %s、%s 个）。",
              "On average %s, then %s of a guide's elements agree; fully consistent are %s, then %s units (of %s and %s).",
              Rounding.percent(from.getAs(MEAN_SHARE)),
              Rounding.percent(to.getAs(MEAN_SHARE)),
              from.getAs(FULLY_CONSISTENT_UNITS),
              to.getAs(FULLY_CONSISTENT_UNITS),
              from.getAs(JUDGED_UNITS),
              to.getAs(JUDGED_UNITS)));
    }
    sentences.add(
        Words.of(
            "后一期不一致最多的要素是%s：%s 个对象。",
            "Differing most often in the later period: %s, in %s units.",
            Vocabulary.of(worst.getAs(ELEMENT)),
            worst.getAs(DIFFERING_UNITS)));
    blocks.add(
        new Chart(
            "guide-elements",
            "stack",
            new Title("指南各要素在各渠道是否一致", "Do guides agree across channels, element by element"),
            sentences,
            Words.of(
                "n = %s 个对象；%s；计数未取整，%s。",
                "n = %s units; %s; counts, not rounded; %s.",
                worst.getAs(N_UNITS),
                source.names().period(source.to()),
                Source.oneDigit()),
            grid.build(),
            Map.of("colours", Map.of(CONSISTENT, "good", SILENT, "unknown", DIFFERING, "bad"))));
  }

  private void mixes(List<Block> blocks) {
    var rows = latest(source.gold().of(Tables.MOBILE_SUMMARY));
    if (rows.isEmpty()) {
      return;
    }
    var ordered =
        rows.stream()
            .sorted(
                Comparator.comparing((Row row) -> -row.<Long>getAs(N_UNITS))
                    .thenComparing(row -> row.<String>getAs(CHANNEL_MIX)))
            .toList();
    var grid = Grid.of("mix", "label_zh", "label_en", "value", "share", "known_units");
    for (var row : ordered) {
      var name = Vocabulary.phrase(row.getAs(CHANNEL_MIX));
      grid.row(
          row.getAs(CHANNEL_MIX),
          name.zh(),
          name.en(),
          row.getAs(N_UNITS),
          row.getAs(SHARE),
          row.getAs(KNOWN_UNITS));
    }
    var first = ordered.get(0);
    var period = first.<String>getAs(PERIOD);
    var atLeast =
        Gold.only(
            latest(source.gold().ofAll(Tables.MOBILE_COVERAGE).toList()).stream()
                .filter(Gold.is(ASPECT, "at_least")),
            NAME);
    var sentences = new ArrayList<Title>();
    if (atLeast.containsKey("1") && atLeast.containsKey("2")) {
      sentences.add(
          Words.of(
              "%s 个对象中 %s 个有移动渠道，%s 个有两种以上。",
              "Of %s units %s have a mobile channel, and %s have two kinds or more.",
              atLeast.get("1").getAs(KNOWN_UNITS),
              atLeast.get("1").getAs(N_UNITS),
              atLeast.get("2").getAs(N_UNITS)));
    }
    sentences.add(
        Words.of(
            "最常见的组合：%s（%s 个，%s）。",
            "The most frequent mix: %s (%s units, %s).",
            Vocabulary.phrase(first.getAs(CHANNEL_MIX)),
            first.getAs(N_UNITS),
            Rounding.percent(first.getAs(SHARE))));
    blocks.add(
        new Chart(
            "mobile-mixes",
            "bars",
            new Title("移动渠道组合", "Mixes of mobile channels"),
            sentences,
            Words.of(
                "n = %s 个对象；%s；计数未取整，%s。",
                "n = %s units; %s; counts, not rounded; %s.",
                first.getAs(KNOWN_UNITS),
                source.names().period(period),
                Source.oneDigit()),
            grid.build(),
            Map.of("format", "count", "axis_zh", "对象数", "axis_en", "units")));
  }

  private void features(List<Block> blocks) {
    var rows =
        latest(source.gold().ofAll(Tables.MOBILE_COVERAGE).toList()).stream()
            .filter(row -> !"at_least".equals(row.getAs(ASPECT)))
            .sorted(Comparator.comparing((Row row) -> -row.<Double>getAs(SHARE)))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    var grid = Grid.of("aspect", "name", "label_zh", "label_en", "value", "n_units", "known_units");
    for (var row : rows) {
      var name = Vocabulary.of(row.getAs(NAME));
      grid.row(
          row.getAs(ASPECT),
          row.getAs(NAME),
          name.zh(),
          name.en(),
          row.getAs(SHARE),
          row.getAs(N_UNITS),
          row.getAs(KNOWN_UNITS));
    }
    blocks.add(
        new Chart(
            "mobile-coverage",
            "bars",
            new Title("各类移动渠道与功能的覆盖率", "Share of units with each channel and feature"),
            List.of(
                Words.of(
                    "覆盖最广的是%s：%s（%s / %s）。",
                    "Most widespread: %s, %s (%s of %s).",
                    Vocabulary.of(rows.get(0).getAs(NAME)),
                    Rounding.percent(rows.get(0).getAs(SHARE)),
                    rows.get(0).getAs(N_UNITS),
                    rows.get(0).getAs(KNOWN_UNITS))),
            Words.of(
                "n 为情况已知的对象数，见数据；%s；%s。",
                "n: units of which it is known, in the data; %s; %s.",
                source.names().period(rows.get(0).getAs(PERIOD)),
                Source.oneDigit()),
            grid.build(),
            Map.of("format", "percent", "axis_zh", "覆盖率", "axis_en", "share of units")));
  }

  /** Rows of the later period; of the earlier one, if the later was not observed. */
  private List<Row> latest(List<Row> rows) {
    var later = rows.stream().filter(Gold.is(PERIOD, source.to())).toList();
    return later.isEmpty() ? rows.stream().filter(Gold.is(PERIOD, source.from())).toList() : later;
  }
}
