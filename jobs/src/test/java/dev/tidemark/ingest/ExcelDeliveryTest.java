package dev.tidemark.ingest;

import static dev.tidemark.ingest.Workbooks.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class ExcelDeliveryTest {
  @Test
  void aRecordHasItsRowItsTextAndItsCellsInDeclaredOrder() throws IOException {
    var file =
        written(
            sheet -> {
              fill(sheet, 0, "value", "unit", "period");
              fill(sheet, 2, "a,\"b\"", "wuhan", "2019");
            });

    assertThat(file.records())
        .containsExactly(
            RawRecord.wellFormed(
                3, "\"a,\"\"b\"\"\",wuhan,2019", Arrays.asList("2019", "wuhan", "a,\"b\"", null)));
  }

  @Test
  void numbersKeepEveryDigit() throws IOException {
    assertThat(values("<v>0.30000000000000004</v>", "<v>12</v>", "<v>1.5E-3</v>", "<v>1E+300</v>"))
        .containsExactly("0.30000000000000004", "12", "0.0015", "1E+300");
  }

  @Test
  void truthsAreWords() throws IOException {
    var records = rows(cell("t=\"b\"", "<v>1</v>"), cell("t=\"b\"", "<v>0</v>")).records();

    assertThat(records).extracting(ExcelDeliveryTest::value).containsExactly("true", "false");
  }

  @Test
  void b22DatesAreReadByTheirFormat() throws IOException {
    var records =
        rows(
                cell("s=\"1\"", "<v>45413</v>"),
                cell("s=\"2\"", "<v>45413.354166666664</v>"),
                cell("s=\"1\"", "<v>1</v>"),
                cell("s=\"1\"", "<v>59</v>"),
                cell("s=\"1\"", "<v>61</v>"),
                cell("s=\"2\"", "<v>0.75</v>"),
                cell("s=\"3\"", "<v>1.5</v>"),
                cell("s=\"0\"", "<v>45413</v>"))
            .records();

    assertThat(records)
        .extracting(ExcelDeliveryTest::value)
        .containsExactly(
            "2024-05-01",
            "2024-05-01T08:30:00",
            "1900-01-01",
            "1900-02-28",
            "1900-03-01",
            "18:00:00",
            "1.5",
            "45413");
  }

  @Test
  void b22The29thOfFebruary1900NeverWas() throws IOException {
    var fault = rows(cell("s=\"1\"", "<v>60</v>")).records().get(0).fault();

    assertThat(fault)
        .isEqualTo(
            new Fault(
                Reason.BAD_TIME, "value", "60", "cell C2 counts to a day that never was: 60"));
  }

  @Test
  void b22DaysFrom1904AreReadAsSuch() throws IOException {
    var parts =
        Workbooks.parts(
            HEADER
                + "<row r=\"2\">"
                + cell("r=\"C2\" s=\"1\"", "<v>0</v>")
                + cell("r=\"D2\"", "")
                + "</row>");
    parts.computeIfPresent(
        "xl/workbook.xml",
        (name, xml) -> xml.replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>"));

    assertThat(value(Workbooks.delivered(parts).records().get(0))).isEqualTo("1904-01-01");
  }

  @Test
  void datesAndTimesOfAWriterAreReadBack() throws IOException {
    var file =
        written(
            sheet -> {
              fill(sheet, 0, "period", "unit", "value");
              sheet.value(1, 2, LocalDateTime.of(2019, 3, 31, 23, 59, 59));
              sheet.style(1, 2).format("yyyy-mm-dd hh:mm:ss").set();
            });

    assertThat(value(file.records().get(0))).isEqualTo("2019-03-31T23:59:59");
  }

  @Test
  void b22AFormulaGivesItsSavedResult() throws IOException {
    assertThat(values("<f>1+1</f><v>2</v>")).containsExactly("2");
    assertThat(value(rows(cell("t=\"str\"", "<f>A1</f><v>wuhan</v>")).records().get(0)))
        .isEqualTo("wuhan");
  }

  @Test
  void b22AFormulaWithoutASavedResultIsFaulty() throws IOException {
    assertThat(rows(cell("", "<f>1+1</f>")).records().get(0).fault())
        .isEqualTo(
            new Fault(
                Reason.FORMULA_WITHOUT_VALUE,
                "value",
                null,
                "cell C2: open the workbook, recalculate and save it"));
  }

  @Test
  void b22AnErrorIsNoValue() throws IOException {
    var records =
        rows(cell("t=\"e\"", "<v>#N/A</v>"), cell("t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>")).records();

    assertThat(records)
        .extracting(record -> record.fault())
        .containsExactly(
            new Fault(Reason.WRONG_TYPE, "value", "#N/A", "cell C2 holds an error"),
            new Fault(Reason.WRONG_TYPE, "value", "#DIV/0!", "cell C3 holds an error"));
  }

  @Test
  void b1ACellBeyondTheHeaderIsFaulty() throws IOException {
    var file =
        written(
            sheet -> {
              fill(sheet, 0, "period", "unit");
              fill(sheet, 1, "2019", "wuhan", "", "x");
            });

    assertThat(file.records().get(0).fault().hint())
        .isEqualTo("the row has 4 cells, the header has 2");
  }

  @Test
  void b6AMergedHeaderCellIsNamedAsSuch() throws IOException {
    var file =
        written(
            sheet -> {
              fill(sheet, 0, "period", "unit", "", "value");
              sheet.range(0, 1, 0, 2).merge();
              fill(sheet, 1, "2019", "wuhan", "", "1");
            });

    assertThat(file.fault().hint()).isEqualTo("cell 3 is blank (merged with its neighbour?)");
  }

  @Test
  void b7AWorkbookWithoutDataOrWithoutRowsIsRefused() throws IOException {
    assertThat(Workbooks.of("").fault().reason()).isEqualTo(Reason.EMPTY_FILE);
    assertThat(Workbooks.of(HEADER).fault().reason()).isEqualTo(Reason.NO_ROWS);
    assertThat(new Delivered("a.xlsx", new byte[0]).fault().reason()).isEqualTo(Reason.EMPTY_FILE);
  }

  @Test
  void b22AHeaderThatIsNotInRow1IsRefused() throws IOException {
    assertThat(Workbooks.of(HEADER.replace("1\"", "3\"")).fault().hint())
        .isEqualTo("row 1 is blank: it must hold the column names");
  }

  @Test
  void rowsThatClaimTheSameNumberAreAllRead() throws IOException {
    var again = HEADER.replace("period", "2019").replace("unit", "wuhan").replace("value", "7");

    assertThat(Workbooks.of(HEADER + again + again).records()).hasSize(2);
  }

  @Test
  void b22TwoSheetsWithDataAreRefused() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var book = new Workbook(out, "test", "1.0")) {
      fill(book.newWorksheet("data"), 0, "period", "unit");
      book.newWorksheet("empty");
      fill(book.newWorksheet("notes"), 7, "read me");
    }

    assertThat(new Delivered("a.xlsx", out.toByteArray()).fault().hint())
        .isEqualTo("has 2 sheets with data (data, notes): keep one");
  }

  @Test
  void b22AMillionEmptyRowsAreSkipped() throws IOException {
    var rows = new StringBuilder(HEADER);
    for (var row = 2; row < 1_000_000; row++) {
      rows.append("<row r=\"").append(row).append("\" ht=\"15\"><c s=\"1\"/></row>");
    }
    rows.append("<row r=\"1000000\"><c t=\"inlineStr\"><is><t>2019</t></is></c></row>");

    assertThat(Workbooks.of(rows.toString()).records())
        .extracting(RawRecord::line)
        .containsExactly(1_000_000L);
  }

  private static Delivered rows(String... cells) throws IOException {
    var rows = new StringBuilder(HEADER);
    for (var i = 0; i < cells.length; i++) {
      var number = i + 2;
      rows.append("<row r=\"%d\">".formatted(number))
          .append(cells[i].replace("<c ", "<c r=\"C%d\" ".formatted(number)))
          .append("</row>");
    }
    return Workbooks.of(rows.toString());
  }

  private static String cell(String attributes, String content) {
    return "<c " + attributes + ">" + content + "</c>";
  }

  private static List<String> values(String... contents) throws IOException {
    var cells = Arrays.stream(contents).map(content -> cell("", content)).toArray(String[]::new);
    return rows(cells).records().stream().map(ExcelDeliveryTest::value).toList();
  }

  private static String value(RawRecord record) {
    return record.fault() == null ? record.cells().get(2) : record.fault().toString();
  }

  private static Delivered written(Consumer<Worksheet> filling) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var book = new Workbook(out, "test", "1.0")) {
      filling.accept(book.newWorksheet("data"));
    }
    return new Delivered("observations.xlsx", out.toByteArray());
  }

  private static void fill(Worksheet sheet, int row, String... texts) {
    for (var i = 0; i < texts.length; i++) {
      sheet.value(row, i, texts[i]);
    }
  }
}
