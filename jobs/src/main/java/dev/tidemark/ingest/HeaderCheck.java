package dev.tidemark.ingest;

import dev.tidemark.error.NearestName;
import dev.tidemark.framework.Separator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Whether a header names what the table declares; names match exactly once they are trimmed. */
final class HeaderCheck {
  private HeaderCheck() {}

  /**
   * Finds all that is wrong.
   *
   * @param header trimmed names, in the file's order; a blank one is empty
   * @return one fault with every problem in its hint; null if there is none
   */
  static Fault fault(List<String> header, Columns columns) {
    var problems = problems(header, columns);
    return problems.isEmpty() ? null : fault(String.join(",", header), problems, columns);
  }

  /**
   * The fault of a header without commas: that, and what else is wrong with its names.
   *
   * @param header its line, as written
   */
  static Fault separated(String header, Separator separator, Columns columns) {
    var problems = problems(separator.names(header), columns);
    problems.add(0, separator.hint());
    return fault(header, problems, columns);
  }

  private static Fault fault(String header, List<String> problems, Columns columns) {
    return new Fault(
        Reason.BAD_HEADER, null, isShown(columns) ? header : null, String.join("; ", problems));
  }

  private static List<String> problems(List<String> header, Columns columns) {
    var problems = new ArrayList<String>();
    for (var column : columns.declared()) {
      if (columns.required().contains(column) && !header.contains(column)) {
        problems.add(column + " is missing");
      }
    }
    var seen = new HashMap<String, Integer>();
    for (var i = 0; i < header.size(); i++) {
      var name = header.get(i);
      if (name.isEmpty()) {
        problems.add("cell %d is blank (merged with its neighbour?)".formatted(i + 1));
        continue;
      }
      var before = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), i + 1);
      if (before != null) {
        problems.add(
            "%s is named twice, in cells %d and %d"
                .formatted(shown(name, columns, i), before, i + 1));
      } else if (!columns.knows(name)) {
        problems.add(unknown(name, shown(name, columns, i), columns));
      }
    }
    return problems;
  }

  private static boolean isShown(Columns columns) {
    return columns.others() != Columns.Others.REFUSED_UNSEEN;
  }

  private static String shown(String name, Columns columns, int place) {
    return isShown(columns) ? name : "cell %d".formatted(place + 1);
  }

  private static String unknown(String name, String shown, Columns columns) {
    if (columns.declared().contains(name.toLowerCase(Locale.ROOT))) {
      return "%s is not declared, %s is: write it in lower case"
          .formatted(shown, name.toLowerCase(Locale.ROOT));
    }
    var why =
        columns.others() == Columns.Others.FEATURES
            ? " is neither declared nor a feature's name (a-z, 0-9, _)"
            : " is not declared";
    return shown
        + why
        + NearestName.to(name, columns.declared()).map(near -> ", " + near + " is").orElse("");
  }
}
