package dev.tidemark.issues;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;

/**
 * How well groups fit classes (Bagga and Baldwin 1998), over the members of classes of two or more;
 * what is alone in its class only spoils the groups it is in.
 *
 * @param precision share of a member's group that is of its class, on average
 * @param recall share of a member's class that is in its group, on average
 */
record BCubed(double precision, double recall) {
  static BCubed of(List<String> classes, List<List<Integer>> groups) {
    double precision = 0;
    double recall = 0;
    int n = 0;
    for (var group : groups) {
      var counts = new HashMap<String, Integer>();
      group.forEach(i -> counts.merge(classes.get(i), 1, Integer::sum));
      for (int i : group) {
        int size = Collections.frequency(classes, classes.get(i));
        if (size > 1) {
          precision += (double) counts.get(classes.get(i)) / group.size();
          recall += (double) counts.get(classes.get(i)) / size;
          n++;
        }
      }
    }
    return new BCubed(precision / n, recall / n);
  }
}
