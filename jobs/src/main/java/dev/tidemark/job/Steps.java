package dev.tidemark.job;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;

import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;

/** What a visit is for: the column {@code step} of {@code visits}, which may join several. */
public final class Steps {
  private Steps() {}

  /** Whether the step is one of these, or joins one of these with others; false if not told. */
  public static Column isAny(Column step, Set<String> steps) {
    if (steps.isEmpty()) {
      return lit(false);
    }
    var any = array(steps.stream().sorted().map(name -> lit(name)).toArray(Column[]::new));
    var told = split(step, "\\s*" + Pattern.quote("+") + "\\s*");
    return coalesce(arrays_overlap(told, any), lit(false));
  }
}
