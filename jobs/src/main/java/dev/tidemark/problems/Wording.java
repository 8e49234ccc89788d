package dev.tidemark.problems;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.str_to_map;
import static org.apache.spark.sql.functions.transform;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.Title;
import dev.tidemark.framework.Unit;
import dev.tidemark.framework.VisitRules;
import dev.tidemark.framework.Vocabulary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;

/** What the ids of a row are called in the language of a message. */
final class Wording {
  /** Columns that hold words which reports translate, as they do: {@link Vocabulary}. */
  private static final Set<String> WORDS =
      Set.of(CHANNEL, ELEMENT, HANDLED_BY, KIND, LEVEL, REASON, STEP);

  /** Separators of texts that no title holds: YAML and CSV know no control characters. */
  private static final String TITLED = "\u0001";

  private static final String NEXT = "\u0002";

  private final Function<Title, String> language;
  private final String colon;
  private final String semicolon;
  private final Map<String, Map<String, Title>> titles = new HashMap<>();

  private Wording(
      EvaluationFramework framework,
      Function<Title, String> language,
      String colon,
      String semicolon) {
    this.language = language;
    this.colon = colon;
    this.semicolon = semicolon;
    var nodes =
        framework.nodes().stream().collect(toMap(Indicator::id, Indicator::title, (a, b) -> a));
    titles.put(INDICATOR, nodes);
    titles.put(NODE, nodes);
    titles.put(UNIT, framework.units().stream().collect(toMap(Unit::id, Unit::title)));
    var stages =
        framework.visits().stages().stream()
            .collect(toMap(VisitRules.Stage::id, VisitRules.Stage::title));
    WORDS.forEach(column -> titles.put(column, Vocabulary.words()));
    titles.put(STAGE, stages);
    // The stages of a life event are items of its catalogue, too.
    var items = new LinkedHashMap<>(Vocabulary.items());
    items.putAll(stages);
    titles.put(ITEM, items);
  }

  static Wording zh(EvaluationFramework framework) {
    return new Wording(framework, Title::zh, "：", "；");
  }

  static Wording en(EvaluationFramework framework) {
    return new Wording(framework, Title::en, ": ", "; ");
  }

  /** What stands between a key and its value. */
  String colon() {
    return colon;
  }

  /** What stands between two entries. */
  String semicolon() {
    return semicolon;
  }

  /**
   * The title of the id in a column; the id itself where it has none, and null for null.
   *
   * @param value a text
   */
  Column of(String column, Column value) {
    var named = titles.get(column);
    if (named == null || named.isEmpty()) {
      return value;
    }
    return column.equals(STEP)
        ? array_join(transform(split(value, "\\+"), step -> named(named, step)), " + ")
        : named(named, value);
  }

  /** A key of a map, such as a channel. */
  Column key(Column value) {
    return named(Vocabulary.words(), value);
  }

  /**
   * One text for all titles, since a literal each would be thousands for the planner to look at.
   */
  private Column named(Map<String, Title> named, Column value) {
    var pairs =
        new TreeMap<>(named)
            .entrySet().stream()
                .map(entry -> entry.getKey() + TITLED + language.apply(entry.getValue()))
                .collect(joining(NEXT));
    var titles = str_to_map(lit(pairs), lit(NEXT), lit(TITLED));
    return coalesce(element_at(titles, value), value);
  }
}
