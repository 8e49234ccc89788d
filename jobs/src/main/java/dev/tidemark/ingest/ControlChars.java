package dev.tidemark.ingest;

import java.util.ArrayList;
import java.util.List;

/** Characters no cell may hold: they hide from readers and break what reads the table later. */
final class ControlChars {
  private ControlChars() {}

  static boolean refuses(char c) {
    return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
  }

  static boolean in(String text) {
    return text != null && text.chars().anyMatch(c -> refuses((char) c));
  }

  /**
   * Names the cells that hold one.
   *
   * @param names of the cells, in their order
   * @param cells some may be null
   * @return one fault for each
   */
  static List<Fault> faults(List<String> names, List<String> cells) {
    var faults = new ArrayList<Fault>(0);
    for (var i = 0; i < cells.size(); i++) {
      if (in(cells.get(i))) {
        faults.add(
            new Fault(Reason.CONTROL_CHAR, names.get(i), cells.get(i), "remove the character"));
      }
    }
    return faults;
  }
}
