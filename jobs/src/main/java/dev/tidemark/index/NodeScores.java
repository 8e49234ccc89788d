package dev.tidemark.index;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.Composite;
import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.MinCoverage;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Scores of the composites from those of their children, leaves to root, within one row: the tree's
 * depth adds projections, never a shuffle.
 *
 * @see <a href="https://doi.org/10.1787/9789264043466-en">OECD/JRC, Handbook on Constructing
 *     Composite Indicators (2008), 1.6 Weighting and aggregation</a>
 */
final class NodeScores {
  /** Coverage is a sum of shares; this much is rounding, not a missing child. */
  private static final double ROUNDING = 1e-9;

  private NodeScores() {}

  /** The column of a node's score. */
  static String scoreColumn(Indicator node) {
    return "score_" + node.id();
  }

  /** The column of a composite's coverage. */
  static String coverageColumn(Indicator node) {
    return "coverage_" + node.id();
  }

  /**
   * Adds every composite's score and coverage.
   *
   * @param leafScores one row per unit and period with {@code score_…} of every leaf
   * @return the same rows with {@code score_…} and {@code coverage_…} of every composite; a score
   *     is null below the composite's min-coverage, or with no child at all
   */
  static Dataset<Row> of(Dataset<Row> leafScores, List<Indicator> nodes) {
    int top = nodes.stream().mapToInt(NodeScores::height).max().orElseThrow();
    var rows = leafScores;
    for (int height = 1; height <= top; height++) {
      rows = withScores(rows, atHeight(nodes, height));
    }
    return rows;
  }

  private static Dataset<Row> withScores(Dataset<Row> rows, List<Composite> composites) {
    var coverages = new TreeMap<String, Column>();
    var scores = new TreeMap<String, Column>();
    for (var composite : composites) {
      coverages.put(coverageColumn(composite), coverage(composite));
      scores.put(scoreColumn(composite), score(composite));
    }
    return rows.withColumns(coverages).withColumns(scores);
  }

  private static Column coverage(Composite node) {
    ToDoubleFunction<Indicator> share =
        node.minCoverage().basis() == MinCoverage.Basis.COUNT ? child -> 1.0 : Indicator::share;
    // Added in Spark's order: a sum with compensation can be smaller, and coverage then above 1.
    double whole = node.children().stream().map(share::applyAsDouble).reduce(0.0, Double::sum);
    return sum(
            node,
            child -> when(score(child).isNotNull(), share.applyAsDouble(child)).otherwise(0.0))
        .divide(whole);
  }

  private static Column score(Composite node) {
    var isCovered =
        col("`" + coverageColumn(node) + "`")
            .geq(Math.max(node.minCoverage().share() - ROUNDING, ROUNDING));
    return when(isCovered, greatest(lit(0.0), least(lit(100.0), mean(node))));
  }

  /** The weighted mean over the children that have a score. */
  private static Column mean(Composite node) {
    return switch (node.aggregate()) {
      case ARITHMETIC -> overPresent(node, score -> score);
      case GEOMETRIC ->
          when(lowest(node).equalTo(0.0), 0.0)
              .otherwise(exp(overPresent(node, score -> ln(score))));
      case HARMONIC ->
          when(lowest(node).equalTo(0.0), 0.0)
              .otherwise(lit(1.0).divide(overPresent(node, score -> lit(1.0).divide(score))));
    };
  }

  /** Sum of share × f(score) over the present children, divided by the sum of their shares. */
  private static Column overPresent(Composite node, UnaryOperator<Column> f) {
    var weighted =
        sum(node, child -> coalesce(f.apply(score(child)).multiply(child.share()), lit(0.0)));
    var present = sum(node, child -> when(score(child).isNotNull(), child.share()).otherwise(0.0));
    return weighted.divide(present);
  }

  private static Column lowest(Composite node) {
    return node.children().stream()
        .map(NodeScores::score)
        .reduce(lit(100.0), (low, score) -> least(low, score));
  }

  private static Column sum(Composite node, Function<Indicator, Column> term) {
    return node.children().stream().map(term).reduce(Column::plus).orElseThrow();
  }

  private static Column score(Indicator node) {
    return col("`" + scoreColumn(node) + "`");
  }

  private static List<Composite> atHeight(List<Indicator> nodes, int height) {
    return nodes.stream()
        .filter(node -> height(node) == height)
        .map(Composite.class::cast)
        .toList();
  }

  private static int height(Indicator node) {
    return node instanceof Composite composite
        ? 1 + composite.children().stream().mapToInt(NodeScores::height).max().orElseThrow()
        : 0;
  }
}
