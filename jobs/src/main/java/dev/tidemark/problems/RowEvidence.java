package dev.tidemark.problems;

import static dev.tidemark.framework.ProblemRule.PARAMETERS;
import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import dev.tidemark.framework.ProblemRule;
import dev.tidemark.table.SqlGuard;
import dev.tidemark.table.TableSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** What proves that a row has a problem. */
final class RowEvidence {
  /** Where the proof of an observation is kept, and the row of the file it came in. */
  private static final List<String> PROOF = List.of(EVIDENCE, SOURCE_FILE, SOURCE_LINE);

  private RowEvidence() {}

  /**
   * The table, and of the row its key, the columns the rule judged or tells of, and where it came
   * from.
   *
   * @return JSON; what is null in the row is not in it
   */
  static Column of(ProblemRule rule, TableSpec table) {
    var named =
        Stream.of(
                SqlGuard.columns(rule.where()).stream(),
                rule.zh().columns().stream(),
                rule.en().columns().stream(),
                PROOF.stream())
            .flatMap(columns -> columns)
            .map(column -> column.toLowerCase(Locale.ROOT))
            .toList();
    var wanted = new TreeSet<String>(table.key());
    wanted.addAll(named);
    wanted.remove(PARAMETERS);
    var cells =
        Arrays.stream(table.schema().fieldNames())
            .filter(wanted::contains)
            .map(column -> col(column))
            .toArray(Column[]::new);
    return to_json(struct(lit(table.name()).as(TABLE), struct(cells).as("row")));
  }
}
