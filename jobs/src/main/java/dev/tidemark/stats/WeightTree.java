package dev.tidemark.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The weights of an index as a tree in plain arrays: node 0 is the root, parents stand before their
 * children, and leaf <i>i</i> is the <i>i</i>-th node without children.
 */
public final class WeightTree {
  /** How children's scores become their parent's; shares are those of the children present. */
  public enum Mean {
    /** Sum of share × score. */
    ARITHMETIC,
    /** Product of score to the power of share; 0 if a score is. */
    GEOMETRIC,
    /** Inverse of the sum of share / score; 0 if a score is. */
    HARMONIC
  }

  private final int[] parents;
  private final double[] shares;
  private final Mean[] means;
  private final int[] leaves;
  private final int[] leafOfNode;

  private WeightTree(int[] parents, double[] shares, Mean[] means) {
    this.parents = parents;
    this.shares = shares;
    this.means = means;
    var isParent = new boolean[parents.length];
    Arrays.stream(parents).skip(1).forEach(parent -> isParent[parent] = true);
    leaves = IntStream.range(0, parents.length).filter(node -> !isParent[node]).toArray();
    leafOfNode = new int[parents.length];
    Arrays.fill(leafOfNode, -1);
    for (int leaf = 0; leaf < leaves.length; leaf++) {
      leafOfNode[leaves[leaf]] = leaf;
    }
  }

  /**
   * A tree with a mean of its own in every node.
   *
   * @param parents index of each node's parent, below its own; −1 for the root at 0
   * @param weights weight of each node among its siblings, above 0, in any unit: siblings are
   *     rescaled to sum to 1; the root's is not looked at
   * @param means how each node is made from its children; a leaf's is not looked at
   * @throws IllegalArgumentException if lengths differ, there is no node below the root, a parent
   *     does not stand before its child, or a weight is not a finite number above 0
   */
  public static WeightTree of(int[] parents, double[] weights, Mean[] means) {
    if (parents.length < 2 || parents.length != weights.length || parents.length != means.length) {
      throw new IllegalArgumentException(
          "parents, weights and means must be equally many and at least 2, are %d, %d, %d"
              .formatted(parents.length, weights.length, means.length));
    }
    if (parents[0] != -1) {
      throw new IllegalArgumentException("node 0 must be the root, its parent is " + parents[0]);
    }
    for (int node = 1; node < parents.length; node++) {
      if (parents[node] < 0 || parents[node] >= node) {
        throw new IllegalArgumentException(
            "parent of node %d must stand before it, is %d".formatted(node, parents[node]));
      }
      Arguments.positive(weights[node], "weight of node " + node);
    }
    return new WeightTree(parents.clone(), shares(parents, weights), means.clone());
  }

  /** A tree of weighted arithmetic means; see {@link #of(int[], double[], Mean[])}. */
  public static WeightTree arithmetic(int[] parents, double[] weights) {
    var means = new Mean[parents.length];
    Arrays.fill(means, Mean.ARITHMETIC);
    return of(parents, weights, means);
  }

  private static double[] shares(int[] parents, double[] weights) {
    var sums = new double[parents.length];
    for (int node = 1; node < parents.length; node++) {
      sums[parents[node]] += weights[node];
    }
    var shares = new double[parents.length];
    shares[0] = 1;
    for (int node = 1; node < parents.length; node++) {
      shares[node] = weights[node] / sums[parents[node]];
    }
    return shares;
  }

  /** Number of nodes, the root and the leaves included. */
  public int nodes() {
    return parents.length;
  }

  /** Number of leaves. */
  public int leaves() {
    return leaves.length;
  }

  int parent(int node) {
    return parents[node];
  }

  /** A node's share of its siblings' weight, 0 to 1. */
  double share(int node) {
    return shares[node];
  }

  Mean mean(int node) {
    return means[node];
  }

  boolean isLeaf(int node) {
    return leafOfNode[node] >= 0;
  }

  /** Which leaf a node is; negative if none. */
  int leafOfNode(int node) {
    return leafOfNode[node];
  }

  int nodeOfLeaf(int leaf) {
    return leaves[leaf];
  }

  /** Whether the root is one weighted sum of the leaves. */
  boolean isLinear() {
    return IntStream.range(1, parents.length)
        .allMatch(node -> means[parents[node]] == Mean.ARITHMETIC);
  }
}
