package dev.tidemark.cli;

import dev.tidemark.report.Language;
import dev.tidemark.report.ReportJob;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What people look at. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Writes the report of a warehouse: one page with charts and tables, a page for each unit and"
            + " group, the data of every chart as CSV, and a workbook of the tables. It needs no"
            + " network to be read.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tidemark report --framework my/framework.yaml --warehouse wh --out report",
      "  tidemark report --framework my/framework.yaml --warehouse wh --out report --lang en",
      "  tidemark report --framework my/framework.yaml --warehouse wh --out report --from 2019H1 --to 2025H1",
      "",
      "Open report/index.html in a browser. A report that is in --out is replaced as a whole;",
      "a folder that is no report is left as it is."
    })
final class ReportCommand implements Callable<Integer> {
  @Mixin private CommonOptions options;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      defaultValue = "report",
      description = "The report's folder (default: ./${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      defaultValue = "zh",
      description = "The language shown first (default: ${DEFAULT-VALUE}); pages hold both.")
  private Language language;

  @Option(
      names = "--from",
      paramLabel = "ID",
      description =
          "The earlier period (default: the one before --to). compare must know the pair.")
  private String from;

  @Option(names = "--to", paramLabel = "ID", description = "The later period (default: the last).")
  private String to;

  @Option(
      names = "--unpublished",
      description = "Of the tables as they are, also what no refresh has published yet.")
  private boolean isUnpublished;

  @Override
  public Integer call() {
    var framework = options.framework();
    var job = new ReportJob(out, language, from, to, options.warehouse(), Version.current());
    try (var session = options.session(framework.timezone())) {
      var context = options.context(session.lazy(), framework);
      job.run(isUnpublished ? context : options.published(context));
    }
    return 0;
  }
}
