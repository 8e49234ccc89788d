package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.SharedSpark;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tests' Java runs in New York, so a time of the session's zone shows which of the two won. */
class ResultFormatTest {
  private static final String ZONE = "spark.sql.session.timeZone";
  private static final String QUERY =
      "SELECT timestamp'2020-01-02 09:04:00' AS at, map('region', '华北') AS groups,"
          + " array(1, 2) AS a, CAST(NULL AS INT) AS n, 'x' AS n";

  private String zone;

  @BeforeEach
  void inShanghai() {
    zone = SharedSpark.session().conf().get(ZONE);
    SharedSpark.session().conf().set(ZONE, "Asia/Shanghai");
  }

  @AfterEach
  void restore() {
    SharedSpark.session().conf().set(ZONE, zone);
  }

  @Test
  void csvHasTimesOfTheSessionAndWhatIsNestedAsJson() {
    assertThat(printed(ResultFormat.CSV))
        .isEqualTo(
            """
            at,groups,a,n,n
            2020-01-02 09:04:00,"{""region"":""华北""}","[1,2]",,x
            """);
  }

  @Test
  void aTableHasThem() {
    assertThat(printed(ResultFormat.TABLE).lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("2020-01-02 09:04:00")
        .contains("{\"region\":\"华北\"}", "[1,2]", "·");
  }

  @Test
  void jsonHasEveryColumnOfEveryRow() {
    assertThat(printed(ResultFormat.JSON).strip())
        .isEqualTo(
            "{\"at\":\"2020-01-02T09:04:00.000+08:00\",\"groups\":{\"region\":\"华北\"},"
                + "\"a\":[1,2],\"n\":null,\"n\":\"x\"}");
  }

  @Test
  void aQueryMayBeginWithAComment() {
    assertThat(TidemarkCommand.run("sql", "-- what everybody asks\nSELECT 1")).isZero();
  }

  /** Not a bug of Tidemark, but nothing to answer with either. */
  @Test
  void aQueryThatItsDataMakeFailIsWrongUsageAndItsExpressionIsNamed() {
    var err = new StringWriter();

    int exitCode =
        TidemarkCommand.commandLine()
            .setErr(new PrintWriter(err, true))
            .execute("sql", "SELECT 1 / n FROM VALUES (0) AS t (n)");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("tidemark: The query cannot be run: 1 / n: Division by zero. Use `try_divide`")
        .doesNotContain("ansi", "SQLSTATE", "Internal failure");
  }

  private static String printed(ResultFormat format) {
    var text = new StringWriter();
    format.print(SharedSpark.session().sql(QUERY), new PrintWriter(text, true));
    return text.toString();
  }
}
