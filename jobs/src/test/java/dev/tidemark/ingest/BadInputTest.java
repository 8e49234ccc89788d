package dev.tidemark.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad inputs, all of them in one delivery to a warehouse that must stay as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private static final String HEAD = "period,unit,indicator,value\n";
  private static final String GOOD = "W2,beijing,days,3\n";
  private static final String LOADED = HEAD + "W1,wuhan,days,7\n";

  @TempDir private static Path folder;

  private Assessment assessment;
  private List<String> before;
  private Assessment.Outcome outcome;
  private List<String> after;
  private Map<String, List<String>> faults;

  /**
   * A bad input.
   *
   * @param id in the catalogue, and what is wrong
   * @param ending of the file
   * @param content its bytes, one character each
   * @param said what standard error must hold in a line about the file
   * @param faults {@code line|reason|column|value}
   */
  record Case(String id, String ending, String content, String said, List<String> faults) {
    byte[] bytes() {
      return content.getBytes(ISO_8859_1);
    }

    String file() {
      return "observations/" + id.replaceAll("\\W+", "-") + ending;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  @BeforeAll
  void allAreDeliveredBesideAWarehouseWithOneRow() throws IOException {
    assessment = new Assessment(folder).deliver("good/observations.csv", LOADED);
    assessment.ingest("good").done();
    before = state();
    badInputs().forEach(bad -> assessment.deliver("bad/" + bad.file(), bad.bytes()));

    outcome = assessment.ingest("bad");

    after = state();
    faults = assessment.faultsByFile();
  }

  @Test
  void nothingIsLoadedAndTheTableIsAsItWas() {
    assertThat(outcome.err()).contains("Nothing was loaded: ");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(after).isEqualTo(before);
  }

  /** Above: 23 + 1 CSV files of 24 + 2 rows, one of them good, 1 JSON file of 4, 14 bad files. */
  @Test
  void badFilesAreCountedApartFromRows() {
    assertThat(outcome.err())
        .contains("observations: reading 25 files\n")
        .contains(
            "observations: 30 rows delivered, 1 accepted, 29 quarantined; 14 files cannot be"
                + " read\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badInputs")
  void isListedAndQuarantined(Case bad) {
    assertThat(outcome.err().lines().filter(line -> line.contains(bad.file())))
        .anyMatch(line -> line.contains(bad.said()));
    assertThat(faults.get(bad.file())).isEqualTo(bad.faults());
  }

  @Test
  void everyFileThatIsQuarantinedIsOneOfTheBad() throws IOException {
    assertThat(faults.keySet()).isEqualTo(badInputs().map(Case::file).collect(toSet()));
  }

  static Stream<Case> badInputs() throws IOException {
    return Stream.of(
        row("B1 fewer cells than the header", "W1,wuhan,days", "2|wrong_column_count|null|null"),
        row("B1 more cells than the header", "W1,wuhan,days,3,x", "2|wrong_column_count|null|null"),
        row("B3 R9 a word where numbers were", "W1,wuhan,days,abc", "2|not_a_number|value|abc"),
        row("B3 thousands", "W1,wuhan,days,\"1,234\"", "2|not_a_number|value|1,234"),
        row("B3 hexadecimal", "W1,wuhan,days,0x10", "2|not_a_number|value|0x10"),
        row("B3 full-width digits", "W1,wuhan,days,１２", "2|not_a_number|value|１２"),
        row("B4 a type suffix", "W1,wuhan,days,1d", "2|not_a_number|value|1d"),
        row("B4 blanks around", "W1,wuhan,days, 5 ", "2|not_a_number|value| 5 "),
        row("B4 a line end behind", "W1,wuhan,days,\"5\n\"", "2|not_a_number|value|5\n"),
        row("B4 too large to hold", "W1,wuhan,days,1e400", "2|not_finite|value|1e400"),
        row("B4 NaN", "W1,wuhan,days,NaN", "2|not_finite|value|NaN"),
        row("B4 infinity", "W1,wuhan,days,-Infinity", "2|not_finite|value|-Infinity"),
        row("B5 outside the leaf's range", "W1,wuhan,points,101", "2|out_of_range|value|101"),
        row("B5 a period to come", "W9,wuhan,days,1", "2|unknown_period|period|W9"),
        row("B13 a NUL", "W1,wu\0han,days,1", "2|control_char|unit|wu\\u0000han"),
        row("B19 an unknown unit", "W1,wuhan1,days,1", "2|unknown_unit|unit|wuhan1"),
        row("B19 an unknown indicator", "W1,wuhan,day,1", "2|unknown_indicator|indicator|day"),
        row("B19 a derived leaf", "W1,wuhan,trips,1", "2|unknown_indicator|indicator|trips"),
        row("an unknown category", "W1,wuhan,depth,deep", "2|unknown_category|value|deep"),
        row("neither yes nor no", "W1,wuhan,flag,maybe", "2|bad_flag|value|maybe"),
        row("a blank key", "W1,,days,1", "2|missing_key|unit|null"),
        row(
            "every reason of one row",
            "W9,nowhere,nothing,1",
            "2|unknown_period|period|W9",
            "2|unknown_unit|unit|nowhere",
            "2|unknown_indicator|indicator|nothing"),
        row(
            "R8 B20 one key with two values",
            "W1,wuhan,days,1\nW1,wuhan,days,2",
            "2|duplicate_key|period,unit,indicator,observer,channel|W1,wuhan,days",
            "3|duplicate_key|period,unit,indicator,observer,channel|W1,wuhan,days"),
        text("B14 a quote left open", GOOD + "W1,\"wuhan,days,1\n", "3|unclosed_quote|null|null"),
        file(
            "B6 R9 a column missing",
            "period,unit,value\nW1,wuhan,1\n",
            "bad_header",
            "period,unit,value"),
        file(
            "B6 R9 a column more",
            "period,unit,indicator,value,colour\n,,,,\n",
            "bad_header",
            "period,unit,indicator,value,colour"),
        file(
            "B6 a column twice",
            "period,unit,unit,indicator,value\n,,,,\n",
            "bad_header",
            "period,unit,unit,indicator,value"),
        file(
            "B6 R9 a column renamed",
            "period,unit,indicator,score\n,,,\n",
            "bad_header",
            "period,unit,indicator,score"),
        file("B7 no bytes", "", "empty_file", "null"),
        file("B7 a header only", HEAD, "no_rows", "null"),
        bytes("B9 UTF-16", ".csv", LOADED.getBytes(UTF_16LE), "is UTF-16", "bad_encoding"),
        bytes(
            "B12 GBK undeclared",
            ".csv",
            (HEAD + "W1,武汉,days,1\n").getBytes(Charset.forName("GBK")),
            "give --encoding GB18030",
            "bad_encoding"),
        bytes(
            "B15 a cell of 20 MB",
            ".csv",
            (HEAD + "W1,wuhan,days," + "9".repeat(20_000_000) + "\n").getBytes(UTF_8),
            "line 2 has more than",
            "record_too_long"),
        bytes(
            "B16 a gzip cut off",
            ".csv.gz",
            Arrays.copyOf(Delivered.gzip(LOADED.getBytes(UTF_8)), 40),
            "is not a whole gzip file",
            "unreadable_file"),
        bytes(
            "B16 no gzip at all",
            ".csv.gz",
            (LOADED + GOOD).getBytes(UTF_8),
            "is not a whole gzip file",
            "unreadable_file"),
        bytes(
            "B17 a Parquet file cut off",
            ".parquet",
            "PAR1....".getBytes(ISO_8859_1),
            "unreadable_file",
            "unreadable_file"),
        new Case(
            "B18 JSON broken, a list, another type, an unknown name",
            ".jsonl",
            """
            {"period":"W1",
            [1]
            {"period":"W1","unit":"wuhan","indicator":"days","value":{}}
            {"period":"W1","unit":"wuhan","indicator":"days","valu":1}
            """,
            "malformed_json",
            List.of(
                "1|malformed_json|null|null",
                "2|malformed_json|null|null",
                "3|wrong_type|value|null",
                "4|unknown_column|valu|null")),
        bytes(
            "B22 an old or encrypted workbook",
            ".xlsx",
            new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0},
            "save it as .xlsx without a password",
            "unreadable_file"),
        bytes(
            "B23 a gzip bomb",
            ".csv.gz",
            Delivered.gzip((HEAD + GOOD.repeat(2_000_000)).getBytes(UTF_8)),
            "decompresses to more than 200 times its size",
            "too_large"));
  }

  @Test
  void b24TextThatASpreadsheetWouldRunIsStoredAsItIs() {
    assessment.deliver(
        "formula/observations.csv",
        "period,unit,indicator,value,evidence\nW2,wuhan,days,3,=cmd|' /C calc'!A0\n");

    assessment.ingest("formula").done();

    assertThat(
            assessment
                .table("observations")
                .where("period = 'W2'")
                .select("evidence")
                .head()
                .get(0))
        .isEqualTo("=cmd|' /C calc'!A0");
  }

  @Test
  void checkListsEveryFaultWithoutACapAndWritesNothing() {
    var commits = assessment.allCommits();
    assessment.deliver("many/observations.csv", HEAD + "W1,wuhan,days,x\n".repeat(120) + GOOD);

    var checked = assessment.run("check", "--input", folder.resolve("many").toString());

    assertThat(checked.out().lines().filter(line -> line.contains("not_a_number"))).hasSize(120);
    assertThat(checked.out()).contains("observations: 121 rows, 1 good, 120 bad");
    assertThat(checked.err()).contains("120 of 121 rows are bad and --max-bad-rows is 0");
    assertThat(checked.code()).isEqualTo(3);
    assertThat(assessment.allCommits()).isEqualTo(commits);
  }

  private List<String> state() {
    var rows = assessment.rows("observations", "*");
    return Stream.concat(rows.stream(), Stream.of("commits " + assessment.commits("observations")))
        .toList();
  }

  private static Case row(String id, String line, String... faults) {
    return text(id, line + "\n", faults);
  }

  private static Case text(String id, String lines, String... faults) {
    var reason = faults[0].split("\\|", -1)[1];
    return new Case(id, ".csv", latin((HEAD + lines).getBytes(UTF_8)), reason, List.of(faults));
  }

  private static Case file(String id, String text, String reason, String value) {
    return new Case(
        id, ".csv", latin(text.getBytes(UTF_8)), reason, List.of("0|" + reason + "|null|" + value));
  }

  private static Case bytes(String id, String ending, byte[] bytes, String said, String reason) {
    return new Case(id, ending, latin(bytes), said, List.of("0|" + reason + "|null|null"));
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
