package dev.tidemark.framework;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the weights of siblings must sum to. */
enum WeightRule {
  /** To 1 or to 100. */
  EXACT,
  /** To anything; their proportions count. */
  RELATIVE;

  private static final double TOLERANCE = 1e-6;
  private static final MathContext SHOWN = new MathContext(10);

  /**
   * Each sibling's share of their weight.
   *
   * @param siblings children of one node, with their {@code weight}
   * @param place where to add a fault about their sum
   * @return as many shares as siblings, summing to 1; where a fault was added, any numbers
   */
  List<Double> shares(List<Fields> siblings, Place place, Faults faults) {
    if (siblings.isEmpty()) {
      return List.of();
    }
    var weights = new ArrayList<Double>();
    for (var sibling : siblings) {
      weights.add(sibling.number(Key.WEIGHT, Value.Range.WEIGHT).orElse(Double.NaN));
    }
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    if (this == EXACT && !Double.isNaN(sum) && !isNear(sum, 1) && !isNear(sum, 100)) {
      var ids =
          siblings.stream()
              .map(sibling -> sibling.get(Key.ID).map(id -> id.content().toString()).orElse("?"))
              .collect(Collectors.joining(", "));
      faults.add(
          place,
          "the weights of %s sum to %s, and must sum to 1 or 100; correct them, or rescale them with"
                  .formatted(
                      ids, new BigDecimal(sum).round(SHOWN).stripTrailingZeros().toPlainString())
              + " weights: relative");
    }
    return weights.stream().map(weight -> weight / sum).toList();
  }

  private static boolean isNear(double sum, double whole) {
    return Math.abs(sum - whole) <= TOLERANCE;
  }
}
