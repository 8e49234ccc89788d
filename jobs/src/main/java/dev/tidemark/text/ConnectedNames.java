package dev.tidemark.text;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Which names hang together by pairs, each group named after its smallest (union-find). */
final class ConnectedNames {
  private final Map<String, String> parents = new HashMap<>();

  /** Puts the groups of two names together. */
  void join(String one, String other) {
    var a = groupOf(one);
    var b = groupOf(other);
    if (!a.equals(b)) {
      boolean isFirst = a.compareTo(b) < 0;
      parents.put(isFirst ? b : a, isFirst ? a : b);
    }
  }

  /** The smallest name that hangs together with this one; itself if it is alone. */
  String groupOf(String name) {
    var root = name;
    for (var up = parents.get(root); up != null; up = parents.get(root)) {
      root = up;
    }
    for (var at = name; !at.equals(root); ) {
      var up = parents.put(at, root);
      at = up == null ? root : up;
    }
    return root;
  }

  /** Every name that hangs together with a smaller one, in order. */
  Iterable<String> names() {
    return new TreeSet<>(parents.keySet());
  }
}
