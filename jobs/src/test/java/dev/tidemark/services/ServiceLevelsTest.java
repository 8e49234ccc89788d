package dev.tidemark.services;

import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.table.Tables;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ServiceLevelsTest {
  private static Row level(EvaluationFramework framework, Counted counted, String id) {
    var rows = new ServiceLevels(framework).of("P1", LocalDate.of(2020, 1, 31), counted.tallies());
    return Counted.row(Tables.SERVICE_LEVELS, rows, GROUP_ID, id);
  }

  private static List<Row> shortfalls(double share, Counted counted) {
    var levels = new ServiceLevels(Counted.promising(share));
    return levels.belowFloor("P1", counted.tallies()).entrySet().stream()
        .map(below -> levels.shortfall(below.getKey(), below.getValue(), "an id"))
        .toList();
  }

  private static List<Object> cells(Row row, String... columns) {
    return Arrays.stream(columns).map(row::<Object>getAs).toList();
  }

  /** In time 3, late 2, none 1, open 4: of the 6 that were due half came in time. */
  @Test
  void theUndeterminedAreSentButCountNeitherAsKeptNorAsMissed() {
    var counted = new Counted().add("P1", "a", 3, 3, 0, 0, 4).add("P1", "a", 8, 0, 2, 1, 0);

    var all = level(Counted.promising(1), counted, "all");

    assertThat(cells(all, N, ANSWERED, WITHIN_FLOOR, LATE, UNANSWERED, UNDETERMINED, N_DUE))
        .containsExactly(10L, 5L, 3L, 2L, 1L, 4L, 6L);
    assertThat(all.<Double>getAs(WITHIN_SHARE)).isEqualTo(0.5);
    assertThat(all.<Double>getAs(RESOLVED_SHARE)).isEqualTo(3 / 5.0);
  }

  /** Of 4, 3 wait longer than 1 day; 2 are lost sight of at 2; the last is answered at 4. */
  @Test
  void theMedianHoldsThoseStillWaitingAgainstTheAnswered() {
    var counted =
        new Counted()
            .add("P1", "a", 1, 1, 0, 0, 0)
            .add("P1", "a", 2, 0, 0, 0, 2)
            .add("P1", "a", 4, 1, 0, 0, 0);

    var all = level(Counted.promising(1), counted, "all");

    // Of the two answered alone it would be 2.5.
    assertThat(all.<Double>getAs(MEDIAN_WORKING_DAYS)).isEqualTo(4);
    assertThat(all.<Double>getAs(P90_WORKING_DAYS)).isEqualTo(4);
  }

  @Test
  void aTimeThatTooFewHadReachedWhileObservedIsNotTold() {
    var counted = new Counted().add("P1", "a", 1, 2, 0, 0, 0).add("P1", "a", 9, 0, 0, 1, 0);

    var all = level(Counted.promising(1), counted, "all");

    assertThat(all.<Double>getAs(MEDIAN_WORKING_DAYS)).isEqualTo(1);
    assertThat(cells(all, P90_WORKING_DAYS, P90_HIGH)).containsOnlyNulls();
  }

  @Test
  void aUnitCountsInItsGroupsAndInAllAndOneWithoutAGroupInAllAlone() {
    var counted =
        new Counted()
            .add("P1", "a", 1, 1, 0, 0, 0)
            .add("P1", "b", 2, 2, 0, 0, 0)
            .add("P1", "c", 3, 4, 0, 0, 0)
            .add("P1", "closed-since", 3, 8, 0, 0, 0);

    var framework = Counted.promising(1);

    assertThat(level(framework, counted, "all").<Long>getAs(N)).isEqualTo(7);
    assertThat(level(framework, counted, "east").<Long>getAs(N)).isEqualTo(3);
    assertThat(level(framework, counted, "c").<Long>getAs(N)).isEqualTo(4);
  }

  @Test
  void withoutAFloorTimesAreToldAndNothingIsJudged() {
    var counted = new Counted().add("P1", "a", 2, 2, 0, 0, 0);

    var all = level(Counted.framework(), counted, "all");

    assertThat(all.<Double>getAs(MEDIAN_WORKING_DAYS)).isEqualTo(2);
    assertThat(cells(all, FLOOR_WORKING_DAYS, WITHIN_FLOOR, LATE, N_DUE, WITHIN_SHARE))
        .containsOnlyNulls();
  }

  /** 0.95 of 20 are 19; 0.7 of 10 are 7, though 0.7 × 10 is above 7 as doubles go. */
  @Test
  void aUnitIsBelowTheFloorIfItLacksRepliesInTime() {
    assertThat(shortfalls(0.95, new Counted().add("P1", "a", 1, 19, 1, 0, 0))).isEmpty();
    assertThat(shortfalls(0.7, new Counted().add("P1", "a", 1, 7, 3, 0, 0))).isEmpty();

    var counted =
        new Counted()
            .add("P1", "a", 1, 17, 0, 0, 9)
            .add("P1", "a", 8, 0, 1, 0, 0)
            .add("P1", "a", 11, 0, 0, 2, 0)
            .add("P1", "b", 1, 1, 0, 0, 0);
    var below = shortfalls(0.95, counted);

    assertThat(below).hasSize(1);
    var row = Counted.row(Tables.SERVICE_SHORTFALLS, below, UNIT, "a");
    assertThat(cells(row, N_DUE, WITHIN_DUE, LACKING, LONGEST_WORKING_DAYS, EXAMPLE))
        .containsExactly(20L, 17L, 2L, 11, "an id");
  }

  /** Of the rows below the floor one was first sent at 11, another at 8. */
  @Test
  void theFirstBeyondTheFloorIsTheFirstOfAllLengthsOfWaits() {
    var counted = new Counted().add("P1", "a", 11, 0, 0, 2, 0).add("P1", "a", 8, 0, 1, 0, 0);
    var levels = new ServiceLevels(Counted.promising(1));

    var below = levels.belowFloor("P1", counted.tallies());

    assertThat(below.get(new Examples.Place("P1", "complaint", "a")).firstBeyond()).hasValue(8);
  }
}
