package dev.tidemark.compare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of two trees as one: those of the later tree where they are, then those only the
 * earlier one has, below their earlier parent.
 */
final class NodePaths implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<String> ids = new ArrayList<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, List<String>> children = new HashMap<>();

  private NodePaths() {}

  static NodePaths of(NodeMatch match) {
    var paths = new NodePaths();
    var to = match.later();
    var from = match.earlier();
    paths.add(to.id(0), null);
    for (int node = 1; node < to.size(); node++) {
      paths.add(to.id(node), to.id(to.parent(node)));
    }
    for (int node : match.gone()) {
      int parent = from.parent(node);
      paths.add(from.id(node), parent == 0 ? to.id(0) : from.id(parent));
    }
    return paths;
  }

  private void add(String id, String parent) {
    ids.add(id);
    parents.put(id, parent);
    if (parent != null) {
      children.computeIfAbsent(parent, key -> new ArrayList<>()).add(id);
    }
  }

  /** Every node. */
  List<String> ids() {
    return ids;
  }

  /** The parent's id; null for the root. */
  String parent(String id) {
    return parents.get(id);
  }

  /**
   * Adds to every node what its leaves have. What a leaf has that is a composite in the other tree
   * goes to its children in equal parts, so that children always sum to their parent.
   */
  Map<String, double[]> summedUp(Map<String, double[]> leaves, int width) {
    var sums = new HashMap<String, double[]>();
    ids.forEach(id -> sums.put(id, new double[width]));
    leaves.forEach((leaf, values) -> add(leaf, values, 1, sums));
    return sums;
  }

  private void add(String leaf, double[] values, double part, Map<String, double[]> sums) {
    var below = children.getOrDefault(leaf, List.of());
    below.forEach(child -> add(child, values, part / below.size(), sums));
    for (var id = below.isEmpty() ? leaf : null; id != null; id = parents.get(id)) {
      var sum = sums.get(id);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part * values[i];
      }
    }
  }
}
