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

/**
 * Whether people got a reply in time: what became of every enquiry, and who does not keep the
 * floor.
 */
final class ServicesChapter {
  private static final List<String> OUTCOMES =
      List.of(WITHIN_FLOOR, LATE, UNANSWERED, UNDETERMINED);

  private final Source source;
  private final List<Row> levels;

  private ServicesChapter(Source source) {
    this.source = source;
    var order = source.names().periods();
    levels =
        source
            .gold()
            .ofAll(Tables.SERVICE_LEVELS)
            .filter(row -> row.getAs(FLOOR_WORKING_DAYS) != null)
            .filter(
                row ->
                    row.getAs(PERIOD).equals(source.from())
                        || row.getAs(PERIOD).equals(source.to()))
            .sorted(
                Comparator.comparing((Row row) -> row.<String>getAs(KIND))
                    .reversed()
                    .thenComparing(row -> order.indexOf(row.<String>getAs(PERIOD))))
            .toList();
  }

  static Chapter of(Source source) {
    var chapter = new ServicesChapter(source);
    var blocks = new ArrayList<Block>();
    if (!chapter.levels.isEmpty()) {
      blocks.add(chapter.outcomes());
      blocks.add(chapter.shares());
      blocks.addAll(new Trends(source).services());
      ShortfallTable.of(source).ifPresent(blocks::add);
    }
    return new Chapter("services", new Title("服务时限", "Service levels"), blocks);
  }

  private Title label(Row row) {
    return Words.of(
        "%s · %s",
        "%s · %s", Vocabulary.of(row.getAs(KIND)), source.names().period(row.getAs(PERIOD)));
  }

  private Chart outcomes() {
    var grid =
        Grid.of(
            "row",
            "row_zh",
            "row_en",
            "part",
            "part_zh",
            "part_en",
            "value",
            "n",
            "floor_working_days");
    var sentences = new ArrayList<Title>();
    for (var row : levels) {
      var label = label(row);
      for (var outcome : OUTCOMES) {
        var name = Vocabulary.of(outcome);
        grid.row(
            row.getAs(KIND) + "/" + row.getAs(PERIOD),
            label.zh(),
            label.en(),
            outcome,
            name.zh(),
            name.en(),
            row.getAs(outcome),
            row.getAs(N),
            row.getAs(FLOOR_WORKING_DAYS));
      }
      if (row.getAs(PERIOD).equals(source.to())) {
        sentences.add(
            Words.of(
                "%s：%s 件中按时答复 %s 件，超时 %s 件，未答复 %s 件，尚不能判定 %s 件；时限 %s 个工作日。",
                "%s: of %s, %s in time, %s late, %s not answered, %s undetermined; the floor is %s working days.",
                label,
                Rounding.count(row.<Number>getAs(N)),
                Rounding.count(row.<Number>getAs(WITHIN_FLOOR)),
                Rounding.count(row.<Number>getAs(LATE)),
                Rounding.count(row.<Number>getAs(UNANSWERED)),
                Rounding.count(row.<Number>getAs(UNDETERMINED)),
                row.getAs(FLOOR_WORKING_DAYS)));
      }
    }
    return new Chart(
        "service-outcomes",
        "stack",
        new Title("每件咨询投诉的结果", "What became of every enquiry"),
        sentences,
        source.note(
            new Title("n 为发出的件数，标于各行", "n: enquiries sent, at each line"),
            new Title(
                "计数未取整；“尚不能判定”指观测结束时时限未到，既不算达标也不算违约",
                "counts, not rounded; undetermined: the floor was still running when the observation ended, so neither kept nor missed")),
        grid.build(),
        Map.of(
            "colours",
            Map.of(
                WITHIN_FLOOR, "good", LATE, "bad", UNANSWERED, "worst", UNDETERMINED, "unknown")));
  }

  private Chart shares() {
    var grid =
        Grid.of(
            "row",
            "label_zh",
            "label_en",
            "depth",
            "value",
            "low",
            "high",
            "verdict",
            "n",
            "period");
    for (var row : levels) {
      var label = label(row);
      grid.row(
          row.getAs(KIND) + "/" + row.getAs(PERIOD),
          label.zh(),
          label.en(),
          1,
          row.getAs(WITHIN_SHARE),
          row.getAs(WITHIN_LOW),
          row.getAs(WITHIN_HIGH),
          null,
          row.getAs(N_DUE),
          row.getAs(PERIOD).equals(source.to()) ? "to" : "from");
    }
    var sentences =
        source
            .gold()
            .ofAll(Tables.SERVICE_CHANGES)
            .filter(Gold.is(MEASURE, WITHIN_FLOOR))
            .map(
                row ->
                    Words.of(
                        "%s按时答复率变化 %s 个百分点（%s 个可比对象，校正后 p = %s）：%s。",
                        "Share of %s answered in time: %s percentage points (%s units in both, p adjusted %s): %s.",
                        Vocabulary.of(row.getAs(KIND)),
                        Rounding.percentagePoints(row.getAs(CHANGE)),
                        row.getAs(N),
                        Rounding.p(row.getAs(P_ADJUSTED)),
                        Vocabulary.of(row.getAs(VERDICT))))
            .toList();
    return new Chart(
        "service-shares",
        "intervals",
        new Title("到期件中按时答复的比例", "Share answered in time, of those due"),
        sentences,
        source.note(
            new Title("n 为时限已到期的件数", "n: enquiries whose floor has ended"),
            Words.of(
                "横线为 %s 置信区间（Wilson）；%s",
                "lines are %s confidence intervals (Wilson); %s",
                source.level(),
                Source.oneDigit())),
        grid.build(),
        Map.of(
            "format",
            "percent",
            "axis_zh",
            "按时答复率",
            "axis_en",
            "answered in time",
            "min",
            0,
            "max",
            1));
  }
}
