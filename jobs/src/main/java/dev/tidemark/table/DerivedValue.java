package dev.tidemark.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The SQL of a derived leaf: an aggregate of a table's rows, and a condition on them. */
final class DerivedValue {
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
    var aggregate = clause("value", value);
    aggregate.checkAggregate();
    var condition = where.map(text -> clause("where", text));
    condition.ifPresent(SqlClause::checkCondition);
    if (faults.isEmpty()) {
      ValueTypes.fault(table.schema(), aggregate.parsed(), condition.map(SqlClause::parsed))
          .ifPresent(faults::add);
    }
    return new ArrayList<>(faults);
  }

  private SqlClause clause(String name, String text) {
    var columns = Arrays.asList(table.schema().fieldNames());
    return new SqlClause(name, text, table.name(), columns, faults::add);
  }
}
