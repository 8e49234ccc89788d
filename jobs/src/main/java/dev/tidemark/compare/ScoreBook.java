package dev.tidemark.compare;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.Aggregate;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** The scores of some periods on the driver: 8 bytes for each unit, node and period. */
final class ScoreBook {
  private final Map<String, PeriodScores> periods = new LinkedHashMap<>();

  private ScoreBook() {}

  /** Reads {@code index_scores}, {@code nodes} and {@code units}. */
  static ScoreBook read(DeltaLake lake, Collection<String> periods) {
    var trees = trees(lake);
    var units = units(lake);
    var book = new ScoreBook();
    var rows =
        lake.read(Tables.INDEX_SCORES)
            .where(col(PERIOD).isin(periods.toArray()))
            .select(PERIOD, FRAMEWORK_VERSION, UNIT, NODE, SCORE)
            .toLocalIterator();
    var unitNumbers = new HashMap<String, Map<String, Integer>>();
    while (rows.hasNext()) {
      var row = rows.next();
      var version = row.getString(1);
      var members = units.get(version);
      var scores =
          book.periods.computeIfAbsent(
              row.getString(0), id -> empty(id, version, trees.get(version), members));
      int unit =
          unitNumbers
              .computeIfAbsent(version, v -> numbers(members))
              .getOrDefault(row.getString(2), -1);
      if (unit >= 0 && !row.isNullAt(4)) {
        scores.scores()[unit][trees.get(version).number(row.getString(3))] = row.getDouble(4);
      }
    }
    return book;
  }

  /** One period's scores; empty if the table has none. */
  Optional<PeriodScores> period(String id) {
    return Optional.ofNullable(periods.get(id));
  }

  private record Member(String id, Map<String, String> groups) {}

  private static PeriodScores empty(
      String period, String version, NodeTree tree, List<Member> members) {
    var scores = new double[members.size()][tree.size()];
    Arrays.stream(scores).forEach(row -> Arrays.fill(row, Double.NaN));
    return new PeriodScores(
        period,
        version,
        tree,
        members.stream().map(Member::id).toList(),
        members.stream().map(Member::groups).toList(),
        scores);
  }

  private static Map<String, Integer> numbers(List<Member> members) {
    var numbers = new HashMap<String, Integer>();
    members.forEach(member -> numbers.put(member.id(), numbers.size()));
    return numbers;
  }

  private static Map<String, NodeTree> trees(DeltaLake lake) {
    var nodes = new TreeMap<String, List<NodeTree.Node>>();
    for (var row : lake.read(Tables.NODES).orderBy(FRAMEWORK_VERSION, ORDINAL).collectAsList()) {
      nodes
          .computeIfAbsent(row.getAs(FRAMEWORK_VERSION), version -> new ArrayList<>())
          .add(
              new NodeTree.Node(
                  row.getAs(NODE), row.getAs(PARENT), aggregate(row), row.<Double>getAs(WEIGHT)));
    }
    var trees = new TreeMap<String, NodeTree>();
    nodes.forEach((version, list) -> trees.put(version, new NodeTree(list)));
    return trees;
  }

  private static Aggregate aggregate(Row node) {
    return Arrays.stream(Aggregate.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(node.getAs(KIND)))
        .findFirst()
        .orElse(null);
  }

  private static Map<String, List<Member>> units(DeltaLake lake) {
    var units = new TreeMap<String, List<Member>>();
    for (var row : lake.read(Tables.UNITS).orderBy(FRAMEWORK_VERSION, UNIT).collectAsList()) {
      units
          .computeIfAbsent(row.getAs(FRAMEWORK_VERSION), version -> new ArrayList<>())
          .add(new Member(row.getAs(UNIT), new HashMap<>(row.getJavaMap(row.fieldIndex(GROUPS)))));
    }
    return units;
  }
}
