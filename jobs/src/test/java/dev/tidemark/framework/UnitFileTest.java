package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitFileTest {
  @TempDir private Path folder;

  private List<Unit> units(String csv) {
    return Written.in(folder, Written.SMALLEST, csv).read().units();
  }

  private List<String> faults(String csv) {
    return Written.in(folder, Written.SMALLEST, csv).faults();
  }

  @Test
  void aUnitHasItsNameInBothLanguagesAndItsGroups() {
    assertThat(units("unit,name,region,mayor\nwuhan,武汉,central,x\n"))
        .containsExactly(new Unit("wuhan", Title.of("武汉"), Map.of("region", "central")));
  }

  @Test
  void aNameInALanguageComesBeforeTheName() {
    assertThat(
            units(
                """
                unit,name,name_zh,name_en,region
                wuhan,Wu,武汉,Wuhan,central
                hefei,He,合肥,,east
                jinan,,,Jinan,east
                """))
        .extracting(Unit::title)
        .containsExactly(
            new Title("武汉", "Wuhan"), new Title("合肥", "He"), new Title("Jinan", "Jinan"));
  }

  @Test
  void aUnitWithABlankGroupBelongsToNone() {
    assertThat(units("unit,name,region\nwuhan,Wuhan, \n").get(0).groups()).isEmpty();
  }

  @Test
  void quotesByteOrderMarkLineEndsAndBlankLinesAreReadAsRfc4180Says() {
    assertThat(units("\uFEFFunit,\"name\",region\r\n\r\nwuhan,\"Wuhan, \"\"WH\"\"\",central\r\n"))
        .containsExactly(new Unit("wuhan", Title.of("Wuhan, \"WH\""), Map.of("region", "central")));
  }

  @Test
  void everyFaultOfTheFileIsTold() {
    assertThat(
            faults(
                """
                unit,name,region
                wuhan,Wuhan,central
                ,Nobody,east
                wuhan,Wuhan again,central
                hefei,Hefei
                all,All,east
                jinan,,east
                qingdao,Qingdao,ALL
                """))
        .containsExactly(
            "units, line 6: units.csv, line 3: the unit's id is blank",
            "units, line 6: units.csv, line 4: unit \"wuhan\" is already in line 2",
            "units, line 6: units.csv, line 5: the row has 2 cells, the header has 3",
            "units, line 6: units.csv, line 6: unit: " + Identifier.NOT_ALL,
            "units, line 6: units.csv, line 7: the name of unit \"jinan\" is blank",
            "units, line 6: units.csv, line 8: region of unit qingdao: " + Identifier.NOT_ALL);
  }

  @Test
  void aFileSeparatedBySemicolonsSaysSo() {
    assertThat(faults("unit;name;region\nwuhan;Wuhan;central\n"))
        .contains(
            "units, line 6: units.csv, line 1: the file seems to be separated by ';'; commas are"
                + " expected");
  }

  @Test
  void aHeaderWithoutUnitOrNameIsToldWithTheNearestColumn() {
    assertThat(faults("units,title,region\nwuhan,Wuhan,central\n"))
        .containsExactly(
            "units, line 6: units.csv, line 1: the header has no column unit; did you mean units?",
            "units, line 6: units.csv, line 1: the header has no column name");
  }

  @Test
  void aHeaderWithAColumnTwiceOrWithoutANameIsTold() {
    assertThat(faults("unit,name,region,Region,\nwuhan,Wuhan,central,,\n"))
        .containsExactly(
            "units, line 6: units.csv, line 1: the header has the column \"Region\" twice",
            "units, line 6: units.csv, line 1: cell 5 of the header is blank");
  }

  @Test
  void aFileWithoutUnitsIsTold() {
    assertThat(faults(""))
        .containsExactly(
            "units, line 6: units.csv, line 1: the file is empty; its header begins with unit,name");
    assertThat(faults("unit,name,region\n"))
        .containsExactly("units, line 6: units.csv, line 1: no row follows the header");
  }

  @Test
  void aQuoteThatIsNotClosedIsTold() {
    assertThat(faults("unit,name,region\nwuhan,Wuhan,\"central\nhefei,Hefei,east\n"))
        .containsExactly(
            "units, line 6: units.csv, line 2: the cell \"central\\u000ahefei,Hefei,east\" holds a"
                + " line break or another control character; is a quote open?");
  }

  @Test
  void aQuoteThatIsNotDoubledIsToldWithItsLine() {
    assertThat(faults("unit,name,region\nwuhan,Wuhan,central\nhefei,\"He\"fei,east\n"))
        .containsExactly(
            "units, line 6: units.csv, line 3: cannot be read as CSV from here on; is a quote open or"
                + " not doubled, a cell over 10000 characters, or a row over 512 cells?");
  }

  @Test
  void aQuoteOpenToTheEndOfALargeFileIsToldWithItsLineAlone() {
    assertThat(faults("unit,name,region\nwuhan,\"" + "x".repeat(20_000)))
        .containsExactly(
            "units, line 6: units.csv, line 2: cannot be read as CSV from here on; is a quote open or"
                + " not doubled, a cell over 10000 characters, or a row over 512 cells?");
  }

  @Test
  void aFileThatIsNotUtf8IsTold() {
    var gbk = "unit,name,region\nwuhan,武汉,central\n".getBytes(Charset.forName("GBK"));
    var yaml = Written.SMALLEST.getBytes(StandardCharsets.UTF_8);

    assertThat(Written.in(folder, yaml, gbk).faults())
        .containsExactly(
            "units, line 6: units.csv is not UTF-8 (byte 24), it looks like GBK or GB18030; save it"
                + " as UTF-8");
  }
}
