package dev.tidemark.table;

import static java.util.stream.Collectors.joining;

import dev.tidemark.error.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.StringType;
import scala.jdk.javaapi.CollectionConverters;

/** The SQL of a derived leaf: an aggregate of a table's rows, and a condition on them. */
final class DerivedValue {
  /** Longer than a person writes, and short enough to be read on any thread's stack. */
  private static final int LONGEST = 4000;

  /** Date and time literals that mean another instant at every run. */
  private static final Pattern MOVING =
      Pattern.compile("'\\s*(now|today|tomorrow|yesterday)\\b", Pattern.CASE_INSENSITIVE);

  private final TableSpec table;
  private final String value;
  private final Optional<String> where;
  private final Set<String> faults = new LinkedHashSet<>();

  DerivedValue(TableSpec table, String value, Optional<String> where) {
    this.table = table;
    this.value = value;
    this.where = where;
  }

  /** Every fault, in the order of reading; types are judged only where all else is good. */
  List<String> faults() {
    var aggregate = new Clause("value", value);
    aggregate.checkAggregate();
    var condition = where.map(text -> new Clause("where", text));
    condition.ifPresent(Clause::checkCondition);
    if (faults.isEmpty()) {
      ValueTypes.fault(table, aggregate.parsed(), condition.map(Clause::parsed))
          .ifPresent(faults::add);
    }
    return new ArrayList<>(faults);
  }

  /** Where in an expression one stands. */
  private enum Place {
    /** Outside every aggregate: a row's own columns have no one value here. */
    GROUP,
    /** Within an aggregate, or in a condition: one row at a time. */
    ROW
  }

  private final class Clause {
    private final String name;
    private final String text;
    private final Optional<Expression> root;

    Clause(String name, String text) {
      this.name = name;
      this.text = text;
      this.root = parse();
    }

    Expression parsed() {
      return root.orElseThrow();
    }

    void checkAggregate() {
      root.ifPresent(
          expression -> {
            check(expression, Place.GROUP);
            boolean isConstant = ParsedSql.nodes(expression).noneMatch(DerivedValue::isAggregate);
            if (faults.isEmpty() && isConstant) {
              fault("has no aggregate; write one value per unit and period, as sum(visits)");
            }
          });
    }

    void checkCondition() {
      root.ifPresent(
          expression -> {
            ParsedSql.nodes(expression)
                .filter(DerivedValue::isAggregate)
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
      var known = Arrays.asList(table.schema().fieldNames());
      if (known.stream().noneMatch(column::equalsIgnoreCase)) {
        fault(
            "%s has no column %s%s"
                .formatted(table.name(), column, NearestName.hint(column, known)));
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
            "function %s is not allowed%s; docs/sql.md lists those that are"
                .formatted(called, hint));
      }
    }

    private void checkLiteral(Literal literal) {
      var origin = literal.origin();
      if (origin.startIndex().isDefined() && origin.stopIndex().isDefined()) {
        int from = (Integer) origin.startIndex().get();
        int to = (Integer) origin.stopIndex().get() + 1;
        boolean isText = literal.dataType() instanceof StringType;
        if (!isText && MOVING.matcher(text.substring(from, to)).find()) {
          fault(
              "%s is another time at every run; write the date"
                  .formatted(text.substring(from, to)));
        }
      }
    }

    private void fault(String what) {
      faults.add(name + ": " + what);
    }
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
