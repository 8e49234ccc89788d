package dev.tidemark.report;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Title;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every file of a report, in a folder nobody sees yet. */
final class ReportFiles {
  private final Path folder;
  private final Language language;
  private final int reload;
  private final EvaluationFramework framework;

  ReportFiles(Path folder, Language language, int reload, EvaluationFramework framework) {
    this.folder = folder;
    this.language = language;
    this.reload = reload;
    this.framework = framework;
  }

  void write(Source source, QualityChapter.Origin origin) throws IOException {
    var pages = new Pages(framework.title(), language, reload);
    var first = first(source, origin);
    write(ReportFolder.FIRST_PAGE, pages.first(first));
    for (var chapter : first.chapters()) {
      for (var block : chapter.blocks()) {
        write("data/" + block.id() + ".csv", csv(block.data()));
      }
    }
    for (var page : (Iterable<Page>) new Profiles(source).pages()::iterator) {
      write(page.file(), pages.other(page));
    }
    GoldWorkbook.write(source.gold(), folder.resolve("data/tables.xlsx"));
    licences();
    write(
        ReportFolder.MARK,
        ScriptJson.of(
            Map.of(
                "framework", origin.frameworkId(),
                "framework_version", origin.frameworkVersion(),
                "run", origin.runId(),
                "tidemark", origin.codeVersion())));
  }

  private Page first(Source source, QualityChapter.Origin origin) {
    return new Page(
        ReportFolder.FIRST_PAGE,
        framework.title(),
        subtitle(source),
        Profiles.filled(
            List.of(
                Overview.of(source),
                IndicatorsChapter.of(source),
                UnitsChapter.of(source),
                GroupsChapter.of(source),
                VisitsChapter.of(source),
                ServicesChapter.of(source),
                ChannelsChapter.of(source),
                IssuesChapter.of(source),
                ProblemsChapter.of(source),
                PromotionChapter.of(source),
                QualityChapter.of(source, origin))));
  }

  private static Title subtitle(Source source) {
    var to = source.names().dated(source.to());
    int units = source.names().units().size();
    return source.from().equals(source.to())
        ? Words.of("%s；%s 个评估对象。", "%s; %s units.", to, units)
        : Words.of(
            "%s 与 %s 相比；%s 个评估对象。",
            "%s, compared with %s; %s units.", to, source.names().dated(source.from()), units);
  }

  /** With a byte order mark, without which spreadsheets take Chinese for something else. */
  private static String csv(Grid grid) {
    return Stream.concat(
            Stream.of(CsvText.line(grid.columns())), grid.rows().stream().map(CsvText::values))
        .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
  }

  private void licences() throws IOException {
    var parts =
        Stream.of("NOTICE", "LICENSE", "LICENSE-d3").map(name -> Assets.read("echarts/" + name));
    write("echarts-licence.txt", parts.collect(Collectors.joining("\n\n")));
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
