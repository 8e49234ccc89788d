package dev.tidemark.report;

import static dev.tidemark.support.Frameworks.leaf;
import static dev.tidemark.support.Frameworks.root;
import static dev.tidemark.support.Frameworks.unit;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Scoring;
import dev.tidemark.support.Findings;
import dev.tidemark.support.Frameworks;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * S10 and S11: two periods of two units whose names, and a problem whose words, are made to be run.
 * The index rose from 50 to 52.345, which is 52.35 half-up.
 */
class ReportJobTest {
  private static final String SCRIPT = "</script><script>alert(\"1\")</script>";
  private static final String FORMULA = "=cmd|'/C calc'!A0";
  private static final String IMAGE = "<img src=x onerror=alert(1)> & \"quotes\"";

  @TempDir private static Path folder;
  private static Path report;
  private static Findings findings;

  @BeforeAll
  static void write() {
    var units = List.of(unit("a", Map.of()), unit("b", Map.of()));
    var framework =
        Frameworks.framework(
            List.of("P1", "P2"), List.of(), units, root(leaf("any", 1, new Scoring.Direct())));
    findings = Findings.in(folder.resolve("warehouse"), framework);
    var root = framework.index().id();
    put(
        Tables.NODES,
        framed(Tables.NODES)
            .with(NODE, root)
            .with(ORDINAL, 0)
            .with(DEPTH, 0)
            .with(KIND, "arithmetic")
            .with(WEIGHT, 1.0)
            .with(TITLE_ZH, "总指数")
            .with(TITLE_EN, "Index")
            .row());
    put(Tables.UNITS, named("a", SCRIPT), named("b", FORMULA));
    put(
        Tables.INDEX_SCORES,
        score("P1", "a", 40.0, 2),
        score("P2", "a", 44.69, 2),
        score("P1", "b", 60.0, 1),
        score("P2", "b", 60.0, 1));
    put(Tables.SCORE_CHANGES, change("all", "all", 50.0, 52.345), change(UNIT, "a", 40.0, 44.69));
    put(Tables.PROBLEMS, problem());
    report = folder.resolve("report");
    run();
  }

  private static void run() {
    findings.run(new ReportJob(report, Language.EN, null, null, "warehouse", "0"));
  }

  private static void put(TableSpec table, Row... rows) {
    findings
        .lake()
        .replaceAll(table, SharedSpark.session().createDataFrame(List.of(rows), table.schema()));
  }

  private static RowBuilder framed(TableSpec table) {
    return new RowBuilder(table)
        .with(FRAMEWORK_ID, findings.framework().id())
        .with(FRAMEWORK_VERSION, findings.framework().version());
  }

  private static Row named(String unit, String name) {
    return framed(Tables.UNITS)
        .with(UNIT, unit)
        .with(TITLE_ZH, name)
        .with(TITLE_EN, name)
        .with(GROUPS, Map.of())
        .row();
  }

  private static Row score(String period, String unit, double score, int rank) {
    return framed(Tables.INDEX_SCORES)
        .with(PERIOD, period)
        .with(UNIT, unit)
        .with(NODE, findings.framework().index().id())
        .with(SCORE, score)
        .with(WEIGHT, 1.0)
        .with(COVERAGE, 1.0)
        .with(RANK, rank)
        .with(N_UNITS, 2L)
        .row();
  }

  private static Row change(String scope, String id, double from, double to) {
    return framed(Tables.SCORE_CHANGES)
        .with(FRAMEWORK_VERSION_FROM, findings.framework().version())
        .with(PERIOD_FROM, "P1")
        .with(PERIOD_TO, "P2")
        .with(SCOPE, scope)
        .with(GROUP_BY, scope)
        .with(SCOPE_ID, id)
        .with(NODE, findings.framework().index().id())
        .with(N, 2)
        .with(MEAN_FROM, from)
        .with(MEAN_TO, to)
        .with(CHANGE, to - from)
        .with(CI_LOW, -1.5)
        .with(CI_HIGH, 6.19)
        .with(FAMILY, "any")
        .with(VERDICT, "inconclusive")
        .row();
  }

  private static Row problem() {
    return framed(Tables.PROBLEMS)
        .with(PROBLEM_ID, "p")
        .with(UNIT, "a")
        .with(RULE, "any")
        .with(SEVERITY, "major")
        .with(STATUS, "open")
        .with(FIRST_SEEN, "P2")
        .with(LAST_SEEN, "P2")
        .with(LAST_LOOKED, "P2")
        .with(TIMES_REOPENED, 0L)
        .with(DAYS_OPEN, 0)
        .with(SOURCE_TABLE, "visits")
        .with(MESSAGE_ZH, IMAGE)
        .with(MESSAGE_EN, IMAGE)
        .with(N_ROWS, 1L)
        .with(EVIDENCE, "{}")
        .row();
  }

  private static String text(String file) throws IOException {
    return Files.readString(report.resolve(file));
  }

  private static long count(String text, String sought) {
    return Pattern.compile(Pattern.quote(sought)).matcher(text).results().count();
  }

  @Test
  void textFromDataIsTextInThePage() throws IOException {
    var page = text("units/a.html");

    assertThat(page)
        .contains("&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;")
        .contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;")
        .doesNotContain("<script>alert", "<img");
    // That of the data and that of the page.
    assertThat(count(page, "<script")).isEqualTo(2);
    assertThat(count(page, "</script")).isEqualTo(2);
  }

  @Test
  void theFirstPageHasItsScriptsAndNoOthers() throws IOException {
    var page = text("index.html");

    assertThat(count(page, "</script")).isEqualTo(4);
    assertThat(page)
        .contains("default-src 'none'".replace("'", "&#39;"))
        .doesNotContain("<img src=x");
  }

  @Test
  void aHeadlineIsTheTablesFigureRoundedHalfUp() throws IOException {
    assertThat(text("index.html")).contains("id=\"headline-score\">52.35<");
  }

  @Test
  void aFormulaIsTextInTheCsvAndNumbersAreNumbers() throws IOException {
    var line =
        text("data/units.csv").lines().filter(row -> row.startsWith("1,b,")).findFirst().get();

    assertThat(line).startsWith("1,b,\"'=cmd|'/C calc'!A0\",\"'=cmd|'/C calc'!A0\",,60.0,60.0,");
    assertThat(text("data/units.csv")).contains(",-1.5,6.19,");
  }

  @Test
  void aFormulaIsTextInTheWorkbookAndNumbersAreNumbers() throws IOException {
    try (var book = new ReadableWorkbook(report.resolve("data/tables.xlsx").toFile())) {
      var units = book.findSheet("units").orElseThrow().read();
      var name =
          units.stream()
              .flatMap(row -> row.stream())
              .filter(cell -> cell != null && FORMULA.equals(cell.getValue()))
              .findFirst()
              .orElseThrow();
      var low =
          book.findSheet("score_changes").orElseThrow().read().stream()
              .flatMap(row -> row.stream())
              .filter(cell -> cell != null && "-1.5".equals(String.valueOf(cell.getValue())))
              .findFirst()
              .orElseThrow();

      assertThat(name.getType()).isEqualTo(CellType.STRING);
      assertThat(name.getFormula()).isNull();
      assertThat(low.getType()).isEqualTo(CellType.NUMBER);
    }
  }
}
