package dev.tidemark.table;

import dev.tidemark.error.NearestName;
import java.util.List;
import java.util.Optional;

/**
 * Whether SQL that came from outside may run, judged by Spark's own parser before Spark sees it.
 *
 * <p>It keeps honest people from accidents and framework files from Spark's side doors (files,
 * programs, Java methods). It is not the wall around the data: that is the storage's permissions.
 */
public final class SqlGuard {
  private SqlGuard() {}

  /**
   * Why a statement is not a query over the warehouse's tables.
   *
   * @return what is wrong and what to do, to end a sentence with; empty if it may run
   */
  public static Optional<String> queryFault(String sql) {
    try {
      return DeltaStatement.matches(sql)
          ? Optional.empty()
          : ReadOnlyQuery.fault(ParsedSql.statement(sql));
    } catch (ParsedSql.NotSql e) {
      return Optional.of(ReadOnlyQuery.opens(sql) ? e.getMessage() : ReadOnlyQuery.READ_ONLY);
    }
  }

  /**
   * Why a leaf cannot be derived by these expressions: names, functions, shape and types.
   *
   * @param table the input table, or view of one, whose rows are aggregated by unit and period
   * @param value one aggregate expression that gives a number
   * @param where a condition on the rows; empty for all rows
   * @return one phrase for each fault, beginning with {@code table}, {@code value} or {@code
   *     where}; empty if it may run
   */
  public static List<String> aggregateFaults(String table, String value, Optional<String> where) {
    var inputs = Tables.derivable();
    return inputs.stream()
        .filter(input -> input.name().equals(table))
        .findFirst()
        .map(input -> new DerivedValue(input, value, where).faults())
        .orElseGet(
            () -> {
              var names = inputs.stream().map(TableSpec::name).toList();
              return List.of(
                  "table: %s is not an input table%s; input tables and views of them are %s"
                      .formatted(table, NearestName.hint(table, names), String.join(", ", names)));
            });
  }
}
