package dev.tidemark.text.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Texts as weighted counts of their features, each of length 1: rare features weigh more. */
final class WeightedTexts {
  private final List<Map<Long, Double>> rows = new ArrayList<>();
  private final Map<Long, List<Integer>> textsOf = new TreeMap<>();

  WeightedTexts(List<String> texts, TextFeatures features) {
    for (var text : texts) {
      var counts = new TreeMap<Long, Double>();
      for (long feature : features.of(text, TokenVectors.PIECES)) {
        counts.merge(feature, 1.0, Double::sum);
      }
      int place = rows.size();
      counts.keySet().forEach(f -> textsOf.computeIfAbsent(f, k -> new ArrayList<>()).add(place));
      rows.add(counts);
    }
    rows.forEach(this::weigh);
  }

  /** How many texts there are. */
  int size() {
    return rows.size();
  }

  /** One text's weights by feature, features in order; none if it has no feature. */
  Map<Long, Double> text(int place) {
    return rows.get(place);
  }

  /** The places of the texts that have a feature, for every feature, in order. */
  Map<Long, List<Integer>> textsOf() {
    return textsOf;
  }

  /** Smoothed inverse document frequency: ln((1 + texts) / (1 + texts with it)) + 1. */
  double weight(long feature) {
    return Math.log((1.0 + rows.size()) / (1.0 + textsOf.get(feature).size())) + 1;
  }

  private void weigh(Map<Long, Double> counts) {
    counts.replaceAll((feature, count) -> count * weight(feature));
    double length = Math.sqrt(counts.values().stream().mapToDouble(w -> w * w).sum());
    if (length > 0) {
      counts.replaceAll((feature, weighted) -> weighted / length);
    }
  }
}
