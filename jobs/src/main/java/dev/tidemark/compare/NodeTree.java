package dev.tidemark.compare;

import dev.tidemark.framework.Aggregate;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The indicator tree of one framework version in arrays, parents before their children, and its
 * scores.
 *
 * <p>NaN stands for "no score" inside this package's kernels and nowhere else.
 */
final class NodeTree implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * One node as the table {@code nodes} has it.
   *
   * @param parent null for the root
   * @param aggregate null for a leaf
   * @param weight in the whole index, above 0 to 1
   */
  record Node(String id, String parent, Aggregate aggregate, double weight) {}

  private final String[] ids;
  private final int[] parents;
  private final Aggregate[] aggregates;
  private final double[] weights;
  private final double[] shares;
  private final int[] depths;
  private final int[][] children;
  private final HashMap<String, Integer> numbers = new HashMap<>();

  /**
   * Builds the tree.
   *
   * @param nodes parents before their children
   */
  NodeTree(List<Node> nodes) {
    int n = nodes.size();
    ids = nodes.stream().map(Node::id).toArray(String[]::new);
    aggregates = nodes.stream().map(Node::aggregate).toArray(Aggregate[]::new);
    weights = nodes.stream().mapToDouble(Node::weight).toArray();
    parents = new int[n];
    shares = new double[n];
    depths = new int[n];
    var lists = new ArrayList<List<Integer>>();
    for (int i = 0; i < n; i++) {
      numbers.put(ids[i], i);
      lists.add(new ArrayList<>());
      var parent = nodes.get(i).parent();
      parents[i] = parent == null ? -1 : numbers.get(parent);
      shares[i] = parents[i] < 0 ? 1 : weights[i] / weights[parents[i]];
      depths[i] = parents[i] < 0 ? 0 : depths[parents[i]] + 1;
      if (parents[i] >= 0) {
        lists.get(parents[i]).add(i);
      }
    }
    children =
        lists.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  int size() {
    return ids.length;
  }

  String id(int node) {
    return ids[node];
  }

  int parent(int node) {
    return parents[node];
  }

  int depth(int node) {
    return depths[node];
  }

  /** The node's declared weight in the whole index. */
  double weight(int node) {
    return weights[node];
  }

  /** The node's declared part of its siblings' weight. */
  double share(int node) {
    return shares[node];
  }

  /** Null for a leaf. */
  Aggregate aggregate(int node) {
    return aggregates[node];
  }

  boolean isLeaf(int node) {
    return aggregates[node] == null;
  }

  /** The node of this id, −1 if there is none. */
  int number(String id) {
    return numbers.getOrDefault(id, -1);
  }

  Map<String, Integer> numbers() {
    return numbers;
  }

  int[] children(int node) {
    return children[node];
  }

  /** Whether a leaf and every node above it have a score, so that it counts in the root's. */
  boolean reachesRoot(int leaf, double[] scores) {
    for (int node = leaf; node >= 0; node = parents[node]) {
      if (Double.isNaN(scores[node])) {
        return false;
      }
    }
    return true;
  }

  /** Whether every composite follows this rule. */
  boolean hasOnly(Aggregate rule) {
    return java.util.Arrays.stream(aggregates).allMatch(own -> own == null || own == rule);
  }

  /** The same tree with one aggregation rule in every node. */
  NodeTree with(Aggregate rule) {
    return new NodeTree(
        java.util.stream.IntStream.range(0, size())
            .mapToObj(
                node ->
                    new Node(
                        ids[node],
                        parents[node] < 0 ? null : ids[parents[node]],
                        isLeaf(node) ? null : rule,
                        weights[node]))
            .toList());
  }

  /** The leaves at or below a node, in the tree's order. */
  int[] leavesOf(int node) {
    return java.util.stream.IntStream.range(node, size())
        .filter(this::isLeaf)
        .filter(leaf -> isAtOrBelow(leaf, node))
        .toArray();
  }

  private boolean isAtOrBelow(int node, int ancestor) {
    int at = node;
    while (at > ancestor) {
      at = parents[at];
    }
    return at == ancestor;
  }

  /**
   * Every node's score from those of the leaves, whatever the coverage.
   *
   * @param leafScores by node number, points; NaN where not observed; of composites not read
   */
  double[] scores(double[] leafScores) {
    var scores = leafScores.clone();
    for (int node = size() - 1; node >= 0; node--) {
      if (!isLeaf(node)) {
        scores[node] = score(node, scores);
      }
    }
    return scores;
  }

  private double score(int node, double[] scores) {
    int n = children[node].length;
    var childShares = new double[n];
    var childScores = new double[n];
    for (int i = 0; i < n; i++) {
      childShares[i] = shares[children[node][i]];
      childScores[i] = scores[children[node][i]];
    }
    return mean(aggregates[node], childShares, childScores);
  }

  /** The weighted mean of the scores there are; NaN if there are none. */
  static double mean(Aggregate aggregate, double[] shares, double[] scores) {
    double present = 0;
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      if (!Double.isNaN(scores[i])) {
        present += shares[i];
        sum += shares[i] * transformed(aggregate, scores[i]);
      }
    }
    if (present == 0) {
      return Double.NaN;
    }
    return switch (aggregate) {
      case ARITHMETIC -> sum / present;
      case GEOMETRIC -> Math.exp(sum / present);
      case HARMONIC -> present / sum;
    };
  }

  private static double transformed(Aggregate aggregate, double score) {
    return switch (aggregate) {
      case ARITHMETIC -> score;
      case GEOMETRIC -> Math.log(score);
      case HARMONIC -> 1 / score;
    };
  }

  /**
   * How much a node moves for each point a leaf moves: for arithmetic means the leaf's effective
   * weight, siblings without a score left out.
   *
   * @param node the node that moves
   * @param scores of every node, see {@link #scores}
   * @return by node number, for the nodes at or below {@code node}; 0 elsewhere and where there is
   *     no score
   */
  double[] gradient(int node, double[] scores) {
    var gradient = new double[size()];
    if (Double.isNaN(scores[node])) {
      return gradient;
    }
    gradient[node] = 1;
    for (int at = node; at < size(); at++) {
      if (gradient[at] != 0 && !isLeaf(at)) {
        spread(at, scores, gradient);
      }
    }
    return gradient;
  }

  private void spread(int node, double[] scores, double[] gradient) {
    double present =
        Arrays.stream(children[node])
            .filter(child -> !Double.isNaN(scores[child]))
            .mapToDouble(child -> shares[child])
            .sum();
    for (int child : children[node]) {
      if (!Double.isNaN(scores[child])) {
        gradient[child] =
            gradient[node] * shares[child] / present * slope(node, scores[node], scores[child]);
      }
    }
  }

  /** Derivative of a mean by one of its scores, for a share of 1. */
  private double slope(int node, double mean, double score) {
    double ratio = score == 0 ? 0 : mean / score;
    return switch (aggregates[node]) {
      case ARITHMETIC -> 1;
      case GEOMETRIC -> ratio;
      case HARMONIC -> ratio * ratio;
    };
  }

  /** Whether a node and all composites below it are arithmetic means. */
  boolean isLinear(int node) {
    return java.util.stream.IntStream.range(node, size())
        .filter(at -> !isLeaf(at) && isAtOrBelow(at, node))
        .allMatch(at -> aggregates[at] == Aggregate.ARITHMETIC);
  }
}
