package dev.tidemark.cli;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.Composite;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.Unit;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.io.PrintWriter;
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

  private final EvaluationFramework framework;
  private final DeltaLake lake;
  private final PublishedFigures published;
  private final PrintWriter out;
  private final String from;
  private final String to;
  private final Map<String, Indicator> nodes;

  private ChangesHeadline(
      EvaluationFramework framework, DeltaLake lake, PublishedFigures published, PrintWriter out) {
    this.framework = framework;
    this.lake = lake;
    this.published = published;
    this.out = out;
    from = framework.periods().get(0).id();
    to = framework.periods().get(framework.periods().size() - 1).id();
    nodes =
        framework.nodes().stream().collect(Collectors.toMap(Indicator::id, Function.identity()));
  }

  static void print(
      EvaluationFramework framework, DeltaLake lake, PublishedFigures published, PrintWriter out) {
    var headline = new ChangesHeadline(framework, lake, published, out);
    headline.printLevel1();
    headline.printFalls();
    headline.printDrivers();
    headline.printPriorities();
  }

  private void printLevel1() {
    var rows =
        pair(lake.read(Tables.SCORE_CHANGES))
            .where(col(SCOPE).equalTo(Period.ALL).and(col(NODE).isin(level1().toArray())))
            .collectAsList();
    var table =
        new TextTable()
            .row(
                "Changes 变化, " + span(),
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
          published.show("change", span(), node));
    }
    table.print(out);
    out.println("  verdict 结论: improved 提升, declined 下降, unchanged 未变, inconclusive 不能判定");
    out.println("  dz: change in standard deviations of the cities' changes 变化的标准差倍数");
    out.println();
  }

  private void printFalls() {
    var rows =
        pair(lake.read(Tables.SCORE_CHANGES))
            .where(col(SCOPE).equalTo(UNIT).and(col(NODE).equalTo(framework.index().id())))
            .where(col(CHANGE).lt(0))
            .orderBy(CHANGE, SCOPE_ID)
            .limit(FALLS)
            .collectAsList();
    if (rows.isEmpty()) {
      return;
    }
    var titles = framework.units().stream().collect(Collectors.toMap(Unit::id, Unit::title));
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
          published.find("clear decline", span(), unit).map(yes -> "clear decline").orElse("–"));
    }
    table.print(out);
    out.printf(
        "  A city is tested over its own %d leaves, %d cities at once: such falls can be chance.%n%n",
        framework.leaves().size(), framework.units().size());
  }

  private void printDrivers() {
    var rows =
        pair(lake.read(Tables.CHANGE_DRIVERS))
            .where(col(UNIT).equalTo(Period.ALL).and(col(NODE).isin(level1().toArray())))
            .orderBy(col(CONTRIBUTION).desc())
            .collectAsList();
    var root = framework.index().id();
    var table = new TextTable().row("What drove the change 变化来源", "points of the index");
    Comparator<Row> rootLast =
        Comparator.comparing((Row row) -> root.equals(row.<String>getAs(NODE)));
    for (var row : rows.stream().sorted(rootLast).toList()) {
      var node = row.<String>getAs(NODE);
      var name = title(node);
      table.row("  " + (node.equals(root) ? "= " + name : name), Figures.signed(row, CONTRIBUTION));
    }
    table.print(out);
    out.println();
  }

  private void printPriorities() {
    var level2 =
        framework.index().children().stream()
            .flatMap(node -> node instanceof Composite parent ? parent.children().stream() : null)
            .map(Indicator::id)
            .toList();
    var rows =
        pair(lake.read(Tables.PRIORITIES)).where(col(NODE).isin(level2.toArray())).collectAsList();
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
    table.print(out);
    out.println("  moves with: rank correlation with the whole index over the cities 与总指数的秩相关");
    out.println();
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
    return rows.where(col(PERIOD_FROM).equalTo(from).and(col(PERIOD_TO).equalTo(to)));
  }

  /** The root and its children. */
  private List<String> level1() {
    return Stream.concat(Stream.of(framework.index()), framework.index().children().stream())
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

  private String span() {
    return from + " to " + to;
  }

  private String level() {
    return Math.round(100 * (1 - framework.comparison().alpha())) + " %";
  }
}
