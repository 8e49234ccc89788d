package dev.tidemark.wording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which form stands for each of those that mean the same. */
final class Equivalents {
  private Equivalents() {}

  /**
   * Looks up by form; meanings that share a form are one, since what means the same as the same
   * text means the same.
   *
   * @param meanings texts as written, one list per meaning
   * @param form the form in which texts are compared
   * @return the first form of its meaning, by form, for every form that is not the first itself
   */
  static Map<String, String> of(List<List<String>> meanings, UnaryOperator<String> form) {
    var classes = new ArrayList<Set<String>>();
    for (var meaning : meanings) {
      var forms = new LinkedHashSet<String>();
      meaning.forEach(text -> forms.add(form.apply(text)));
      join(classes, forms);
    }
    var firsts = new LinkedHashMap<String, String>();
    for (var same : classes) {
      var first = same.iterator().next();
      same.stream().skip(1).forEach(other -> firsts.put(other, first));
    }
    return firsts;
  }

  private static void join(List<Set<String>> classes, Set<String> forms) {
    var joined = new LinkedHashSet<String>();
    classes.removeIf(
        same -> {
          boolean isShared = same.stream().anyMatch(forms::contains);
          return isShared && joined.addAll(same);
        });
    joined.addAll(forms);
    classes.add(joined);
  }
}
