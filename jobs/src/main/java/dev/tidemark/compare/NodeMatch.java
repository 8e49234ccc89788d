package dev.tidemark.compare;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * Which node of an earlier tree is which of a later one: that of the same id; the roots are each
 * other's, whatever they are called.
 */
final class NodeMatch implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The number of a node that the other tree does not have. */
  static final int NONE = -1;

  private final NodeTree earlier;
  private final NodeTree later;
  private final int[] before;
  private final int[] after;

  private NodeMatch(NodeTree earlier, NodeTree later) {
    this.earlier = earlier;
    this.later = later;
    this.before = numbers(later, earlier);
    this.after = numbers(earlier, later);
  }

  static NodeMatch of(NodeTree earlier, NodeTree later) {
    return new NodeMatch(earlier, later);
  }

  private static int[] numbers(NodeTree of, NodeTree in) {
    return IntStream.range(0, of.size())
        .map(node -> node == 0 ? 0 : below(in, of.id(node)))
        .toArray();
  }

  private static int below(NodeTree tree, String id) {
    int number = tree.number(id);
    return number == 0 ? NONE : number;
  }

  NodeTree earlier() {
    return earlier;
  }

  NodeTree later() {
    return later;
  }

  /** The earlier number of a node of the later tree, {@link #NONE} if it is new. */
  int before(int node) {
    return before[node];
  }

  /** The later number of a node of the earlier tree, {@link #NONE} if it is gone. */
  int after(int node) {
    return after[node];
  }

  /** Nodes of the earlier tree that the later does not have. */
  int[] gone() {
    return IntStream.range(0, after.length).filter(node -> after[node] == NONE).toArray();
  }

  /** Whether a node of the later tree is a leaf in both. */
  boolean isLeafInBoth(int node) {
    return later.isLeaf(node) && before[node] != NONE && earlier.isLeaf(before[node]);
  }
}
