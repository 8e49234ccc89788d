package dev.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.SharedSpark;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {
  private static final String HEAD = "period,unit,indicator,value,evidence\n";

  @TempDir private Path folder;

  @Test
  void everyFormatIsReadFromTwoFoldersAtOnce() throws IOException {
    var assessment =
        new Assessment(folder)
            .deliver("a/observations/mark.csv", "\uFEFF" + HEAD + "W1,wuhan,days,1,BOM\n")
            .deliver(
                "a/observations/crlf.csv",
                HEAD.replace("\n", "\r\n") + "W1,wuhan,flag,yes,CRLF\r\n")
            .deliver(
                "a/observations/quoted.csv",
                HEAD + "W1,wuhan,points,3,\"two\nlines, 1 \"\"cell\"\"\"\n")
            .deliver(
                "a/observations/order.csv",
                "evidence,value,indicator,unit,period\nreordered,full,depth,wuhan,W1\n")
            .deliver("a/observations/part-00000.csv", HEAD)
            .deliver("a/observations/part-00001.csv", HEAD + "W2,wuhan,flag,no,part\n")
            .deliver(
                "a/observations/zipped.csv.gz",
                Delivered.gzip((HEAD + "W1,beijing,days,5,gzip\n").getBytes(UTF_8)))
            .deliver(
                "b c/observations.jsonl",
                "{\"period\":\"W1\",\"unit\":\"beijing\",\"indicator\":\"flag\",\"value\":false,\"evidence\":\"JSON\"}\n");
    assessment.deliver("b c/observations/sheet.xlsx", workbook());
    parquet(assessment.home().resolve("b c/observations/rows.parquet"));

    var outcome =
        assessment.ingest("a", "--input", assessment.home().resolve("b c").toString()).done();

    assertThat(outcome.err()).contains("observations: 9 rows delivered, 9 accepted, 0 quarantined");
    assertThat(
            assessment.rows(
                "observations",
                "source_file",
                "source_line",
                "value",
                "category",
                "evidence",
                "date_format(observed_at, 'yyyy-MM-dd HH:mm')"))
        .containsExactly(
            "observations.jsonl|1|0.0|null|JSON|null",
            "observations/crlf.csv|2|1.0|null|CRLF|null",
            "observations/mark.csv|2|1.0|null|BOM|null",
            "observations/order.csv|2|null|full|reordered|null",
            "observations/part-00001.csv|2|0.0|null|part|null",
            "observations/quoted.csv|2|3.0|null|two\nlines, 1 \"cell\"|null",
            "observations/rows.parquet|1|7.5|null|Parquet|2020-01-02 09:30",
            "observations/sheet.xlsx|2|12.0|null|null|2020-01-02 00:00",
            "observations/zipped.csv.gz|2|5.0|null|gzip|null");
  }

  @Test
  void gbkIsReadWhereItIsDeclared() {
    var rows = HEAD + "W1,wuhan,days,1,在武汉\n";
    var assessment =
        new Assessment(folder)
            .deliver("in/observations.csv", rows.getBytes(Charset.forName("GBK")));

    assessment.ingest("in", "--encoding", "GBK").done();

    assertThat(assessment.rows("observations", "evidence")).containsExactly("在武汉");
  }

  /** Beijing in days: 12, observed on 43832, which is 2020-01-02 in Excel's count of days. */
  private static byte[] workbook() throws IOException {
    return Workbooks.of(
            "<row r=\"1\">"
                + text("A1", "period")
                + text("B1", "unit")
                + text("C1", "indicator")
                + text("D1", "value")
                + text("E1", "observed_at")
                + text("F1", "observer")
                + "</row>"
                + "<row r=\"2\">"
                + text("A2", "W2")
                + text("B2", "beijing")
                + text("C2", "days")
                + "<c r=\"D2\"><v>12</v></c><c r=\"E2\" s=\"1\"><v>43832</v></c></row>")
        .open()
        .readAllBytes();
  }

  private static String text(String cell, String text) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(cell, text);
  }

  private static void parquet(Path file) throws IOException {
    var written = file.resolveSibling("_written");
    SharedSpark.session()
        .sql(
            "SELECT 'W2' period, 'wuhan' unit, 'points' indicator, 7.5d value, 'Parquet' evidence, timestamp'2020-01-02 09:30:00' observed_at")
        .coalesce(1)
        .write()
        .parquet(written.toString());
    try (var parts = Files.list(written)) {
      var part = parts.filter(path -> path.toString().endsWith(".parquet")).findFirst();
      Files.move(part.orElseThrow(), file);
    }
  }
}
