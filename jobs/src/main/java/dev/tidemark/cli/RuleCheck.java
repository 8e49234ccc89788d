package dev.tidemark.cli;

import dev.tidemark.error.NearestName;
import dev.tidemark.framework.ExpressionCheck.RuleFault;
import dev.tidemark.framework.ProblemParameter;
import dev.tidemark.framework.ProblemRule;
import dev.tidemark.problems.RuleRows;
import dev.tidemark.table.Col;
import dev.tidemark.table.RuleTables;
import dev.tidemark.table.SqlGuard;
import dev.tidemark.table.TableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/** Holds one rule about problems against the tables and the allowed functions. */
final class RuleCheck {
  private final ProblemRule rule;
  private final TableSpec table;
  private final StructType columns;
  private final List<RuleFault> faults = new ArrayList<>();

  private RuleCheck(ProblemRule rule, TableSpec table, Map<String, ProblemParameter> parameters) {
    this.rule = rule;
    this.table = table;
    this.columns = RuleRows.schema(table, parameters);
  }

  /** Every reason against evaluating it. */
  static List<RuleFault> faults(ProblemRule rule, Map<String, ProblemParameter> parameters) {
    return RuleTables.named(rule.table())
        .map(table -> new RuleCheck(rule, table, parameters).faults())
        .orElseGet(
            () ->
                List.of(
                    new RuleFault(
                        "table",
                        "%s is no table with periods%s; rules look at %s"
                            .formatted(
                                rule.table(),
                                NearestName.hint(rule.table(), RuleTables.names()),
                                String.join(", ", RuleTables.names())))));
  }

  private List<RuleFault> faults() {
    if (rule.unit().isEmpty() && !table.has(Col.UNIT)) {
      faults.add(
          new RuleFault(
              "unit",
              "is missing; %s has no column unit: say which column names the unit, as unit: group_id, and which rows are of units, as among: group_by = 'unit'"
                  .formatted(table.name())));
    }
    rule.unit().ifPresent(sql -> text("unit", sql));
    rule.item().forEach(sql -> text("item", sql));
    rule.among().ifPresent(sql -> condition("among", sql));
    condition("where", rule.where());
    Stream.of(rule.zh(), rule.en())
        .flatMap(message -> message.columns().stream())
        .distinct()
        .forEach(this::column);
    return faults;
  }

  /** A placeholder is a column, and no other SQL that looks like one, as null does. */
  private void column(String name) {
    var known = Arrays.asList(columns.fieldNames());
    var column = name.replaceFirst("\\..*", "");
    if (known.contains(column)) {
      text("message", name);
    } else {
      faults.add(
          new RuleFault(
              "message",
              "%s has no column %s%s"
                  .formatted(table.name(), column, NearestName.hint(column, known))));
    }
  }

  private void condition(String key, String sql) {
    add(key, SqlGuard.conditionFaults(key, sql, table.name(), columns));
  }

  private void text(String key, String sql) {
    add(key, SqlGuard.textFaults(key, sql, table.name(), columns));
  }

  /** A phrase of the guard begins with its key. */
  private void add(String key, List<String> phrases) {
    phrases.forEach(phrase -> faults.add(new RuleFault(key, phrase.substring(key.length() + 2))));
  }
}
