package dev.tidemark.compare;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.error.ContractBroken;
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

  /**
   * Reads {@code index_scores}, {@code nodes} and {@code units}.
   *
   * @throws dev.tidemark.error.UsageWrong if the index was never computed
   * @throws ContractBroken if a score is of a version, unit or node that these do not have
   */
  static ScoreBook read(DeltaLake lake, Collection<String> periods) {
    var rows =
        lake.read(Tables.INDEX_SCORES)
            .where(col(PERIOD).isin(periods.toArray()))
            .select(PERIOD, FRAMEWORK_VERSION, UNIT, NODE, SCORE);
    var versions = versions(lake);
    var book = new ScoreBook();
    for (var at = rows.toLocalIterator(); at.hasNext(); ) {
      var row = at.next();
      var version = versions.get(row.getString(1));
      if (version == null) {
        throw strange(row, "version " + row.getString(1));
      }
      book.add(row, version);
    }
    return book;
  }

  private void add(Row row, Version version) {
    var scores =
        periods.computeIfAbsent(
            row.getString(0), period -> version.empty(period, row.getString(1)));
    int unit = version.unitNumbers.getOrDefault(row.getString(2), -1);
    int node = version.tree.number(row.getString(3));
    if (unit < 0 || node < 0 || !scores.version().equals(row.getString(1))) {
      throw strange(row, "unit %s and node %s".formatted(row.getString(2), row.getString(3)));
    }
    if (!row.isNullAt(4)) {
      scores.scores()[unit][node] = row.getDouble(4);
    }
  }

  private static ContractBroken strange(Row row, String what) {
    return new ContractBroken(
        "Table index_scores has scores of %s in period %s that the tables nodes and units do not have in version %s. Run tidemark index for all periods."
            .formatted(what, row.getString(0), row.getString(1)));
  }

  /** One period's scores; empty if the table has none. */
  Optional<PeriodScores> period(String id) {
    return Optional.ofNullable(periods.get(id));
  }

  private record Member(String id, Map<String, String> groups) {}

  /** The tree and the units of one version of the framework. */
  private static final class Version {
    private final NodeTree tree;
    private final List<Member> units;
    private final Map<String, Integer> unitNumbers = new HashMap<>();

    Version(NodeTree tree, List<Member> units) {
      this.tree = tree;
      this.units = units;
      units.forEach(unit -> unitNumbers.put(unit.id(), unitNumbers.size()));
    }

    PeriodScores empty(String period, String version) {
      var scores = new double[units.size()][tree.size()];
      Arrays.stream(scores).forEach(row -> Arrays.fill(row, Double.NaN));
      return new PeriodScores(
          period,
          version,
          tree,
          units.stream().map(Member::id).toList(),
          units.stream().map(Member::groups).toList(),
          scores);
    }
  }

  private static Map<String, Version> versions(DeltaLake lake) {
    var nodes = new TreeMap<String, List<NodeTree.Node>>();
    for (var row : lake.read(Tables.NODES).orderBy(FRAMEWORK_VERSION, ORDINAL).collectAsList()) {
      nodes
          .computeIfAbsent(row.getAs(FRAMEWORK_VERSION), version -> new ArrayList<>())
          .add(
              new NodeTree.Node(
                  row.getAs(NODE), row.getAs(PARENT), aggregate(row), row.<Double>getAs(WEIGHT)));
    }
    var units = units(lake);
    var versions = new TreeMap<String, Version>();
    nodes.forEach(
        (version, list) ->
            versions.put(
                version, new Version(new NodeTree(list), units.getOrDefault(version, List.of()))));
    return versions;
  }

  private static Aggregate aggregate(Row node) {
    return Arrays.stream(Aggregate.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(node.getAs(KIND)))
        .findFirst()
        .orElse(null);
  }

  /** Units in the order of their ids, on which no result then depends otherwise. */
  private static Map<String, List<Member>> units(DeltaLake lake) {
    var units = new TreeMap<String, List<Member>>();
    for (var row : lake.read(Tables.UNITS).orderBy(FRAMEWORK_VERSION, UNIT).collectAsList()) {
      units
          .computeIfAbsent(row.getAs(FRAMEWORK_VERSION), version -> new ArrayList<>())
          .add(new Member(row.getAs(UNIT), new TreeMap<>(row.getJavaMap(row.fieldIndex(GROUPS)))));
    }
    return units;
  }
}
