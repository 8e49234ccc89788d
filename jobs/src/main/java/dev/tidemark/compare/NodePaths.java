package dev.tidemark.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of two trees as one: those of the later tree where they are, then those only the
 * earlier one has, below their earlier parent.
 */
final class NodePaths {
  private final List<String> ids = new ArrayList<>();
  private final Map<String, String> parents = new HashMap<>();

  private NodePaths() {}

  static NodePaths of(NodeTree from, NodeTree to) {
    var paths = new NodePaths();
    for (int node = 0; node < to.size(); node++) {
      paths.ids.add(to.id(node));
      paths.parents.put(to.id(node), node == 0 ? null : to.id(to.parent(node)));
    }
    for (int node = 1; node < from.size(); node++) {
      var id = from.id(node);
      if (to.number(id) < 0) {
        paths.ids.add(id);
        paths.parents.put(id, from.parent(node) == 0 ? to.id(0) : from.id(from.parent(node)));
      }
    }
    return paths;
  }

  /** Every node. */
  List<String> ids() {
    return ids;
  }

  /** The parent's id; null for the root. */
  String parent(String id) {
    return parents.get(id);
  }

  /** Adds to every node what its leaves have. */
  Map<String, double[]> summedUp(Map<String, double[]> leaves, int width) {
    var sums = new HashMap<String, double[]>();
    ids.forEach(id -> sums.put(id, new double[width]));
    leaves.forEach(
        (leaf, values) -> {
          for (var id = leaf; id != null; id = parents.get(id)) {
            var sum = sums.get(id);
            for (int i = 0; i < width; i++) {
              sum[i] += values[i];
            }
          }
        });
    return sums;
  }
}
