package dev.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.SharedSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Personal data in every corner of a delivery of messages, through the real commands. */
class ProtectedMessagesTest {
  private static final List<String> PLANTED =
      List.of(
          "13812345678",
          "138 1234 5678",
          "１３８１２３４５６７８",
          "11010519491231002X",
          "4111111111111111",
          "someone@example.com",
          "鄂AD12345",
          "小张三",
          "87654321");

  private static final String MESSAGES =
      """
      id,unit,created_at,text,title,author,department,likes
      1,wuhan,2020-01-02T10:00:00,电话13812345678或者138 1234 5678,车鄂AD12345,小张三,窗口027-87654321,3
      2,wuhan,2020-01-02T10:00:00,身份证１１０１０５１９４９１２３１００２Ｘ和１３８１２３４５６７８,,,,
      13812345678,wuhan,2020-01-02T10:00:00,平安,,,,
      4,身份证11010519491231002X,卡4111111111111111,平安,13812345678,小张三,,someone@example.com
      5,wuhan,2020-01-02T10:00:00,13812\u0001345678,,小张三,,
      6,wuhan,2020-01-02T10:00:00,13812345678,小张三
      """;

  private static final String HEADLESS =
      "7,wuhan,2020-01-02T10:00:00,电话13812345678,,小张三,,\n8,wuhan,2020-01-02,一,,,,\n";

  private static final String LINES =
      """
      {"id":"9","unit":"wuhan","created_at":"2020-01-02","text":"平安","13812345678":"小张三"}
      {"id":"10","unit":"wuhan","created_at":"2020-01-02","text":小张三}
      {"id":"11","unit":"wuhan","created_at":"2020-01-02","text":"邮箱someone@example.com"}
      """;

  @TempDir Path home;
  private Assessment assessment;

  @BeforeEach
  void deliver() {
    assessment =
        new Assessment(home)
            .deliver("in/messages/a.csv", MESSAGES)
            .deliver("in/messages/b.csv", HEADLESS)
            .deliver("in/messages/c.jsonl", LINES);
  }

  @Test
  void nothingOfItIsStoredOrShown() {
    var checked = assessment.run("check", "--input", home.resolve("in").toString());
    var rejected = assessment.ingest("in");
    var loaded = assessment.ingest("in", "--max-bad-rows", "5", "--on-bad-file", "quarantine");

    assertThat(List.of(checked.code(), rejected.code(), loaded.code())).containsExactly(3, 3, 0);
    var shown =
        Stream.of(checked, rejected, loaded).flatMap(run -> Stream.of(run.out(), run.err()));
    assertThat(Stream.concat(shown, stored())).noneMatch(ProtectedMessagesTest::isTelling);
  }

  @Test
  void whatIsNotPersonalStays() {
    assessment.ingest("in", "--max-bad-rows", "5", "--on-bad-file", "quarantine").done();

    assertThat(assessment.rows("messages", "id", "text", "title", "department", "likes"))
        .containsExactlyInAnyOrder(
            "1|电话[PHONE]或者[PHONE]|车[PLATE]|窗口[PHONE]|3",
            "11|邮箱[EMAIL]|null|null|null",
            "2|身份证[ID]和[PHONE]|null|null|null",
            // printf 13812345678 | sha256sum
            "38aed9048140b0e437ea81461d9ea4524169f6795004da120bcf7d41894e4d15|平安|null|null|null");
    assertThat(assessment.faults("messages/a.csv"))
        .containsExactly(
            "5|bad_time|created_at|卡[CARD]",
            "5|not_a_number|likes|[EMAIL]",
            "5|unknown_unit|unit|身份证[ID]",
            "6|control_char|text|null",
            "7|wrong_column_count|null|null");
    assertThat(assessment.faults("messages/b.csv")).containsExactly("0|bad_header|null|null");
    assertThat(assessment.faults("messages/c.jsonl"))
        .containsExactly("1|unknown_column|null|null", "2|malformed_json|null|null");
  }

  @Test
  void aParquetFileIsMaskedToo() throws IOException {
    var folder = home.resolve("written").toString();
    SharedSpark.session()
        .sql(
            "SELECT 12L AS id, 'nowhere' AS unit, timestamp '2020-01-02 10:00:00' AS created_at, '电话13812345678' AS text, '小张三' AS author")
        .coalesce(1)
        .write()
        .parquet(folder);
    Files.createDirectories(home.resolve("parquet/messages"));
    try (var parts = Files.list(Path.of(folder))) {
      var part = parts.filter(file -> file.toString().endsWith(".parquet")).findFirst();
      Files.copy(part.orElseThrow(), home.resolve("parquet/messages/d.parquet"));
    }

    assessment.ingest("parquet", "--max-bad-rows", "1").done();

    assertThat(assessment.rows("quarantine", "reason", "get_json_object(raw, '$.text')"))
        .containsExactly("unknown_unit|电话[PHONE]");
    assertThat(assessment.rows("quarantine", "to_json(struct(*))"))
        .noneMatch(ProtectedMessagesTest::isTelling);
  }

  /** Every row of every table as JSON, and every log file of Delta's. */
  private Stream<String> stored() {
    var rows =
        Stream.of("messages", "quarantine", "ingested_files")
            .flatMap(table -> assessment.rows(table, "to_json(struct(*))").stream());
    var commits = assessment.files("", ".json").stream().map(this::content);
    return Stream.concat(rows, commits);
  }

  private String content(String file) {
    try {
      return new String(Files.readAllBytes(assessment.warehouse().resolve(file)), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTelling(String text) {
    return PLANTED.stream().anyMatch(text::contains);
  }
}
