package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often one must go to an office: how many units at most once, which stages, what changed it.
 */
final class VisitsChapter {
  private final Source source;

  private VisitsChapter(Source source) {
    this.source = source;
  }

  static Chapter of(Source source) {
    var chapter = new VisitsChapter(source);
    var blocks =
        source.gold().has(Tables.UNIT_VISITS)
            ? Stream.of(
                    chapter.distribution(),
                    new Trends(source).visits(),
                    HandlingChart.of(source),
                    chapter.stages(),
                    chapter.units())
                .flatMap(List::stream)
                .toList()
            : List.<Block>of();
    return new Chapter("visits", new Title("跑动次数", "Visits to an office"), blocks);
  }

  private List<Block> distribution() {
    var counts = new TreeMap<Long, long[]>();
    for (var row : source.gold().of(Tables.UNIT_VISITS)) {
      Long total = row.getAs(TOTAL_VISITS);
      var period = row.<String>getAs(PERIOD);
      if (total != null && (period.equals(source.from()) || period.equals(source.to()))) {
        counts.computeIfAbsent(total, n -> new long[2])[period.equals(source.to()) ? 1 : 0]++;
      }
    }
    if (counts.isEmpty()) {
      return List.of();
    }
    var grid = Grid.of("label", "from", "to");
    for (long n = 0; n <= counts.lastKey(); n++) {
      var units = counts.getOrDefault(n, new long[2]);
      grid.row(String.valueOf(n), units[0], units[1]);
    }
    var sentences = new ArrayList<Title>();
    source
        .changes(Tables.VISIT_CHANGES, "all")
        .findFirst()
        .ifPresent(
            row -> {
              sentences.add(
                  Words.of(
                      "平均跑动次数由 %s 次变为 %s 次（%s，%s 区间 %s，p = %s）。",
                      "Mean visits went from %s to %s (%s, %s interval %s, p = %s).",
                      Rounding.points(row.getAs(MEAN_FROM)),
                      Rounding.points(row.getAs(MEAN_TO)),
                      Rounding.signed(Gold.number(row, CHANGE)),
                      source.level(),
                      Rounding.interval(Gold.number(row, CI_LOW), Gold.number(row, CI_HIGH)),
                      Rounding.p(Gold.number(row, P_VALUE))));
              sentences.add(
                  Words.of(
                      "“最多跑一次”的对象由 %s 个变为 %s 个（共 %s 个）：新达到 %s 个，退出 %s 个，p = %s。",
                      "Units at most once went from %s to %s of %s: %s reached it, %s lost it, p = %s.",
                      row.getAs(AT_MOST_ONCE_FROM),
                      row.getAs(AT_MOST_ONCE_TO),
                      row.getAs(THRESHOLD_UNITS),
                      row.getAs(REACHED_UNITS),
                      row.getAs(LOST_UNITS),
                      Rounding.p(Gold.number(row, P_AT_MOST_ONCE))));
            });
    return List.of(
        new Chart(
            "visits-units",
            "columns",
            new Title("各对象总跑动次数的分布", "Units by the visits they need"),
            sentences,
            source.note(
                Source.units(counts.values().stream().mapToLong(pair -> pair[1]).sum()),
                new Title(
                    "对象数为计数；均值四舍五入至两位小数；有环节未观测的对象不计",
                    "counts of units; means rounded half-up to two digits; units with a stage not observed are left out")),
            grid.build(),
            Map.of("axis_zh", "跑动次数", "axis_en", "visits", "unit_zh", "对象数", "unit_en", "units")));
  }

  private List<Block> stages() {
    var rows = source.gold().ofAll(Tables.VISIT_STAGES).toList();
    var from = Gold.only(rows.stream().filter(Gold.is(PERIOD, source.from())), STAGE);
    var to = Gold.only(rows.stream().filter(Gold.is(PERIOD, source.to())), STAGE);
    if (to.isEmpty()) {
      return List.of();
    }
    var grid =
        Grid.of("stage", "label_zh", "label_en", "from", "to", "total_from", "total_to", "n");
    for (var stage : source.names().stages()) {
      var title = source.names().stage(stage);
      grid.row(
          stage,
          title.zh(),
          title.en(),
          Gold.number(from.get(stage), MEAN_VISITS),
          Gold.number(to.get(stage), MEAN_VISITS),
          Gold.number(from.get(stage), TOTAL_VISITS),
          Gold.number(to.get(stage), TOTAL_VISITS),
          Gold.number(to.get(stage), N_UNITS));
    }
    var most =
        to.values().stream().max(Comparator.comparing(row -> row.<Double>getAs(MEAN_VISITS))).get();
    return List.of(
        new Chart(
            "visits-stages",
            "pairs",
            new Title("各环节平均跑动次数：前 → 后", "Mean visits of each stage, before → after"),
            List.of(
                Words.of(
                    "后一期跑动最多的环节是%s：合计 %s 次，占全部的 %s。",
                    "Most visits in the later period: %s, %s in all, %s of those of every stage.",
                    source.names().stage(most.getAs(STAGE)),
                    Rounding.count(most.<Long>getAs(TOTAL_VISITS)),
                    Rounding.percent(most.getAs(SHARE)))),
            source.note(Source.units(Gold.count(most, N_UNITS)), Source.twoDigits()),
            grid.build(),
            Map.of("format", "points", "axis_zh", "平均次数", "axis_en", "mean visits", "zero", true)));
  }

  /** Stage by stage; of many units those that changed most. */
  private List<Block> units() {
    var byUnit = Gold.by(source.gold().of(Tables.VISIT_DRIVERS), UNIT);
    if (byUnit.isEmpty()) {
      return List.of();
    }
    var totals =
        byUnit.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    unit ->
                        unit.getValue().stream()
                            .filter(row -> row.getAs(CHANGE) != null)
                            .mapToDouble(row -> row.<Double>getAs(CHANGE))
                            .sum()));
    var ordered =
        byUnit.keySet().stream()
            .sorted(Comparator.comparing((String unit) -> totals.get(unit)).thenComparing(u -> u))
            .toList();
    var drawn =
        ordered.size() <= UnitsChapter.DRAWN
            ? ordered
            : Stream.concat(
                    ordered.stream().limit(UnitsChapter.DRAWN / 2),
                    ordered.stream().skip(ordered.size() - UnitsChapter.DRAWN / 2L))
                .toList();
    var grid =
        Grid.of(
            "unit", "row_zh", "row_en", "stage", "column_zh", "column_en", "from", "to", "value");
    for (var unit : drawn) {
      var name = source.names().unit(unit);
      for (var row : byUnit.get(unit)) {
        var stage = source.names().stage(row.getAs(STAGE));
        grid.row(
            unit,
            name.zh(),
            name.en(),
            row.getAs(STAGE),
            stage.zh(),
            stage.en(),
            row.getAs(FROM_VISITS),
            row.getAs(TO_VISITS),
            row.getAs(CHANGE));
      }
    }
    long saved = totals.values().stream().filter(change -> change < 0).count();
    long more = totals.values().stream().filter(change -> change > 0).count();
    return List.of(
        new Chart(
            "visits-matrix",
            "matrix",
            new Title("各对象各环节跑动次数：前 → 后", "Visits by unit and stage, before → after"),
            List.of(
                Words.of(
                    "%s 个对象跑动减少，%s 个增加，%s 个不变。",
                    "%s units need fewer visits, %s more, %s as many as before.",
                    saved,
                    more,
                    totals.size() - saved - more)),
            Words.join(
                source.note(Source.units(totals.size()), Source.counts()),
                drawn.size() == ordered.size()
                    ? Words.NOTHING
                    : Words.of(
                        "仅绘出变化最大的 %s 个。", "Drawn are the %s that changed most.", drawn.size())),
            grid.build(),
            Map.of("good", "less", "columns", source.names().stages())));
  }
}
