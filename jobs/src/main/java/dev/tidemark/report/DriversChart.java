package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.table.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** How the level-1 nodes led the index from its earlier to its later level. */
final class DriversChart {
  private DriversChart() {}

  /**
   * Draws it, where the contributions are known.
   *
   * @param unit whose; 'all' for the mean of the units
   * @param overall the row of the root in {@code score_changes}; null if there is none
   */
  static Optional<Chart> of(Source source, String unit, Row overall) {
    var rows = Gold.only(source.gold().where(Tables.CHANGE_DRIVERS, UNIT, unit), NODE);
    var names = source.names();
    var whole = rows.get(names.root().id());
    if (whole == null || overall == null || overall.getAs(PUBLISHED_FROM) == null) {
      return Optional.empty();
    }
    var parts =
        names.nodes(1).stream()
            .filter(node -> node.depth() == 1 && rows.containsKey(node.id()))
            .map(
                node ->
                    new Waterfall.Part(node.id(), rows.get(node.id()).<Double>getAs(CONTRIBUTION)))
            .sorted(Comparator.comparing(part -> -part.change()))
            .toList();
    double start = overall.<Double>getAs(PUBLISHED_FROM);
    double change = whole.<Double>getAs(CONTRIBUTION);
    var steps = Waterfall.of(start, start + change, parts);
    var grid = Grid.of("node", "label_zh", "label_en", "change", "before", "after");
    grid.row(
        "from",
        names.period(source.from()).zh(),
        names.period(source.from()).en(),
        null,
        null,
        start);
    steps.forEach(
        step ->
            grid.row(
                step.label(),
                names.node(step.label()).zh(),
                names.node(step.label()).en(),
                step.change(),
                step.before(),
                step.after()));
    grid.row(
        "to",
        names.period(source.to()).zh(),
        names.period(source.to()).en(),
        null,
        null,
        start + change);
    return Optional.of(
        new Chart(
            "change-drivers",
            "waterfall",
            new Title("总指数变化由什么带动", "What drove the change of the index"),
            List.of(
                Words.of(
                    "总指数变化 %s 分，由一级指标合成：%s。",
                    "The index moved by %s points, the sum of level 1: %s.",
                    Rounding.signed(change),
                    Words.list(steps.stream().map(step -> told(names, step)).toList()))),
            source.note(
                Source.units(Gold.count(overall, N)),
                new Title(
                    "各项相加等于总变化；先相加后取整，两位小数",
                    "the parts sum to the whole; summed first, then rounded to two digits")),
            grid.build(),
            Map.of()));
  }

  private static Title told(Names names, Waterfall.Step step) {
    return Words.of("%s %s", "%s %s", names.node(step.label()), Rounding.signed(step.change()));
  }
}
