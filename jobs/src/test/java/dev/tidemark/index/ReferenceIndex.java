package dev.tidemark.index;

import dev.tidemark.framework.Composite;
import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.Leaf;
import dev.tidemark.framework.MinCoverage.Basis;
import dev.tidemark.framework.Scoring.Linear;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The index as its formulas are written, in decimals of 50 digits, one node at a time: the oracle
 * for {@link WeightedIndex}. Linear leaves only; shares are whole 64ths.
 */
final class ReferenceIndex {
  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ReferenceIndex() {}

  /** A node's points from its leaves' raw values; null if it has none. */
  static BigDecimal score(Indicator node, Map<String, BigDecimal> raw) {
    if (node instanceof Leaf leaf) {
      return raw.containsKey(leaf.id())
          ? linear((Linear) leaf.scoring(), raw.get(leaf.id()))
          : null;
    }
    var parent = (Composite) node;
    var present = parent.children().stream().filter(child -> score(child, raw) != null).toList();
    var enough = BigDecimal.valueOf(parent.minCoverage().share());
    if (present.isEmpty() || coverage(parent, raw).compareTo(enough) < 0) {
      return null;
    }
    return switch (parent.aggregate()) {
      case ARITHMETIC -> arithmetic(present, raw);
      case GEOMETRIC -> geometric(present, raw);
      case HARMONIC -> harmonic(present, raw);
    };
  }

  /** Of a composite, the share of its children that have a score; of a leaf 1 or 0. */
  static BigDecimal coverage(Indicator node, Map<String, BigDecimal> raw) {
    if (node instanceof Leaf leaf) {
      return raw.containsKey(leaf.id()) ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    var parent = (Composite) node;
    var present = parent.children().stream().filter(child -> score(child, raw) != null).toList();
    return parent.minCoverage().basis() == Basis.COUNT
        ? ratio(present.size(), parent.children().size())
        : ratio(weight(present), weight(parent.children()));
  }

  /** The mean of what is there; null if nothing is. */
  static BigDecimal mean(List<BigDecimal> scores) {
    var present = scores.stream().filter(Objects::nonNull).toList();
    return present.isEmpty()
        ? null
        : present.stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(present.size()), DIGITS);
  }

  private static BigDecimal linear(Linear scale, BigDecimal raw) {
    var worst = BigDecimal.valueOf(scale.worst());
    var points =
        raw.subtract(worst)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(scale.best()).subtract(worst), DIGITS);
    return points.max(BigDecimal.ZERO).min(HUNDRED);
  }

  /** Σ k·s / Σ k. */
  private static BigDecimal arithmetic(List<Indicator> present, Map<String, BigDecimal> raw) {
    var sum = BigDecimal.ZERO;
    for (var child : present) {
      sum = sum.add(score(child, raw).multiply(BigDecimal.valueOf(weight(child))));
    }
    return sum.divide(BigDecimal.valueOf(weight(present)), DIGITS);
  }

  /** The y whose power Σ k is Π s^k, found by halving 0 to 100. */
  private static BigDecimal geometric(List<Indicator> present, Map<String, BigDecimal> raw) {
    var product = BigDecimal.ONE;
    for (var child : present) {
      product = product.multiply(score(child, raw).pow(weight(child), DIGITS), DIGITS);
    }
    var low = BigDecimal.ZERO;
    var high = HUNDRED;
    for (int halving = 0; halving < 80; halving++) {
      var middle = low.add(high).divide(BigDecimal.valueOf(2), DIGITS);
      if (middle.pow(weight(present), DIGITS).compareTo(product) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return product.signum() == 0 ? BigDecimal.ZERO : high;
  }

  /** Σ k / Σ (k/s); 0 if an s is. */
  private static BigDecimal harmonic(List<Indicator> present, Map<String, BigDecimal> raw) {
    var sum = BigDecimal.ZERO;
    for (var child : present) {
      var score = score(child, raw);
      if (score.signum() == 0) {
        return BigDecimal.ZERO;
      }
      sum = sum.add(BigDecimal.valueOf(weight(child)).divide(score, DIGITS));
    }
    return BigDecimal.valueOf(weight(present)).divide(sum, DIGITS);
  }

  private static BigDecimal ratio(int part, int whole) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS);
  }

  private static int weight(List<Indicator> nodes) {
    return nodes.stream().mapToInt(ReferenceIndex::weight).sum();
  }

  private static int weight(Indicator node) {
    return (int) (node.share() * 64);
  }
}
