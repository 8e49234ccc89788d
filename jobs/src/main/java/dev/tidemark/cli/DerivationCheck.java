package dev.tidemark.cli;

import static dev.tidemark.table.Col.PERIOD;
import static dev.tidemark.table.Col.UNIT;

import dev.tidemark.error.NearestName;
import dev.tidemark.framework.Derivation;
import dev.tidemark.framework.ExpressionCheck;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.List;

/** Holds derived leaves against the input tables. */
final class DerivationCheck implements ExpressionCheck {
  @Override
  public List<Fault> faults(Derivation derivation) {
    var tables =
        Tables.inputs().stream()
            .filter(table -> table.has(PERIOD) && table.has(UNIT))
            .map(TableSpec::name)
            .toList();
    if (tables.contains(derivation.table())) {
      return List.of();
    }
    var problem =
        "\"%s\" is no input table with a period and a unit; there are %s%s"
            .formatted(
                derivation.table(),
                String.join(", ", tables),
                NearestName.hint(derivation.table(), tables));
    return List.of(new Fault(Part.TABLE, problem));
  }
}
