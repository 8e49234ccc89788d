package dev.tidemark.compare;

import dev.tidemark.framework.Aggregate;
import dev.tidemark.stats.WeightTree;
import dev.tidemark.stats.WeightedMean;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
  private final WeightTree.Mean[] means;
  private final double[] weights;
  private final int[] depths;
  private final int[][] children;
  private final double[][] childShares;
  private final int[][] leaves;
  private final boolean[] isLinear;
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
    means =
        Arrays.stream(aggregates)
            .map(rule -> WeightTree.Mean.valueOf(rule == null ? "ARITHMETIC" : rule.name()))
            .toArray(WeightTree.Mean[]::new);
    weights = nodes.stream().mapToDouble(Node::weight).toArray();
    parents = new int[n];
    depths = new int[n];
    for (int node = 0; node < n; node++) {
      numbers.put(ids[node], node);
      var parent = nodes.get(node).parent();
      parents[node] = parent == null ? -1 : numbers.get(parent);
      depths[node] = parent == null ? 0 : depths[parents[node]] + 1;
    }
    children = below(node -> parents[node] < 0 ? List.of() : List.of(parents[node]));
    leaves = below(node -> aggregates[node] == null ? upwards(node) : List.of());
    childShares = new double[n][];
    isLinear = new boolean[n];
    for (int node = n - 1; node >= 0; node--) {
      childShares[node] = Arrays.stream(children[node]).mapToDouble(this::share).toArray();
      isLinear[node] =
          (aggregates[node] == null || aggregates[node] == Aggregate.ARITHMETIC)
              && Arrays.stream(children[node]).allMatch(child -> isLinear[child]);
    }
  }

  /** For each node, the nodes that name it, in the tree's order. */
  private int[][] below(IntFunction<List<Integer>> named) {
    var lists = IntStream.range(0, ids.length).mapToObj(i -> new ArrayList<Integer>()).toList();
    for (int node = 0; node < ids.length; node++) {
      for (int above : named.apply(node)) {
        lists.get(above).add(node);
      }
    }
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** The node and those above it, to the root. */
  private List<Integer> upwards(int node) {
    return IntStream.iterate(node, at -> at >= 0, at -> parents[at]).boxed().toList();
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
    return parents[node] < 0 ? 1 : weights[node] / weights[parents[node]];
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

  int[] children(int node) {
    return children[node];
  }

  /** Whether a node is an arithmetic mean of nodes that are, down to the leaves. */
  boolean isLinear(int node) {
    return isLinear[node];
  }

  /** The leaves at or below a node, in the tree's order. */
  int[] leavesOf(int node) {
    return leaves[node];
  }

  /**
   * The scores of the leaves that count in a node's: they and every node between have a score.
   *
   * @param scores by node number, NaN for none
   * @return by node number; NaN for all but these leaves
   */
  double[] counting(int node, double[] scores) {
    var counting = new double[size()];
    Arrays.fill(counting, Double.NaN);
    for (int leaf : leaves[node]) {
      int at = leaf;
      while (at > node && !Double.isNaN(scores[at])) {
        at = parents[at];
      }
      counting[leaf] = Double.isNaN(scores[at]) ? Double.NaN : scores[leaf];
    }
    return counting;
  }

  /** Whether every composite follows this rule. */
  boolean hasOnly(Aggregate rule) {
    return Arrays.stream(aggregates).allMatch(own -> own == null || own == rule);
  }

  /** The same tree with one aggregation rule in every node. */
  NodeTree with(Aggregate rule) {
    return new NodeTree(
        IntStream.range(0, size())
            .mapToObj(
                node ->
                    new Node(
                        ids[node],
                        parents[node] < 0 ? null : ids[parents[node]],
                        isLeaf(node) ? null : rule,
                        weights[node]))
            .toList());
  }

  /**
   * Every node's score from those of the leaves, whatever the coverage.
   *
   * @param leafScores by node number, points; NaN where not observed; of composites not read
   */
  double[] scores(double[] leafScores) {
    return scores(leafScores, node -> true);
  }

  /**
   * The same, but a composite has no score unless it may have one.
   *
   * @param mayScore asked of the number of a composite
   */
  double[] scores(double[] leafScores, IntPredicate mayScore) {
    var scores = leafScores.clone();
    for (int node = size() - 1; node >= 0; node--) {
      if (!isLeaf(node)) {
        scores[node] =
            mayScore.test(node)
                ? WeightedMean.of(means[node], children[node], childShares[node], scores)
                : Double.NaN;
      }
    }
    return scores;
  }

  /** How the kernels call a composite's rule; of a leaf without meaning. */
  WeightTree.Mean mean(int node) {
    return means[node];
  }
}
