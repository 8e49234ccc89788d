package dev.tidemark.cli;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.Title;
import dev.tidemark.framework.Unit;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The figures an official asks for first, from the tables, each beside the published one. */
final class Headline {
  private static final String EVERY = Period.ALL;
  private static final int SHOWN = 10;
  private static final String NONE = "–";

  private final Brief brief;

  /** Mean score by period, grouping column, group and node. */
  private final Map<List<String>, Double> groups = new HashMap<>();

  /** Overall score by period and unit. */
  private final Map<List<String>, Double> units = new HashMap<>();

  private final Map<String, Integer> ranks = new HashMap<>();

  private Headline(Brief brief) {
    this.brief = brief;
  }

  static void print(Brief brief) {
    var headline = new Headline(brief);
    headline.read();
    headline.printOverall();
    headline.printLevel1();
    headline.printRegions();
    headline.printCities();
  }

  private void read() {
    for (var row :
        brief
            .lake()
            .read(Tables.GROUP_SCORES)
            .where(col(SCORE).isNotNull())
            .select(PERIOD, GROUP_BY, GROUP_ID, NODE, SCORE)
            .collectAsList()) {
      groups.put(
          List.of(row.getString(0), row.getString(1), row.getString(2), row.getString(3)),
          row.getDouble(4));
    }
    for (var row :
        brief
            .lake()
            .read(Tables.INDEX_SCORES)
            .where(col(NODE).equalTo(root()).and(col(SCORE).isNotNull()))
            .select(PERIOD, UNIT, SCORE, RANK)
            .collectAsList()) {
      units.put(List.of(row.getString(0), row.getString(1)), row.getDouble(2));
      if (row.getString(0).equals(EVERY)) {
        ranks.put(row.getString(1), row.getInt(3));
      }
    }
  }

  private void printOverall() {
    var table = new TextTable().row("Overall index 总指数", "score", "published");
    for (var period : brief.framework().periods()) {
      table.row(
          "  " + period.id() + " " + both(period.title()),
          mean(period.id(), root()),
          brief.published().show("score", period.id(), root()));
    }
    table.row("  mean 均值", mean(EVERY, root()), brief.published().show("score", EVERY, root()));
    table.row("  change 变化", change(brief.first(), brief.last(), root()), NONE);
    table.print(brief.out());
    brief.out().println();
  }

  private void printLevel1() {
    var table =
        new TextTable()
            .row(
                "Level 1 一级指标",
                brief.first(),
                brief.last(),
                "change",
                "published " + brief.last(),
                "published change");
    for (var node : brief.framework().index().children()) {
      table.row(
          "  " + both(node.title()),
          mean(brief.first(), node.id()),
          mean(brief.last(), node.id()),
          change(brief.first(), brief.last(), node.id()),
          brief.published().show("score", brief.last(), node.id()),
          brief.published().show("change", brief.span(), node.id()));
    }
    table.print(brief.out());
    brief.out().println();
  }

  private void printRegions() {
    if (brief.framework().groups().isEmpty()) {
      return;
    }
    var by = brief.framework().groups().get(0);
    var all = groups.get(List.of(EVERY, EVERY, EVERY, root()));
    var ordered =
        brief.framework().units().stream()
            .map(unit -> unit.groups().get(by))
            .distinct()
            .filter(name -> name != null && groups.containsKey(List.of(EVERY, by, name, root())))
            .sorted(Comparator.comparing(name -> -groups.get(List.of(EVERY, by, name, root()))))
            .toList();
    var table =
        new TextTable()
            .row("Regions 地区, mean of both", "score", "published", "below the mean", "published");
    for (var name : ordered) {
      double score = groups.get(List.of(EVERY, by, name, root()));
      table.row(
          "  " + groupTitle(brief.framework(), by, name),
          Figures.round(score),
          brief.published().show("region", EVERY, name),
          score < all ? "yes" : "no",
          brief.published().show("below the mean", EVERY, name));
    }
    table.print(brief.out());
    brief.out().println();
  }

  private void printCities() {
    var ranked = new ArrayList<>(brief.framework().units());
    ranked.removeIf(unit -> !ranks.containsKey(unit.id()));
    ranked.sort(Comparator.comparing((Unit unit) -> ranks.get(unit.id())).thenComparing(Unit::id));
    printCities("First ten 前十", ranked.subList(0, Math.min(SHOWN, ranked.size())));
    printCities("Last ten 后十", ranked.subList(Math.max(0, ranked.size() - SHOWN), ranked.size()));
  }

  private void printCities(String title, List<Unit> cities) {
    var table =
        new TextTable()
            .row(
                title,
                "rank",
                "published",
                "score",
                brief.first(),
                brief.last(),
                "change",
                "published");
    var span = brief.span();
    for (var city : cities) {
      table.row(
          "  " + both(city.title()),
          String.valueOf(ranks.get(city.id())),
          brief.published().show("rank", EVERY, city.id()),
          unit(EVERY, city),
          unit(brief.first(), city),
          unit(brief.last(), city),
          difference(
              units.get(List.of(brief.first(), city.id())),
              units.get(List.of(brief.last(), city.id()))),
          brief
              .published()
              .find("clear decline", span, city.id())
              .map(yes -> "clear decline")
              .orElse(NONE));
    }
    table.print(brief.out());
    brief.out().println();
  }

  private String mean(String period, String node) {
    return shown(groups.get(List.of(period, EVERY, EVERY, node)));
  }

  private String change(String from, String to, String node) {
    return difference(
        groups.get(List.of(from, EVERY, EVERY, node)), groups.get(List.of(to, EVERY, EVERY, node)));
  }

  private String unit(String period, Unit unit) {
    return shown(units.get(List.of(period, unit.id())));
  }

  /** A score that was not observed is no number: null shows as a dash. */
  private static String shown(Double score) {
    return score == null ? NONE : Figures.round(score);
  }

  private static String difference(Double from, Double to) {
    return from == null || to == null ? NONE : Figures.signed(to - from);
  }

  /** A group's title in both languages; its id if it has none. */
  static String groupTitle(EvaluationFramework framework, String by, String name) {
    var titles = framework.groupTitles().getOrDefault(by, Map.of());
    return titles.containsKey(name) ? both(titles.get(name)) : name;
  }

  private String root() {
    return brief.framework().index().id();
  }

  /** A title in both languages. */
  static String both(Title title) {
    return title.zh().equals(title.en()) ? title.en() : title.zh() + " " + title.en();
  }
}
