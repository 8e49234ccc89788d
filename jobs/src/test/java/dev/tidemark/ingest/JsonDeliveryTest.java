package dev.tidemark.ingest;

import static dev.tidemark.ingest.Delivered.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonDeliveryTest {
  private static final String GOOD = "{\"period\":\"2019\",\"unit\":\"wuhan\"}\n";

  @Test
  void aRecordHasItsLineItsTextAndItsCellsInDeclaredOrder() throws IOException {
    var text = "{\"value\": 0.30000000000000004, \"unit\": \"wuhan\", \"period\": null}";

    assertThat(json("\uFEFF\n" + text).records())
        .containsExactly(
            RawRecord.wellFormed(
                2, text, Arrays.asList(null, "wuhan", "0.30000000000000004", null)));
  }

  @Test
  void numbersAndTruthsKeepTheirText() throws IOException {
    var records = json("{\"value\":1.0E400,\"evidence\":true}\n{\"value\":0.10}").records();

    assertThat(records)
        .extracting(RawRecord::cells)
        .containsExactly(
            Arrays.asList(null, null, "1.0E400", "true"), Arrays.asList(null, null, "0.10", null));
  }

  @Test
  void b18WhatIsNotOneObjectIsFaulty() throws IOException {
    var records =
        json(GOOD
                + "{\"period\":\n"
                + "[\"2019\"]\n"
                + "{\"unit\":\"a\",\"unit\":\"b\"}\n"
                + "{\"unit\":\"a\"} {}\n"
                + "{\"value\":NaN}\n"
                + "{\"value\":01}\n"
                + "x\n"
                + GOOD)
            .records();

    assertThat(records)
        .extracting(RawRecord::line)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(records.subList(1, 8))
        .allMatch(record -> record.fault().reason() == Reason.MALFORMED_JSON);
    assertThat(records.get(5).fault().hint()).isEqualTo("Non-standard token 'NaN' (character 13)");
    assertThat(records.get(8).fault()).isNull();
  }

  @Test
  void b18AListOrAnObjectIsNoValue() throws IOException {
    var records = json("{\"unit\":[1,2]}\n{\"value\":{\"a\":{}}}\n").records();

    assertThat(records)
        .extracting(RawRecord::fault)
        .containsExactly(
            new Fault(Reason.WRONG_TYPE, "unit", null, "holds a list, not a value"),
            new Fault(Reason.WRONG_TYPE, "value", null, "holds an object, not a value"));
  }

  @Test
  void b18AnUnknownNameIsFaultyAndTheNearestIsTold() throws IOException {
    assertThat(json("{\"valeu\":1}").records().get(0).fault())
        .isEqualTo(
            new Fault(
                Reason.UNKNOWN_COLUMN,
                "valeu",
                null,
                "the table does not declare it; did you mean value?"));
  }

  @Test
  void b13AnEscapedControlCharacterIsFaulty() throws IOException {
    assertThat(json("{\"unit\":\"wu\\u0000han\"}").records().get(0).fault())
        .isEqualTo(new Fault(Reason.CONTROL_CHAR, "unit", "wu\u0000han", "remove the character"));
  }

  @Test
  void b18AnArrayOrAnObjectOverSeveralLinesIsRefusedAsAFile() throws IOException {
    assertThat(json(" [\n{}\n]").fault().hint())
        .isEqualTo("is a JSON array; JSON lines (one object per line) is expected");
    assertThat(json("{\n\"unit\": 1\n}").fault().hint())
        .isEqualTo(
            "is one object over several lines; JSON lines (one object per line) is expected");
  }

  @Test
  void b7AFileWithoutBytesOrWithoutObjectsIsRefused() throws IOException {
    assertThat(json("").fault().reason()).isEqualTo(Reason.EMPTY_FILE);
    assertThat(json("\n\n").fault().reason()).isEqualTo(Reason.NO_ROWS);
  }

  @Test
  void b15ALineOf20MegabytesIsRefusedWithItsNumber() throws IOException {
    assertThat(json(GOOD + "{\"unit\":\"" + "x".repeat(20_000_000) + "\"}").fault().hint())
        .isEqualTo("line 2 has more than 1000000 characters");
  }

  @Test
  void featuresOfAnyLineAreColumns() throws IOException {
    var options = ReadOptions.of(Columns.withFeatures(List.of("unit"), Set.of("unit")));
    var file = json("{\"unit\":\"wuhan\",\"has_map\":1}\n{\"pays_fees\":0,\"Has map\":1}\n");

    try (var reader = RecordReader.open(file, file.probe(options), options)) {
      assertThat(reader.columns()).containsExactly("unit", "has_map", "pays_fees");
      assertThat(reader.next().cells()).containsExactly("wuhan", "1", null);
      assertThat(reader.next().fault().reason()).isEqualTo(Reason.UNKNOWN_COLUMN);
    }
  }

  @Test
  void everyFaultOfALineIsNamed() throws IOException {
    var record = json("{\"valu\":1,\"unit\":{},\"evidence\":\"a\\u0000\"}\n").records().get(0);

    assertThat(record.faults())
        .extracting(Fault::reason, Fault::column)
        .containsExactly(
            tuple(Reason.UNKNOWN_COLUMN, "valu"),
            tuple(Reason.WRONG_TYPE, "unit"),
            tuple(Reason.CONTROL_CHAR, "evidence"));
  }
}
