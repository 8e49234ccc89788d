package dev.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
  @ParameterizedTest
  @CsvSource({
    "a.csv, CSV",
    "2019/A.CSV.GZ, CSV",
    "a.json, JSON_LINES",
    "a.jsonl, JSON_LINES",
    "a.ndjson.gz, JSON_LINES",
    "a.xlsx, EXCEL",
    "a.parquet, PARQUET"
  })
  void aNameTellsTheFormat(String name, Format format) {
    assertThat(Format.of(name)).contains(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xls", "a.xlsx.gz", "a.parquet.gz", "csv", "a.csv.zip", "a.gz", ""})
  void anyOtherNameIsNotRead(String name) {
    assertThat(Format.of(name)).isEmpty();
  }

  @Test
  void everyReasonHasACodeAndASentence() {
    assertThat(Reason.values())
        .allMatch(reason -> reason.code().matches("[a-z_]+"))
        .allMatch(reason -> reason.meaning().endsWith("."));
  }
}
