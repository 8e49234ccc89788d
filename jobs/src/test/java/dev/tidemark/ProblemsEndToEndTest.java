package dev.tidemark;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.Sample;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the rules see in the sample. */
class ProblemsEndToEndTest {
  private static DeltaLake lake;

  @BeforeAll
  static void run() {
    lake = Sample.after("findings");
  }

  /** 14 and 9 were published; the others are as service_levels has them: late, and never. */
  @Test
  void asManyCitiesHaveAProblemAsWerePublishedAndAsServiceLevelsSay() {
    assertThat(problems("no-scenario-guide")).isEqualTo(14);
    assertThat(problems("no-sample-form")).isEqualTo(9);
    assertThat(problems("reply-beyond-floor")).isEqualTo(9 + 12);
    assertThat(problems("unanswered")).isEqualTo(3 + 4);
  }

  /** Every problem open before the second wave is one that was seen in the first. */
  @Test
  void whatWasOpenBeforeTheSecondWaveIsWhatTheFirstOneSaw() {
    var second =
        lake.read(Tables.RECTIFICATION)
            .where(
                col(PERIOD)
                    .equalTo("W2")
                    .and(col(GROUP_BY).equalTo("all"))
                    .and(col(SEVERITY).equalTo("all")))
            .head();

    assertThat(second.<Long>getAs(OPEN_AT_START)).isEqualTo(seen("W1"));
    assertThat(second.<Long>getAs(OPEN_AT_END) - second.<Long>getAs(NOT_LOOKED_AT))
        .isEqualTo(seen("W2"));
  }

  private static long seen(String period) {
    return lake.read(Tables.PROBLEM_SIGHTINGS)
        .where(col(PERIOD).equalTo(period).and(col(IS_SEEN)))
        .count();
  }

  private static long problems(String rule) {
    return lake.read(Tables.PROBLEM_SIGHTINGS)
        .where(col(PERIOD).equalTo("W2").and(col(RULE).equalTo(rule)).and(col(IS_SEEN)))
        .count();
  }
}
