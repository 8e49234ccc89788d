package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import dev.tidemark.table.Tables;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** What the report calls things: as the tables do, else as the framework file does. */
final class Names {
  /**
   * A node of the indicator tree.
   *
   * @param depth 0 for the root
   * @param weight in the whole index, 0 to 1
   */
  record Node(String id, String parent, int depth, double weight, Title title) {}

  private final EvaluationFramework framework;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Title> units = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> groups = new LinkedHashMap<>();
  private final Map<String, Title> stages = new LinkedHashMap<>();
  private final Map<String, Period> periods;

  Names(EvaluationFramework framework, Gold gold) {
    this.framework = framework;
    periods =
        framework.periods().stream()
            .collect(
                Collectors.toMap(Period::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    gold.of(Tables.NODES).stream()
        .sorted(Comparator.comparing((Row row) -> row.<Integer>getAs(ORDINAL)))
        .map(
            row ->
                new Node(
                    row.getAs(NODE),
                    row.getAs(PARENT),
                    row.<Integer>getAs(DEPTH),
                    row.<Double>getAs(WEIGHT),
                    title(row)))
        .forEach(node -> nodes.put(node.id(), node));
    gold.of(Tables.UNITS).stream()
        .sorted(Comparator.comparing((Row row) -> row.<String>getAs(UNIT)))
        .forEach(
            row -> {
              units.put(row.getAs(UNIT), title(row));
              groups.put(row.getAs(UNIT), row.getJavaMap(row.fieldIndex(GROUPS)));
            });
    gold.ofAll(Tables.VISIT_STAGES)
        .sorted(Comparator.comparing((Row row) -> row.<Integer>getAs(ORDINAL)))
        .forEach(row -> stages.putIfAbsent(row.getAs(STAGE), title(row)));
  }

  private static Title title(Row row) {
    return new Title(row.getAs(TITLE_ZH), row.getAs(TITLE_EN));
  }

  /** Nodes, parents before children. */
  List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  /** Nodes down to a depth. */
  List<Node> nodes(int depth) {
    return nodes.values().stream().filter(node -> node.depth() <= depth).toList();
  }

  Node root() {
    return nodes.values().iterator().next();
  }

  Title node(String id) {
    return nodes.containsKey(id) ? nodes.get(id).title() : Title.of(id);
  }

  List<String> units() {
    return List.copyOf(units.keySet());
  }

  Title unit(String id) {
    return units.getOrDefault(id, Title.of(id));
  }

  /** The group a unit belongs to; null if to none. */
  String groupOf(String unit, String by) {
    return groups.getOrDefault(unit, Map.of()).get(by);
  }

  List<String> members(String by, String group) {
    return units().stream().filter(unit -> group.equals(groupOf(unit, by))).toList();
  }

  List<String> groupings() {
    return framework.groups();
  }

  Title group(String by, String id) {
    return framework.groupTitles().getOrDefault(by, Map.of()).getOrDefault(id, Vocabulary.of(id));
  }

  List<String> stages() {
    return List.copyOf(stages.keySet());
  }

  Title stage(String id) {
    return stages.getOrDefault(id, Vocabulary.of(id));
  }

  /** The ids of all periods, in time order. */
  List<String> periods() {
    return List.copyOf(periods.keySet());
  }

  Title period(String id) {
    return periods.containsKey(id) ? periods.get(id).title() : Title.of(id);
  }

  /** A period with its days. */
  Title dated(String id) {
    var period = periods.get(id);
    return period == null
        ? Title.of(id)
        : Words.of("%s（%s 至 %s）", "%s (%s to %s)", period.title(), period.start(), period.end());
  }
}
