package dev.tidemark.cli;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.table.TableDictionary;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The data dictionary. */
@Command(
    name = "tables",
    mixinStandardHelpOptions = true,
    description = "Lists the tables, or prints the grain, key, columns and units of those named.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tidemark tables",
      "  tidemark tables index_scores",
      "  tidemark tables --format markdown > tables.md"
    })
final class TablesCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    MARKDOWN
  }

  @Spec private CommandSpec command;

  @Parameters(arity = "0..*", paramLabel = "TABLE", description = "Only these tables.")
  private List<String> names = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|markdown",
      defaultValue = "text",
      description = "How to print (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Override
  public Integer call() {
    var out = command.commandLine().getOut();
    var tables = names.isEmpty() ? Tables.all() : names.stream().map(TablesCommand::named).toList();
    if (format == Format.MARKDOWN) {
      out.print(TableDictionary.markdown(tables));
      out.flush();
      return 0;
    }
    if (names.isEmpty()) {
      var overview = new TextTable();
      tables.forEach(table -> overview.row(table.name(), table.title()));
      overview.print(out);
      out.println();
      out.println("One table whole: tidemark tables NAME");
      return 0;
    }
    for (var table : tables) {
      out.printf("%s: %s%n  one row is %s%n", table.name(), table.title(), table.grain());
      out.printf(
          "  key %s, partitioned by %s%n%n",
          String.join(", ", table.key()),
          table.partitionBy().isEmpty() ? "nothing" : String.join(", ", table.partitionBy()));
      var columns = new TextTable();
      table
          .columns()
          .forEach(
              column ->
                  columns.row(
                      "  " + column.name(),
                      column.type().sql().toLowerCase(java.util.Locale.ROOT),
                      column.isRequired() ? "not null" : "",
                      column.comment()));
      columns.print(out);
      out.println();
    }
    return 0;
  }

  private static TableSpec named(String name) {
    return Tables.named(name)
        .orElseThrow(
            () ->
                new UsageWrong(
                    "There is no table %s. tidemark tables lists them.".formatted(name)));
  }
}
