package dev.tidemark;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.tidemark.cli.TidemarkCommand;
import dev.tidemark.support.Sample;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the sample says of changes, as published or as R has it. */
class CompareEndToEndTest {
  private static DeltaLake lake;

  @BeforeAll
  static void run() {
    lake = Sample.after("index", "compare");
  }

  /** {@code src/test/R/score_changes.R} on the 36 indices of both waves. */
  @Test
  void theIndexRoseByTwoAndAHalfPointsWithThisInterval() {
    var overall = change("all", "all", "overall");

    assertThat(overall.<Integer>getAs(N)).isEqualTo(36);
    assertThat(overall.<Double>getAs(CHANGE)).isCloseTo(2.508333333333333, offset(1e-10));
    assertThat(overall.<Double>getAs(CI_LOW)).isCloseTo(0.4323355577719847, offset(1e-10));
    assertThat(overall.<Double>getAs(CI_HIGH)).isCloseTo(4.584331108894681, offset(1e-10));
    assertThat(overall.<Double>getAs(T)).isCloseTo(2.4528867259107177, offset(1e-10));
    assertThat(overall.<Double>getAs(P_T)).isCloseTo(0.019297419524273798, offset(1e-10));
    assertThat(overall.<String>getAs(VERDICT)).isEqualTo("improved");
  }

  @Test
  void guidesImprovedAndInteractionDeclinedAlsoAmongTheFourTested() {
    var guide = change("all", "all", "guide");
    var interaction = change("all", "all", "interaction");

    assertThat(guide.<String>getAs(FAMILY)).isEqualTo("all, depth 1");
    assertThat(guide.<String>getAs(VERDICT)).isEqualTo("improved");
    assertThat(guide.<Double>getAs(P_ADJUSTED)).isLessThan(0.05);
    assertThat(interaction.<String>getAs(VERDICT)).isEqualTo("declined");
    assertThat(interaction.<Double>getAs(P_ADJUSTED)).isLessThan(0.05);
  }

  /** Tianjin, Xining, Xi'an; 22 leaves each. */
  @Test
  void theThreeLargestFallsOfCitiesAreThePublishedOnesEachWithATest() {
    var cities =
        lake.read(Tables.SCORE_CHANGES)
            .where(col(SCOPE).equalTo("unit").and(col(NODE).equalTo("overall")))
            .orderBy(CHANGE)
            .limit(3)
            .collectAsList();

    assertThat(cities)
        .extracting(row -> row.getAs(SCOPE_ID))
        .containsExactlyInAnyOrder("120000", "630100", "610100");
    assertThat(cities).allSatisfy(row -> assertThat(row.<Double>getAs(P_ADJUSTED)).isNotNull());
  }

  /** Periods cannot be compared with what has no scores, nor backwards. */
  @Test
  void aPairThatCannotBeComparedIsWrongUsage() {
    assertThat(Sample.run("compare", "--from", "W2", "--to", "W1")).isEqualTo(2);
    assertThat(Sample.run("compare", "--from", "W1", "--to", "W9")).isEqualTo(2);
    assertThat(Sample.run("compare", "--from", "W1")).isEqualTo(2);
  }

  @Test
  void aWarehouseWithoutScoresIsWrongUsage() {
    var framework = Sample.folder().resolve("framework.yaml").toString();
    var nowhere = Sample.warehouse() + "/none";

    assertThat(TidemarkCommand.run("compare", "--framework", framework, "--warehouse", nowhere))
        .isEqualTo(2);
  }

  private static Row change(String scope, String id, String node) {
    return lake.read(Tables.SCORE_CHANGES)
        .where(
            col(SCOPE).equalTo(scope).and(col(SCOPE_ID).equalTo(id)).and(col(NODE).equalTo(node)))
        .head();
  }
}
