package dev.tidemark.table;

import java.util.List;
import java.util.Locale;

/** The tables' declarations as a page to read. */
public final class TableDictionary {
  private static final String HEAD =
      """
      # Tables

      <!-- Written by `bin/tidemark tables --format markdown`; do not edit. A test compares it with the code. -->

      A warehouse is a folder with one Delta table per folder inside. Numbers are full doubles; rounding is left to whoever
      shows them. Null means "not observed" unless the column says otherwise. A timestamp is an instant, shown in the
      session's time zone.
      """;

  private TableDictionary() {}

  /** A Markdown page: an overview, then a section for each table. */
  public static String markdown(List<TableSpec> tables) {
    var page =
        new StringBuilder(HEAD).append("\n| table | written by | holds |\n| --- | --- | --- |\n");
    for (var table : tables) {
      page.append(
          "| [%s](#%s) | %s | %s |%n"
              .formatted(table.name(), table.name(), writer(table.role()), table.title()));
    }
    tables.forEach(table -> page.append(section(table)));
    return page.toString();
  }

  private static String section(TableSpec table) {
    var section =
        new StringBuilder(
            "%n## %s%n%n%s One row is %s.%n%nKey: `%s`. %s%n%n| column | type | null | meaning |%n| --- | --- | --- | --- |%n"
                .formatted(
                    table.name(),
                    table.title(),
                    table.grain(),
                    String.join("`, `", table.key()),
                    table.partitionBy().isEmpty()
                        ? "Not partitioned."
                        : "Partitioned by `" + String.join("`, `", table.partitionBy()) + "`."));
    for (var column : table.columns()) {
      section.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(
                  column.name(),
                  column.type().sql().toLowerCase(Locale.ROOT),
                  column.isRequired() ? "no" : "yes",
                  column.comment()));
    }
    if (!table.checks().isEmpty()) {
      section.append("\nDelta refuses a row unless:\n\n");
      table.checks().forEach(check -> section.append("- `" + check.condition() + "`\n"));
    }
    return section.toString();
  }

  private static String writer(TableSpec.Role role) {
    return switch (role) {
      case INPUT -> "`ingest`, from what was delivered";
      case OUTPUT -> "a job";
      case OPERATION -> "Tidemark, about its work";
    };
  }
}
