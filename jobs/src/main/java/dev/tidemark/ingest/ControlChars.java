package dev.tidemark.ingest;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.right;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/** Characters no cell may hold: they hide from readers and break what reads the table later. */
final class ControlChars {
  private static final String REFUSED = "[\\p{IsControl}&&[^\\t\\n\\r]]";
  private static final String REMEDY = "remove the character";

  private ControlChars() {}

  static boolean refuses(char c) {
    return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
  }

  static boolean in(String text) {
    return text != null && text.chars().anyMatch(c -> refuses((char) c));
  }

  /** The fault of a text with one, else null: the same judgement, of a column. */
  static Column fault(String name, Column text) {
    var shown =
        transform(
            split(substring(text, 1, Fault.SHOWN), ""),
            c -> when(c.rlike(REFUSED), escaped(c)).otherwise(c));
    return FaultColumns.where(
        text.rlike(REFUSED),
        Reason.CONTROL_CHAR,
        name,
        substring(array_join(shown, ""), 1, Fault.SHOWN),
        lit(REMEDY));
  }

  /** All of them end in UTF-8 with the byte that is their number. */
  private static Column escaped(Column c) {
    return concat(lit("\\u00"), lower(right(hex(c), lit(2))));
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
        faults.add(new Fault(Reason.CONTROL_CHAR, names.get(i), cells.get(i), REMEDY));
      }
    }
    return faults;
  }
}
