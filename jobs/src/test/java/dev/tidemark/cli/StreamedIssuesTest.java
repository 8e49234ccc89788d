package dev.tidemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same letters by three arrivals out of order and in one delivery: to the last digit the same
 * tables, without a tolerance, as a period whose messages changed is searched anew as a whole.
 */
class StreamedIssuesTest {
  private static final String FRAMEWORK =
      """
      id: letters
      version: 1
      periods:
        - {id: P1, start: 2020-01-01, end: 2020-01-31}
        - {id: P2, start: 2020-02-01, end: 2020-02-29}
      units: units.csv
      index:
        id: overall
        children:
          - {id: form, weight: 1, score: {kind: binary}}
      """;

  private static final String HEAD =
      "id,created_at,answered_at,resolved,unit,author,department,stage,title,text\n";

  /** A plant and a lift written of in both periods, a school in one, and a letter alone. */
  private static final List<String> LETTERS =
      """
      m01,2020-01-02,2020-01-06,true,east,a1,环保局,complaint,翠湖明珠小区旁的混凝土搅拌站噪音太大,小区北面的混凝土搅拌站从早到晚轰鸣，灰尘落满阳台，请查处。
      m02,2020-01-03,2020-01-20,false,east,a2,环保局,complaint,投诉翠湖明珠附近搅拌站扬尘扰民,离小区不到两百米建了混凝土搅拌站，扬尘严重，窗户都不敢开。
      m03,2020-01-04,,,east,a3,教育局,school,望梅小学大班额问题请重视,孩子在望梅小学读书，班上六十五个学生，希望尽快新建学校分流。
      m04,2020-01-05,2020-01-08,true,east,a4,教育局,school,请求解决望梅小学班额过大,望梅小学早就饱和了，一个班六十多个学生，操场都快被占了。
      m05,2020-01-06,,,east,a5,街道办,building,荷花池3栋加装电梯受阻,荷花池3栋想加装电梯，一楼住户反对，工程停了，希望街道协调。
      m06,2020-02-03,,,east,b1,环保局,complaint,翠湖明珠北侧混凝土搅拌站夜间施工,混凝土搅拌站昼夜不停地生产，噪声和粉尘影响翠湖明珠几千户居民。
      m07,2020-02-04,2020-02-28,false,east,b2,环保局,complaint,强烈要求搬离翠湖明珠旁边的混凝土搅拌站,我是翠湖明珠的住户，旁边的混凝土搅拌站灰蒙蒙的，孩子咳嗽不断。
      m08,2020-02-05,,,east,b5,街道办,building,荷花池3栋加装电梯被一楼阻挠,荷花池3栋加装电梯，因一楼住户反对停工，希望街道出面协调。
      m09,2020-02-12,,,east,c1,环保局,complaint,翠湖明珠搅拌站噪音扬尘何时能停,翠湖明珠旁边的混凝土搅拌站噪音和扬尘还是没有人管。
      m10,2020-02-13,2020-02-14,true,west,c2,交通局,taxi,出租车拒载投诉,晚上在火车站打车，司机不打表要价八十。
      """
          .lines()
          .toList();

  @TempDir private Path home;

  @BeforeAll
  static void open() {
    SharedSpark.session(); // else each command would open its own
  }

  @Test
  void streamedMessagesEndWithTheIssueTablesOfOneBatchInWhateverOrderTheyArrive()
      throws IOException {
    Files.writeString(home.resolve("units.csv"), "unit,name\neast,East\nwest,West\n");
    Files.writeString(home.resolve("framework.yaml"), FRAMEWORK);
    land("delivery", "all.csv", LETTERS);
    run("batch", "ingest", "--input", home.resolve("delivery").toString());
    run("batch", "issues");

    arrive("1.csv", "m09", "m07", "m10", "m02", "m05");
    arrive("2.csv", "m06", "m01", "m08", "m07", "m04", "m03", "m10");

    assertThat(rows("streamed", Tables.ISSUES)).hasSizeGreaterThan(3);
    assertThat(rows("streamed", Tables.BOTTLENECKS)).isNotEmpty();
    assertThat(
            Stream.of(
                Tables.ISSUES,
                Tables.ISSUE_MESSAGES,
                Tables.ISSUE_LINEAGE,
                Tables.ISSUE_PERIODS,
                Tables.THEMES,
                Tables.BOTTLENECKS,
                Tables.EMBEDDINGS))
        .allSatisfy(table -> assertThat(rows("streamed", table)).isEqualTo(rows("batch", table)));
  }

  private void arrive(String file, String... ids) throws IOException {
    land("landing", file, Stream.of(ids).map(this::letter).toList());
    run("streamed", "issues", "--stream", "--once", "--input", home.resolve("landing").toString());
  }

  private String letter(String id) {
    return LETTERS.stream().filter(line -> line.startsWith(id)).findFirst().orElseThrow();
  }

  private void land(String folder, String file, List<String> letters) throws IOException {
    var messages = Files.createDirectories(home.resolve(folder).resolve("messages"));
    Files.writeString(messages.resolve(file), letters.stream().collect(joining("\n", HEAD, "\n")));
  }

  private void run(String warehouse, String command, String... options) {
    var framework = home.resolve("framework.yaml").toString();
    var arguments =
        Stream.concat(
            Stream.of(command, "-f", framework, "-w", home.resolve(warehouse).toString()),
            Stream.of(options));
    var said = new ByteArrayOutputStream();
    var realErr = System.err;
    System.setErr(new PrintStream(said, true, UTF_8));
    try {
      assertThat(TidemarkCommand.run(arguments.toArray(String[]::new)))
          .as(() -> said.toString(UTF_8))
          .isZero();
    } finally {
      System.setErr(realErr);
    }
  }

  private List<String> rows(String warehouse, TableSpec table) {
    var folder = home.resolve(warehouse).resolve(table.name()).toString();
    return SharedSpark.session().read().format("delta").load(folder).collectAsList().stream()
        .map(Row::json)
        .sorted()
        .toList();
  }
}
