package dev.tidemark.table;

import static java.util.stream.Collectors.joining;

import dev.tidemark.error.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import scala.jdk.javaapi.CollectionConverters;

/** One SQL expression from outside, held against a table's columns and what is allowed. */
final class SqlClause {
  /** Longer than a person writes, and short enough to be read on any thread's stack. */
  private static final int LONGEST = 4000;

  /** Date and time literals that mean another instant at every run. */
  private static final Pattern MOVING =
      Pattern.compile("'\\s*(now|today|tomorrow|yesterday)\\b", Pattern.CASE_INSENSITIVE);

  /** Where in an expression one stands. */
  private enum Place {
    /** Outside every aggregate: a row's own columns have no one value here. */
    GROUP,
    /** Within an aggregate, or in a condition: one row at a time. */
    ROW
  }

  private final String name;
  private final String text;
  private final String table;
  private final List<String> columns;
  private final Consumer<String> faults;
  private final Optional<Expression> root;
  private boolean isGood = true;

  /**
   * Parses it.
   *
   * @param name what a fault begins with
   * @param table the table's name, for faults
   * @param columns the names of its columns
   * @param faults takes each fault
   */
  SqlClause(String name, String text, String table, List<String> columns, Consumer<String> faults) {
    this.name = name;
    this.text = text;
    this.table = table;
    this.columns = columns;
    this.faults = faults;
    this.root = parse();
  }

  /** Whether nothing was found wrong with it so far. */
  boolean isGood() {
    return isGood;
  }

  /** What was parsed. */
  Expression parsed() {
    return root.orElseThrow();
  }

  void checkAggregate() {
    root.ifPresent(
        expression -> {
          check(expression, Place.GROUP);
          boolean isConstant = ParsedSql.nodes(expression).noneMatch(SqlClause::isAggregate);
          if (isGood && isConstant) {
            fault("has no aggregate; write one value per unit and period, as sum(visits)");
          }
        });
  }

  void checkCondition() {
    root.ifPresent(
        expression -> {
          ParsedSql.nodes(expression)
              .filter(SqlClause::isAggregate)
              .forEach(
                  node ->
                      fault(
                          "%s is an aggregate; a condition sees one row at a time"
                              .formatted(functionName((UnresolvedFunction) node))));
          check(expression, Place.ROW);
        });
  }

  private Optional<Expression> parse() {
    if (text.length() > LONGEST) {
      fault("has %d characters, at most %d are read".formatted(text.length(), LONGEST));
      return Optional.empty();
    }
    try {
      return Optional.of(ParsedSql.expression(text));
    } catch (ParsedSql.NotSql e) {
      fault("is not one SQL expression: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void check(Expression node, Place place) {
    var inner = place;
    if (!AllowedSyntax.contains(node)) {
      fault(AllowedSyntax.reasonAgainst(node));
      return;
    }
    if (node instanceof UnresolvedAttribute column) {
      checkColumn(column.nameParts().head(), place);
    } else if (node instanceof Literal literal) {
      checkLiteral(literal);
    } else if (node instanceof UnresolvedFunction function) {
      checkFunction(function);
      if (isAggregate(node)) {
        if (place == Place.ROW && name.equals("value")) {
          fault(functionName(function) + " stands within another aggregate; take one of them");
        }
        inner = Place.ROW;
      }
    }
    for (var child : CollectionConverters.asJava(node.children())) {
      check(child, inner);
    }
  }

  private void checkColumn(String column, Place place) {
    if (columns.stream().noneMatch(column::equalsIgnoreCase)) {
      fault("%s has no column %s%s".formatted(table, column, NearestName.hint(column, columns)));
    } else if (place == Place.GROUP) {
      fault(
          "column %s stands outside an aggregate, where a unit and period may have many values;"
                  .formatted(column)
              + " write max(%s), say".formatted(column));
    }
  }

  private void checkFunction(UnresolvedFunction function) {
    var called = functionName(function);
    if (!AllowedFunctions.contains(called)) {
      var hint =
          AllowedFunctions.reasonAgainst(called)
              .map(reason -> ": " + reason)
              .orElseGet(() -> NearestName.hint(called, AllowedFunctions.all()));
      fault(
          "function %s is not allowed%s; docs/sql.md lists those that are".formatted(called, hint));
    }
  }

  private void checkLiteral(Literal literal) {
    var origin = literal.origin();
    // TRUE, FALSE and NULL are shared by all that is parsed, and stand where they first stood.
    if (isTime(literal.dataType())
        && origin.startIndex().isDefined()
        && origin.stopIndex().isDefined()) {
      int from = (Integer) origin.startIndex().get();
      int to = (Integer) origin.stopIndex().get() + 1;
      if (MOVING.matcher(text.substring(from, to)).find()) {
        fault(
            "%s is another time at every run; write the date".formatted(text.substring(from, to)));
      }
    }
  }

  private void fault(String what) {
    isGood = false;
    faults.accept(name + ": " + what);
  }

  private static boolean isTime(DataType type) {
    return type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType;
  }

  private static boolean isAggregate(Object node) {
    return node instanceof UnresolvedFunction function
        && AllowedFunctions.isAggregate(functionName(function));
  }

  private static String functionName(UnresolvedFunction function) {
    return CollectionConverters.asJava(function.nameParts()).stream()
        .map(part -> part.toLowerCase(Locale.ROOT))
        .collect(joining("."));
  }
}
