package dev.tidemark.index;

import static dev.tidemark.support.Frameworks.composite;
import static dev.tidemark.support.Frameworks.ids;
import static dev.tidemark.support.Frameworks.leaf;
import static dev.tidemark.support.Frameworks.unit;

import dev.tidemark.framework.Aggregate;
import dev.tidemark.framework.Composite;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.Leaf;
import dev.tidemark.framework.MinCoverage;
import dev.tidemark.framework.MinCoverage.Basis;
import dev.tidemark.framework.Scoring;
import dev.tidemark.support.Frameworks;
import dev.tidemark.table.Col;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A random tree, twelve units, three periods, and observations of which a quarter is missing: the
 * same for the same seed.
 */
final class RandomAssessment {
  private final Random random;
  private final EvaluationFramework framework;

  /** Raw values by leaf, of each period and unit. */
  private final Map<List<String>, Map<String, BigDecimal>> raw = new HashMap<>();

  RandomAssessment(long seed) {
    random = new Random(seed);
    var units = new ArrayList<dev.tidemark.framework.Unit>();
    for (var id : ids("u", 12)) {
      units.add(unit(id, Map.of("region", "r" + random.nextInt(3))));
    }
    framework = Frameworks.framework(ids("P", 3), List.of("region"), units, tree("index", 1, 3));
    for (var period : ids("P", 3)) {
      for (var unit : ids("u", 12)) {
        raw.put(List.of(period, unit), profile());
      }
    }
  }

  EvaluationFramework framework() {
    return framework;
  }

  Dataset<Row> observations() {
    var rows = new ArrayList<Row>();
    raw.forEach(
        (key, values) ->
            values.forEach(
                (leaf, value) ->
                    rows.add(Observed.row(key.get(0), key.get(1), leaf, value.doubleValue()))));
    return Observed.rows(rows);
  }

  /** Every score, coverage and rank that is not what {@link ReferenceIndex} says. */
  List<String> differences(Assessment scored) {
    var differences = new ArrayList<String>();
    for (var node : framework.nodes()) {
      for (var period : List.of("P1", "P2", "P3", "all")) {
        var scores = ids("u", 12).stream().map(unit -> score(node, period, unit)).toList();
        for (int i = 0; i < scores.size(); i++) {
          var row = scored.row(period, "u" + (i + 1), node.id());
          var expected = scores.get(i);
          if (!same(expected, row.getAs(Col.SCORE))
              || !same(coverage(node, period, "u" + (i + 1)), row.getAs(Col.COVERAGE))
              || !isRank(row.getAs(Col.RANK), expected, scores)) {
            differences.add("%s is not %s".formatted(row, expected));
          }
        }
      }
    }
    return differences;
  }

  /** Every group mean of a node that is not the mean of {@link ReferenceIndex}'s scores. */
  List<String> groupDifferences(Assessment scored) {
    var differences = new ArrayList<String>();
    for (var row : scored.groups()) {
      var by = row.<String>getAs(Col.GROUP_BY);
      var id = row.<String>getAs(Col.GROUP_ID);
      var node = node(row.getAs(Col.NODE));
      var scores = new ArrayList<BigDecimal>();
      for (var unit : framework.units()) {
        if (by.equals("all") || unit.groups().get(by).equals(id)) {
          scores.add(score(node, row.getAs(Col.PERIOD), unit.id()));
        }
      }
      if (!same(ReferenceIndex.mean(scores), row.getAs(Col.SCORE))) {
        differences.add("%s is not %s".formatted(row, ReferenceIndex.mean(scores)));
      }
    }
    return differences;
  }

  private BigDecimal score(Indicator node, String period, String unit) {
    return period.equals("all")
        ? ReferenceIndex.mean(ids("P", 3).stream().map(p -> score(node, p, unit)).toList())
        : ReferenceIndex.score(node, raw.get(List.of(period, unit)));
  }

  private BigDecimal coverage(Indicator node, String period, String unit) {
    return period.equals("all")
        ? ReferenceIndex.mean(ids("P", 3).stream().map(p -> coverage(node, p, unit)).toList())
        : ReferenceIndex.coverage(node, raw.get(List.of(period, unit)));
  }

  private static boolean same(BigDecimal expected, Double actual) {
    if (expected == null || actual == null) {
      return expected == null && actual == null;
    }
    return Math.abs(expected.doubleValue() - actual) < 1e-10;
  }

  /** Scores within 1e-9 of each other may be ranked as a tie or not. */
  private static boolean isRank(Integer rank, BigDecimal score, List<BigDecimal> all) {
    if (score == null || rank == null) {
      return score == null && rank == null;
    }
    return rank > above(all, score.add(BigDecimal.valueOf(1e-9)))
        && rank <= above(all, score.subtract(BigDecimal.valueOf(1e-9)));
  }

  private static long above(List<BigDecimal> all, BigDecimal score) {
    return all.stream().filter(other -> other != null && other.compareTo(score) > 0).count();
  }

  private Indicator node(String id) {
    return framework.nodes().stream()
        .filter(node -> node.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Composite tree(String id, double share, int height) {
    var children = new ArrayList<Indicator>();
    for (int k : parts(2 + random.nextInt(4))) {
      var child = id + "-" + children.size();
      children.add(
          height > 1 && random.nextInt(3) > 0
              ? tree(child, k / 64.0, height - 1)
              : leaf(child, k / 64.0, scale()));
    }
    var aggregate = any(List.of(Aggregate.values()));
    var minCoverage = new MinCoverage(random.nextInt(4) / 4.0, any(List.of(Basis.values())));
    return composite(id, share, aggregate, minCoverage, children.toArray(Indicator[]::new));
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private Scoring scale() {
    return random.nextBoolean() ? new Scoring.Linear(0, 80) : new Scoring.Linear(90, 10);
  }

  /** 64 cut into n whole parts. */
  private int[] parts(int n) {
    var parts = new int[n];
    int left = 64;
    for (int i = 0; i < n - 1; i++) {
      parts[i] = 1 + random.nextInt(left - (n - 1 - i));
      left -= parts[i];
    }
    parts[n - 1] = left;
    return parts;
  }

  private Map<String, BigDecimal> profile() {
    var values = new HashMap<String, BigDecimal>();
    for (Leaf leaf : framework.leaves()) {
      if (random.nextInt(4) > 0) {
        values.put(leaf.id(), BigDecimal.valueOf(random.nextInt(10001), 2));
      }
    }
    return values;
  }
}
