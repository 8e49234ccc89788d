package dev.tidemark.ingest;

import static dev.tidemark.ingest.Delivered.OPTIONS;
import static dev.tidemark.ingest.Workbooks.HEADER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HostileWorkbookTest {
  private static final String ROW =
      "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>2019</t></is></c></row>";

  @Test
  void b22AnOldOrProtectedWorkbookIsRefused() throws IOException {
    var ole2 = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

    assertThat(new Delivered("a.xlsx", ole2).fault())
        .isEqualTo(
            Fault.of(
                Reason.UNREADABLE_FILE,
                "is an old .xls or is password-protected: save it as .xlsx without a password"));
  }

  @Test
  void b22WhatIsNoZipIsRefused() throws IOException {
    assertThat(new Delivered("a.xlsx", "period,unit".getBytes(UTF_8)).fault().hint())
        .isEqualTo("is not an .xlsx workbook");
  }

  @Test
  void b22ACutOffWorkbookIsRefused() throws IOException {
    var whole = Workbooks.of(HEADER + ROW).open().readAllBytes();

    var fault = new Delivered("a.xlsx", Arrays.copyOf(whole, whole.length - 40)).fault();

    assertThat(fault.reason()).isEqualTo(Reason.UNREADABLE_FILE);
    assertThat(fault.hint()).startsWith("is a damaged workbook: ");
  }

  @Test
  void b22ASheetThatIsNotXmlToItsEndIsRefused() throws IOException {
    assertThat(Workbooks.of(HEADER + ROW + "<row><c></row>").fault().reason())
        .isEqualTo(Reason.UNREADABLE_FILE);
  }

  @Test
  void b22AZipBombIsRefused() throws IOException {
    var parts = Workbooks.parts(HEADER + ROW);
    parts.put("xl/media/image1.png", " ".repeat(60_000_000));

    assertThat(Workbooks.delivered(parts).fault().hint())
        .isEqualTo("decompresses to more than 200 times its size: it is not an honest delivery");
  }

  @Test
  void b22AWorkbookOfTooManyBytesIsRefused() throws IOException {
    var options = OPTIONS.withLimits(Limits.DEFAULT.withDecompressedBytes(2_000));

    assertThat(Workbooks.of(HEADER + ROW.repeat(20)).fault(options).reason())
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void b22ACellFarBeyondTheLastColumnOrRowIsRefused() throws IOException {
    assertThat(Workbooks.of(HEADER + ROW.replace("A2", "ZZZZZZ2")).fault().hint())
        .isEqualTo("xl/worksheets/sheet1.xml has a cell at ZZZZZZ2; 1000 columns are the most");
    assertThat(Workbooks.of(HEADER + ROW.replace("r=\"2\"", "r=\"1048577\"")).fault().hint())
        .isEqualTo("xl/worksheets/sheet1.xml has a row 1048577; 1048576 rows are the most");
  }

  @Test
  void s16MoreSharedTextThanFitsIntoMemoryIsRefused() throws IOException {
    var small = new Limits(2L << 30, 200, 10_000_000, 1_000_000, 100, 5_000, 1_000, 1_000);
    var parts = Workbooks.parts(HEADER + ROW);
    parts.put("xl/sharedStrings.xml", "<sst><si><t>" + "x".repeat(6_000) + "</t></si></sst>");

    assertThat(Workbooks.delivered(parts).fault(OPTIONS.withLimits(small)))
        .isEqualTo(
            Fault.of(
                Reason.TOO_LARGE, "part xl/sharedStrings.xml holds more than 5000 bytes of text"));
  }

  @Test
  void aWorkbookWithoutStylesIsRead() throws IOException {
    var parts = Workbooks.parts(HEADER + ROW);
    parts.remove("xl/styles.xml");
    parts.computeIfPresent(
        "[Content_Types].xml",
        (name, xml) -> xml.replaceFirst("<Override PartName=.{1,3}xl.styles[^>]*>", ""));

    assertThat(Workbooks.delivered(parts).records()).hasSize(1);
  }

  @Test
  void s5APartThatReachesOutOfTheWorkbookIsRefused() throws IOException {
    var parts = Workbooks.parts(HEADER + ROW);
    parts.put("../../x.xml", "<x/>");

    assertThat(Workbooks.delivered(parts).fault())
        .isEqualTo(Fault.of(Reason.UNREADABLE_FILE, "has a part with the path ../../x.xml"));
  }

  @Test
  void s5ABillionLaughsAreRefusedInTwoSeconds() throws IOException {
    var laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol \"lol\">");
    for (var i = 1; i < 10; i++) {
      laughs.append("<!ENTITY lol%d \"%s\">".formatted(i, "&lol;".repeat(10)));
    }
    var parts = Workbooks.parts(HEADER + ROW);
    parts.computeIfPresent(
        "xl/worksheets/sheet1.xml", (name, xml) -> laughs + "]>" + xml.replace("2019", "&lol9;"));
    var file = Workbooks.delivered(parts);

    var fault = Assertions.assertTimeout(Duration.ofSeconds(2), () -> file.fault());

    assertThat(fault)
        .isEqualTo(
            Fault.of(Reason.UNREADABLE_FILE, "part xl/worksheets/sheet1.xml declares a DOCTYPE"));
  }

  @Test
  void s5ADocumentTypeFarIntoAPartIsRefused() throws IOException {
    var parts = Workbooks.parts(HEADER + ROW);
    parts.computeIfPresent(
        "xl/worksheets/sheet1.xml",
        (name, xml) -> "<!--" + " ".repeat(5_000) + "--><!DOCTYPE a [<!ENTITY b \"c\">]>" + xml);

    assertThat(Workbooks.delivered(parts).fault().hint())
        .contains("xl/worksheets/sheet1.xml declares a DOCTYPE");
  }
}
