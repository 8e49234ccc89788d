package dev.tidemark.cli;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.Composite;
import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.Unit;
import dev.tidemark.table.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which changes from the first period to the last are real, what made them, what to do first. */
final class ChangesHeadline {
  private static final int FALLS = 3;

  private final Brief brief;
  private final Map<String, Indicator> nodes;

  private ChangesHeadline(Brief brief) {
    this.brief = brief;
    nodes =
        brief.framework().nodes().stream()
            .collect(Collectors.toMap(Indicator::id, Function.identity()));
  }

  static void print(Brief brief) {
    var headline = new ChangesHeadline(brief);
    headline.printLevel1();
    headline.printFalls();
    headline.printDrivers();
    headline.printPriorities();
  }

  private void printLevel1() {
    var rows =
        pair(brief.lake().read(Tables.SCORE_CHANGES))
            .where(col(SCOPE).equalTo(Period.ALL).and(col(NODE).isin(level1().toArray())))
            .collectAsList();
    var table =
        new TextTable()
            .row(
                "Changes 变化, " + brief.span(),
                "change",
                level() + " interval",
                "p adj.",
                "dz",
                "verdict",
                "published");
    for (var row : inOrder(rows, level1())) {
      var node = row.<String>getAs(NODE);
      table.row(
          "  " + title(node),
          Figures.signed(row, CHANGE),
          Figures.interval(row),
          Figures.p(row, P_ADJUSTED),
          Figures.signed(row, EFFECT_DZ),
          row.<String>getAs(VERDICT),
          brief.published().show("change", brief.span(), node));
    }
    table.print(brief.out());
    brief.out().println("  verdict 结论: improved 提升, declined 下降, unchanged 未变, inconclusive 不能判定");
    brief.out().println("  dz: change in standard deviations of the cities' changes 变化的标准差倍数");
    brief.out().println();
  }

  private void printFalls() {
    var rows =
        pair(brief.lake().read(Tables.SCORE_CHANGES))
            .where(col(SCOPE).equalTo(UNIT).and(col(NODE).equalTo(brief.framework().index().id())))
            .where(col(CHANGE).lt(0))
            .orderBy(CHANGE, SCOPE_ID)
            .limit(FALLS)
            .collectAsList();
    if (rows.isEmpty()) {
      return;
    }
    var titles =
        brief.framework().units().stream().collect(Collectors.toMap(Unit::id, Unit::title));
    var table =
        new TextTable()
            .row(
                "Largest falls 降幅最大",
                "change",
                level() + " interval",
                "p",
                "p adj.",
                "verdict",
                "published");
    for (var row : rows) {
      var unit = row.<String>getAs(SCOPE_ID);
      table.row(
          "  " + Headline.both(titles.get(unit)),
          Figures.signed(row, CHANGE),
          Figures.interval(row),
          Figures.p(row, P_PERMUTATION),
          Figures.p(row, P_ADJUSTED),
          row.<String>getAs(VERDICT),
          brief
              .published()
              .find("clear decline", brief.span(), unit)
              .map(yes -> "clear decline")
              .orElse("–"));
    }
    table.print(brief.out());
    brief
        .out()
        .printf(
            "  A city is tested over its own %d leaves, %d cities at once: such falls can be chance.%n%n",
            brief.framework().leaves().size(), brief.framework().units().size());
  }

  private void printDrivers() {
    var rows =
        pair(brief.lake().read(Tables.CHANGE_DRIVERS))
            .where(col(UNIT).equalTo(Period.ALL).and(col(NODE).isin(level1().toArray())))
            .orderBy(col(CONTRIBUTION).desc())
            .collectAsList();
    var root = brief.framework().index().id();
    var table = new TextTable().row("What drove the change 变化来源", "points of the index");
    Comparator<Row> rootLast =
        Comparator.comparing((Row row) -> root.equals(row.<String>getAs(NODE)));
    for (var row : rows.stream().sorted(rootLast).toList()) {
      var node = row.<String>getAs(NODE);
      var name = title(node);
      table.row("  " + (node.equals(root) ? "= " + name : name), Figures.signed(row, CONTRIBUTION));
    }
    table.print(brief.out());
    brief.out().println();
  }

  private void printPriorities() {
    var level2 =
        brief.framework().index().children().stream()
            .flatMap(node -> node instanceof Composite parent ? parent.children().stream() : null)
            .map(Indicator::id)
            .toList();
    var rows =
        pair(brief.lake().read(Tables.PRIORITIES))
            .where(col(NODE).isin(level2.toArray()))
            .collectAsList();
    var table =
        new TextTable().row("Priorities 优先顺序", "", "level", "change", "weight", "moves with");
    for (var quadrant : Quadrant.values()) {
      rows.stream()
          .filter(row -> row.getAs(QUADRANT).equals(quadrant.stored))
          .sorted(Comparator.comparing((Row row) -> -row.<Double>getAs(IMPORTANCE)))
          .forEach(
              row ->
                  table.row(
                      "  " + quadrant.shown,
                      title(row.getAs(NODE)),
                      Figures.round(row, LEVEL),
                      Figures.signed(row, CHANGE),
                      Figures.percent(row, IMPORTANCE),
                      Figures.round(row, IMPORTANCE_DERIVED)));
    }
    table.print(brief.out());
    brief
        .out()
        .println("  moves with: rank correlation with the whole index over the cities 与总指数的秩相关");
    brief.out().println();
  }

  /** The quadrants in the order to act on. */
  private enum Quadrant {
    URGENT("urgent", "urgent 急改"),
    IMPROVE("improve", "improve 改进"),
    WATCH("watch", "watch 关注"),
    KEEP("keep", "keep 保持");

    private final String stored;
    private final String shown;

    Quadrant(String stored, String shown) {
      this.stored = stored;
      this.shown = shown;
    }
  }

  private Dataset<Row> pair(Dataset<Row> rows) {
    return rows.where(
        col(PERIOD_FROM).equalTo(brief.first()).and(col(PERIOD_TO).equalTo(brief.last())));
  }

  /** The root and its children. */
  private List<String> level1() {
    return Stream.concat(
            Stream.of(brief.framework().index()), brief.framework().index().children().stream())
        .map(Indicator::id)
        .toList();
  }

  private static List<Row> inOrder(List<Row> rows, List<String> order) {
    return rows.stream()
        .sorted(Comparator.comparing((Row row) -> order.indexOf(row.<String>getAs(NODE))))
        .toList();
  }

  private String title(String node) {
    return Headline.both(nodes.get(node).title());
  }

  private String level() {
    return Math.round(100 * (1 - brief.framework().comparison().alpha())) + " %";
  }
}
