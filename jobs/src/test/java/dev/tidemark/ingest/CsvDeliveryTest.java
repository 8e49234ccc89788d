package dev.tidemark.ingest;

import static dev.tidemark.ingest.Delivered.OPTIONS;
import static dev.tidemark.ingest.Delivered.csv;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CsvDeliveryTest {
  @Test
  void aRecordHasItsLineItsTextAndItsCellsInDeclaredOrder() throws IOException {
    var records = csv("value,unit,period\n 0.30 ,wuhan,2019\n").records();

    assertThat(records)
        .containsExactly(
            RawRecord.wellFormed(
                2, " 0.30 ,wuhan,2019", Arrays.asList("2019", "wuhan", " 0.30 ", null)));
  }

  @Test
  void aBlankCellIsNull() throws IOException {
    var records = csv("period,unit,value\n2019,\"\",  \n").records();

    assertThat(records.get(0).cells()).containsExactly("2019", null, null, null);
  }

  @Test
  void b1ARowOfAnotherWidthIsFaultyAndSaysBothCounts() throws IOException {
    var records = csv("period,unit\n2019\n2019,wuhan,7\n2019,wuhan\n").records();

    assertThat(records)
        .extracting(RawRecord::line, record -> code(record), record -> hint(record))
        .containsExactly(
            tuple(2L, "wrong_column_count", "the row has 1 cell, the header has 2"),
            tuple(3L, "wrong_column_count", "the row has 3 cells, the header has 2"),
            tuple(4L, null, null));
  }

  @Test
  void b6AllThatIsWrongWithAHeaderIsToldAtOnce() throws IOException {
    var fault = csv("unit,Unit,valeu,,Evidence\nwuhan,wuhan,1,,x\n").fault();

    assertThat(fault.reason()).isEqualTo(Reason.BAD_HEADER);
    assertThat(fault.value()).isEqualTo("unit,Unit,valeu,,Evidence");
    assertThat(fault.hint())
        .isEqualTo(
            "period is missing; Unit is named twice, in cells 1 and 2; valeu is not declared, value"
                + " is; cell 4 is blank (merged with its neighbour?); Evidence is not declared,"
                + " evidence is: write it in lower case");
  }

  @Test
  void aHeaderWithoutCommasNamesWhatSeparatesIt() throws IOException {
    assertThat(csv("period;unit;value\n2019;wuhan;1\n").fault())
        .isEqualTo(
            new Fault(
                Reason.BAD_HEADER,
                null,
                "period;unit;value",
                "the file seems to be separated by ';'; commas are expected"));
    assertThat(csv("period\tunit\n2019\twuhan\n").fault().hint())
        .isEqualTo("the file seems to be separated by tabs; commas are expected");
    assertThat(csv("period，unit\n2019，wuhan\n").fault().hint())
        .startsWith("the file seems to be separated by the full-width comma");
  }

  @Test
  void aHeaderWithoutCommasIsTakenApartForWhatElseIsWrong() throws IOException {
    assertThat(csv("\"Period\";\"unit\"\n\"2019\";\"wuhan\"\n").fault().hint())
        .isEqualTo(
            "the file seems to be separated by ';'; commas are expected; period is missing; Period"
                + " is not declared, period is: write it in lower case");
  }

  @Test
  void aColumnThatOnlyLooksLikeTwoIsNotTakenApart() throws IOException {
    assertThat(csv("period,unit,a;b\n2019,wuhan,1\n").fault().hint())
        .isEqualTo("a;b is not declared");
  }

  @Test
  void b6R9ReorderedColumnsAreReadByName() throws IOException {
    var records = csv("unit,period\nwuhan,2019\n").records();

    assertThat(records.get(0).cells()).containsExactly("2019", "wuhan", null, null);
  }

  @Test
  void b6AFeatureIsAColumnOfATableThatTakesThem() throws IOException {
    var options = ReadOptions.of(Columns.withFeatures(List.of("unit"), Set.of("unit")));
    var file = csv("has_map,unit,pays_fees\n1,wuhan,0\n");

    try (var reader = RecordReader.open(file, file.probe(options), options)) {
      assertThat(reader.columns()).containsExactly("unit", "has_map", "pays_fees");
      assertThat(reader.next().cells()).containsExactly("wuhan", "1", "0");
    }
  }

  @Test
  void b6AFeatureWithAnImpossibleNameIsRefused() throws IOException {
    var options = ReadOptions.of(Columns.withFeatures(List.of("unit"), Set.of("unit")));

    assertThat(csv("unit,Has map\nwuhan,1\n").fault(options).hint())
        .isEqualTo("Has map is neither declared nor a feature's name (a-z, 0-9, _)");
  }

  @Test
  void b7AFileWithoutBytesOrWithoutRowsIsRefused() throws IOException {
    assertThat(csv("").fault().reason()).isEqualTo(Reason.EMPTY_FILE);
    assertThat(csv("\n \r\n").fault().reason()).isEqualTo(Reason.EMPTY_FILE);
    assertThat(csv("period,unit").fault().reason()).isEqualTo(Reason.NO_ROWS);
    assertThat(csv("period,unit\r\n\r\n").fault().reason()).isEqualTo(Reason.NO_ROWS);
  }

  @Test
  void b8AByteOrderMarkIsNoPartOfAQuotedHeader() throws IOException {
    var records = csv("\uFEFF\"period\",\"unit\"\n2019,wuhan\n").records();

    assertThat(records.get(0).cells()).containsExactly("2019", "wuhan", null, null);
  }

  @Test
  void b13AControlCharacterIsFaultyAndNamesItsColumn() throws IOException {
    var records = csv("period,unit\n2019,wu\u0000han\n2019,\"wu\u007fhan\"\n2019,a\tb\n").records();

    assertThat(records)
        .extracting(record -> record.fault())
        .containsExactly(
            new Fault(Reason.CONTROL_CHAR, "unit", "wu\u0000han", "remove the character"),
            new Fault(Reason.CONTROL_CHAR, "unit", "wu\u007fhan", "remove the character"),
            null);
    assertThat(records.get(0).fault().value()).isEqualTo("wu\\u0000han");
  }

  @Test
  void b14AnUnclosedQuoteCostsOneLineAndNoMore() throws IOException {
    var records = csv("period,unit\n2019,\"wuhan\n2019,hefei\n2019,harbin\n").records();

    assertThat(records)
        .extracting(RawRecord::line, RawRecord::raw, record -> code(record))
        .containsExactly(
            tuple(2L, "2019,\"wuhan", "unclosed_quote"),
            tuple(3L, "2019,hefei", null),
            tuple(4L, "2019,harbin", null));
  }

  @Test
  void b14AQuoteThatAnotherRowWouldCloseCostsOneLineAndNoMore() throws IOException {
    var records = csv("period,unit\n2019,\"wuhan\n2019,\"hefei\"\n2019,harbin\n").records();

    assertThat(records)
        .extracting(RawRecord::line, record -> code(record))
        .containsExactly(tuple(2L, "unclosed_quote"), tuple(3L, null), tuple(4L, null));
  }

  @Test
  void b14AQuoteOpenForAHundredLinesIsUnclosed() throws IOException {
    var middle = "2019,hefei\n".repeat(100);

    var records = csv("period,unit\n2019,\"wuhan\n" + middle + "harbin\"\n").records();

    assertThat(records).hasSize(102);
    assertThat(records.get(0).fault().hint())
        .isEqualTo(
            "no closing quote within 100 lines or 1000000 characters; reading goes on with the"
                + " next line");
    assertThat(records.subList(1, 101)).allMatch(record -> record.fault() == null);
  }

  @Test
  void b14TextAfterAClosingQuoteIsUnclosed() throws IOException {
    var records = csv("period,unit\n2019,\"wu\"han\n2019,5\" nail\n").records();

    assertThat(records).extracting(record -> code(record)).containsExactly("unclosed_quote", null);
    assertThat(records.get(1).cells()).containsExactly("2019", "5\" nail", null, null);
  }

  @Test
  void b15AFieldOf20MegabytesIsRefusedWithItsLine() throws IOException {
    var fault = csv("period,unit\n2019,wuhan\n2019," + "x".repeat(20_000_000) + "\n").fault();

    assertThat(fault)
        .isEqualTo(Fault.of(Reason.RECORD_TOO_LONG, "line 3 has more than 1000000 characters"));
  }

  @Test
  void b15ALineOfTheGreatestLengthIsRead() throws IOException {
    var text = "2019," + "x".repeat(999_995);

    assertThat(csv("period,unit\n" + text + "\n").records())
        .containsExactly(
            RawRecord.wellFormed(2, text, Arrays.asList("2019", text.substring(5), null, null)));
  }

  @Test
  void b24AFormulaInACellIsKeptAsText() throws IOException {
    var records = csv("period,unit,value\n2019,=cmd|' /C calc'!A0,-1\n#9,@x,+1\n").records();

    assertThat(records)
        .extracting(RawRecord::cells)
        .containsExactly(
            Arrays.asList("2019", "=cmd|' /C calc'!A0", "-1", null),
            Arrays.asList("#9", "@x", "+1", null));
  }

  @Test
  void linesEndWithCarriageReturnsToo() throws IOException {
    var records = csv("period,unit\r2019,wuhan\r\r2019,hefei").records();

    assertThat(records)
        .extracting(RawRecord::line, RawRecord::raw)
        .containsExactly(tuple(2L, "2019,wuhan"), tuple(4L, "2019,hefei"));
  }

  @Test
  void aQuotedLineEndIsKeptAsWritten() throws IOException {
    var records = csv("period,unit\r\n2019,\"a\r\n\r\nb \"\"c\"\"\"\r\n2019,hefei\r\n").records();

    assertThat(records)
        .extracting(RawRecord::line, RawRecord::raw, record -> record.cells().get(1))
        .containsExactly(
            tuple(2L, "2019,\"a\r\n\r\nb \"\"c\"\"\"", "a\r\n\r\nb \"c\""),
            tuple(5L, "2019,hefei", "hefei"));
  }

  @Test
  void aFileThatGrowsWhileItIsReadIsRefused() throws IOException {
    var file = csv("period,unit\n2019,wuhan\n");
    var growing =
        new Source() {
          @Override
          public String name() {
            return file.name();
          }

          @Override
          public long length() {
            return file.length() - 1;
          }

          @Override
          public InputStream open() {
            return file.open();
          }
        };

    assertThat(FileProbe.of(growing, Format.CSV, OPTIONS).fault().orElseThrow().hint())
        .isEqualTo("is being written: it had 22 bytes, then 23; deliver it when it is complete");
  }

  @Test
  void aFaultyFileCannotBeOpened() throws IOException {
    var file = csv("");
    var probe = file.probe();

    assertThatThrownBy(() -> RecordReader.open(file, probe, OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has a fault");
  }

  @Test
  void aProbeTellsTheHashAndLengthOfTheBytes() throws IOException {
    var probe = csv("period,unit\n2019,wuhan\n").probe();

    assertThat(probe.length()).isEqualTo(23);
    assertThat(probe.header()).containsExactly("period", "unit");
    // printf 'period,unit\n2019,wuhan\n' | sha256sum
    assertThat(probe.sha256())
        .isEqualTo("c8a07a854b7a1f5de09ec6611e546d2cc3c844de67f52c6be72405737e6410f3");
  }

  /** Random text of the characters that matter; the seeds are fixed. */
  @Test
  void everyLineThatIsNotBlankIsInExactlyOneRecord() throws IOException {
    var texts =
        IntStream.range(0, 2_000)
            .mapToObj(Random::new)
            .map(random -> random.ints(60, 0, 10).mapToObj("a,\"\n\r\n x,\""::charAt))
            .map(chars -> chars.map(Objects::toString).collect(joining()))
            .toList();

    assertThat(texts)
        .allSatisfy(
            text ->
                assertThat(linesOfRecords(text))
                    .filteredOn(line -> !line.isBlank())
                    .isEqualTo(filled(text)));
  }

  /** Whatever the cells hold, RFC 4180 writes and this reads the same. */
  @Test
  void whatIsQuotedByTheRulesIsReadAsItWas() throws IOException {
    var cells =
        IntStream.range(0, 2_000)
            .mapToObj(Random::new)
            .map(random -> random.ints(8, 0, 9).mapToObj("a,\"\n\r #\\京"::charAt))
            .map(chars -> "x" + chars.map(Objects::toString).collect(joining()) + "\"")
            .toList();
    var text =
        cells.stream()
            .map(cell -> "2019,\"" + cell.replace("\"", "\"\"") + "\"\r\n")
            .collect(joining("", "period,unit\r\n", ""));

    assertThat(csv(text).records())
        .extracting(record -> record.fault() == null ? record.cells().get(1) : record.toString())
        .isEqualTo(cells);
  }

  private static List<String> linesOfRecords(String text) throws IOException {
    var file = csv("period,unit\n2019,wuhan\n" + text);
    return file.records().stream()
        .skip(1)
        .flatMap(record -> Arrays.stream(record.raw().split("\r\n|\r|\n", -1)))
        .toList();
  }

  private static List<String> filled(String text) {
    return Arrays.stream(text.split("\r\n|\r|\n", -1)).filter(line -> !line.isBlank()).toList();
  }

  private static String code(RawRecord record) {
    return record.fault() == null ? null : record.fault().reason().code();
  }

  private static String hint(RawRecord record) {
    return record.fault() == null ? null : record.fault().hint();
  }
}
