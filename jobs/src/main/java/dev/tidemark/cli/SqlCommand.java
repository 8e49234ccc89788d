package dev.tidemark.cli;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.SqlGuard;
import dev.tidemark.table.SqlTrouble;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.apache.spark.sql.AnalysisException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the warehouse a question. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Runs one query over the warehouse's tables, by their names.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tidemark sql \"SELECT unit, score, rank FROM index_scores WHERE node = 'overall' AND period = 'all' ORDER BY rank\"",
      "  tidemark sql --format csv \"SELECT reason, count(*) AS rows FROM quarantine GROUP BY reason\"",
      "  tidemark sql \"SELECT * FROM observations VERSION AS OF 1 LIMIT 5\"",
      "  tidemark sql \"DESCRIBE HISTORY observations\"",
      "  tidemark sql - < my/query.sql",
      "",
      "Queries only: nothing is written. In csv, text that a spreadsheet would run as a",
      "formula gets a leading apostrophe; json gives every value as it is."
    })
final class SqlCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "QUERY",
      description =
          "A SELECT, WITH, SHOW or DESCRIBE statement; - reads it from standard input, comments"
              + " and all.")
  private String asked;

  @Option(
      names = "--unpublished",
      description = "See the tables as they are, also what no refresh has published yet.")
  private boolean isUnpublished;

  @Mixin private PrintOptions options;

  @Override
  public Integer call() throws IOException {
    var query =
        asked.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : asked;
    SqlGuard.queryFault(query)
        .ifPresent(
            fault -> {
              throw new UsageWrong("The query cannot be run: " + fault);
            });
    try (var session = options.session()) {
      var lake = options.lake(session);
      var shown = isUnpublished ? lake : lake.published();
      var named = Tables.all().stream().filter(table -> query.contains(table.name())).toList();
      if (shown.isBehind(named)) {
        var err = command.commandLine().getErr();
        err.println(
            "tidemark: Rows that are not published are not shown; --unpublished shows them.");
      }
      shown.publishNames(query);
      try {
        options.format().print(session.spark().sql(query), command.commandLine().getOut());
      } catch (RuntimeException e) {
        throw SqlTrouble.of(e)
            .<RuntimeException>map(
                trouble -> new UsageWrong("The query cannot be run: " + trouble.inWords(), e))
            .orElse(e);
      } catch (Exception e) {
        throw explained(e, lake);
      }
    }
    return 0;
  }

  /** Spark's AnalysisException is checked and undeclared, so it is met as any exception. */
  private RuntimeException explained(Exception e, DeltaLake lake) {
    if (!(e instanceof AnalysisException wrong)) {
      return new IllegalStateException(e);
    }
    return "TABLE_OR_VIEW_NOT_FOUND".equals(wrong.getCondition())
        ? new UsageWrong(
            "The query cannot be run: there is no table %s in the warehouse %s. It has %s."
                .formatted(
                    wrong.getMessageParameters().get("relationName"),
                    options.warehouse(),
                    tables(lake)),
            e)
        : new UsageWrong("The query cannot be run: " + wrong.getSimpleMessage(), e);
  }

  private static String tables(DeltaLake lake) {
    var names = Tables.all().stream().filter(lake::has).map(TableSpec::name).toList();
    return names.isEmpty()
        ? "none; ingest first, or name another --warehouse"
        : String.join(", ", names);
  }
}
