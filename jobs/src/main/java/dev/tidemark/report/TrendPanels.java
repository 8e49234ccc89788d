package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import dev.tidemark.table.Tables;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * The index of each group or unit over all periods, each in a small picture beside the mean of all
 * units.
 */
final class TrendPanels {
  /** Pictures that still fit on a sheet. */
  private static final int DRAWN = 24;

  private static final String MEAN = "all";

  private final Source source;
  private final Trends trends;
  private final String root;

  TrendPanels(Source source) {
    this.source = source;
    trends = new Trends(source);
    root = source.names().root().id();
  }

  /** Of every group by a column. */
  List<Block> groups(String by) {
    var byGroup =
        Gold.by(
            source
                .gold()
                .where(Tables.GROUP_SCORES, GROUP_BY, by)
                .filter(Gold.is(NODE, root))
                .toList(),
            GROUP_ID);
    return chart(
        "groups-by-period-" + FileName.of(by).replace('.', '-'),
        Words.of("按%s：总指数的历次水平", "By %s: the index, period by period", Vocabulary.of(by)),
        byGroup,
        group -> source.names().group(by, group),
        new Title(
            "组内对象均值，灰线为全部对象均值，n 见数据",
            "means over the units of each group, grey over all units, n in the data"),
        row -> row.getAs(N_UNITS));
  }

  /** Of the units; of many those that rose and fell most. */
  List<Block> units() {
    return chart(
        "units-by-period",
        new Title("各对象总指数的历次水平", "The index of the units, period by period"),
        Gold.by(source.gold().where(Tables.INDEX_SCORES, NODE, root).toList(), UNIT),
        unit -> source.names().unit(unit),
        Words.of(
            "n = %s 个对象，灰线为全部对象均值",
            "n = %s units, grey: their mean", Rounding.count(source.names().units().size())),
        row -> null);
  }

  private List<Block> chart(
      String id,
      Title title,
      Map<String, List<Row>> rows,
      Function<String, Title> name,
      Title n,
      Function<Row, Number> meanOf) {
    var changes = changes(rows);
    if (!trends.areThere() || changes.isEmpty()) {
      return List.of();
    }
    var grid = new LineGrid(source.names());
    draw(grid, MEAN, new Title("全部对象", "all units"), mean(), row -> row.getAs(N_UNITS));
    for (var drawn : drawn(List.copyOf(changes.keySet()))) {
      draw(grid, drawn, name.apply(drawn), Gold.only(rows.get(drawn).stream(), PERIOD), meanOf);
    }
    var left =
        changes.size() <= DRAWN
            ? Words.NOTHING
            : Words.of(
                "仅绘出上升最多与下降最多（或上升最少）的各 %s 个。",
                "Drawn are the %s that rose most and the %s that fell most, or rose least.",
                DRAWN / 2,
                DRAWN / 2);
    return List.of(
        new Chart(
            id,
            "panels",
            title,
            List.of(sentence(changes, name)),
            Words.join(Words.capital(trends.note(n, Source.twoDigits())), left),
            grid.build(),
            Map.of("all", MEAN, "from", source.from(), "to", source.to())));
  }

  private Map<String, Row> mean() {
    return Gold.only(source.gold().ofAll(Tables.GROUP_SCORES).filter(Gold.is(NODE, root)), PERIOD);
  }

  private void draw(
      LineGrid grid,
      String id,
      Title name,
      Map<String, Row> byPeriod,
      Function<Row, Number> meanOf) {
    for (var period : source.names().periods()) {
      var row = byPeriod.get(period);
      if (row != null) {
        grid.point(period, id, name, Gold.number(row, SCORE), meanOf.apply(row));
      }
    }
  }

  /** Of those known at both ends, from the first period to the last, what rose most first. */
  private Map<String, Double> changes(Map<String, List<Row>> rows) {
    var changes = new LinkedHashMap<String, Double>();
    rows.entrySet().stream()
        .flatMap(
            line ->
                Stream.ofNullable(trends.change(Gold.only(line.getValue().stream(), PERIOD), SCORE))
                    .map(change -> Map.entry(line.getKey(), change)))
        .sorted(
            Comparator.comparing((Map.Entry<String, Double> line) -> -line.getValue())
                .thenComparing(Map.Entry::getKey))
        .forEach(line -> changes.put(line.getKey(), line.getValue()));
    return changes;
  }

  private static List<String> drawn(List<String> ordered) {
    return ordered.size() <= DRAWN
        ? ordered
        : Stream.concat(
                ordered.stream().limit(DRAWN / 2),
                ordered.stream().skip(ordered.size() - DRAWN / 2L))
            .toList();
  }

  private Title sentence(Map<String, Double> changes, Function<String, Title> name) {
    var ordered = List.copyOf(changes.keySet());
    var most = ordered.get(0);
    var least = ordered.get(ordered.size() - 1);
    return Words.of(
        "从%s到%s：%s 个上升，%s 个下降；变化最高的是%s（%s），最低的是%s（%s）。",
        "From %s to %s %s rose and %s fell; the largest change is that of %s (%s), the smallest that of %s (%s).",
        source.names().period(trends.first()),
        source.names().period(trends.last()),
        Rounding.count(changes.values().stream().filter(change -> change > 0).count()),
        Rounding.count(changes.values().stream().filter(change -> change < 0).count()),
        name.apply(most),
        Rounding.signed(changes.get(most)),
        name.apply(least),
        Rounding.signed(changes.get(least)));
  }
}
