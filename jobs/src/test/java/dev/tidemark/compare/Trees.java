package dev.tidemark.compare;

import dev.tidemark.framework.Aggregate;
import java.util.List;
import java.util.Map;

/** Trees and periods small enough to work out by hand. */
final class Trees {
  /** No score. */
  static final double NONE = Double.NaN;

  private Trees() {}

  static NodeTree.Node root(String id, Aggregate aggregate) {
    return new NodeTree.Node(id, null, aggregate, 1);
  }

  static NodeTree.Node composite(String id, String parent, Aggregate aggregate, double weight) {
    return new NodeTree.Node(id, parent, aggregate, weight);
  }

  static NodeTree.Node leaf(String id, String parent, double weight) {
    return new NodeTree.Node(id, parent, null, weight);
  }

  static NodeTree of(NodeTree.Node... nodes) {
    return new NodeTree(List.of(nodes));
  }

  /** Half a and half b, under one mean. */
  static NodeTree halves(Aggregate aggregate) {
    return of(root("index", aggregate), leaf("a", "index", 0.5), leaf("b", "index", 0.5));
  }

  /** A quarter g, of which half a and half b; three quarters c. */
  static NodeTree quarterAndLeaf() {
    return of(
        root("index", Aggregate.ARITHMETIC),
        composite("g", "index", Aggregate.ARITHMETIC, 0.25),
        leaf("a", "g", 0.125),
        leaf("b", "g", 0.125),
        leaf("c", "index", 0.75));
  }

  /** Units U1, U2, … without groups. */
  static PeriodScores period(String id, String version, NodeTree tree, double[]... scores) {
    return period(
        id,
        version,
        tree,
        java.util.stream.IntStream.rangeClosed(1, scores.length).mapToObj(i -> "U" + i).toList(),
        java.util.Collections.nCopies(scores.length, Map.of()),
        scores);
  }

  static PeriodScores period(
      String id,
      String version,
      NodeTree tree,
      List<String> units,
      List<Map<String, String>> groups,
      double[]... scores) {
    return new PeriodScores(id, version, tree, units, groups, scores);
  }

  /** A unit's scores in the order of the tree's nodes. */
  static double[] scores(double... scores) {
    return scores;
  }
}
