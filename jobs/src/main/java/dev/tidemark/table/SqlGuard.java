package dev.tidemark.table;

import dev.tidemark.error.NearestName;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.StructType;

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

  /**
   * Why a condition cannot be asked of a table's rows.
   *
   * @param clause what the faults begin with
   * @param table the table's name, for the faults
   * @param columns the columns a row has
   * @return one phrase for each fault; empty if it may be evaluated
   */
  public static List<String> conditionFaults(
      String clause, String condition, String table, StructType columns) {
    return rowFaults(clause, condition, table, columns, ValueTypes::conditionFault);
  }

  /** Why a value cannot be taken from a table's rows and shown as text. */
  public static List<String> textFaults(
      String clause, String value, String table, StructType columns) {
    return rowFaults(clause, value, table, columns, ValueTypes::textFault);
  }

  /**
   * The columns an expression names, in order.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static List<String> columns(String expression) {
    try {
      return ParsedSql.nodes(ParsedSql.expression(expression))
          .filter(UnresolvedAttribute.class::isInstance)
          .map(node -> ((UnresolvedAttribute) node).nameParts().head())
          .distinct()
          .toList();
    } catch (ParsedSql.NotSql e) {
      throw new IllegalArgumentException(expression, e);
    }
  }

  private interface TypeCheck {
    Optional<String> fault(String clause, StructType columns, Expression parsed);
  }

  private static List<String> rowFaults(
      String clause, String text, String table, StructType columns, TypeCheck types) {
    var faults = new LinkedHashSet<String>();
    var parsed =
        new SqlClause(clause, text, table, Arrays.asList(columns.fieldNames()), faults::add);
    parsed.checkCondition();
    if (parsed.isGood()) {
      types.fault(clause, columns, parsed.parsed()).ifPresent(faults::add);
    }
    return List.copyOf(faults);
  }
}
