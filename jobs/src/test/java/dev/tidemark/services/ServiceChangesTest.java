package dev.tidemark.services;

import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.table.Tables;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ServiceChangesTest {
  private static List<Row> changes(Counted counted) {
    return new ServiceChanges(Counted.promising(1), counted.tallies()).of("P1", "P2");
  }

  private static Row inTime(List<Row> rows, String id) {
    var measured = rows.stream().filter(row -> row.toString().contains(",within_floor,")).toList();
    return Counted.row(Tables.SERVICE_CHANGES, measured, GROUP_ID, id);
  }

  /** 10 of 40, then 30 of 40: R's {@code prop.test(c(10, 30), c(40, 40))}, p = 2.16e-05. */
  @Test
  void aUnitThatAnswersClearlyMoreInTimeHasImproved() {
    var counted = new Counted().add("P1", "a", 1, 10, 30, 0, 0).add("P2", "a", 1, 30, 10, 0, 0);

    var row = inTime(changes(counted), "a");

    assertThat(row.<String>getAs(METHOD)).isEqualTo("chi_squared");
    assertThat(row.<Double>getAs(P_VALUE)).isBetween(2.1e-5, 2.2e-5);
    assertThat(row.<String>getAs(FAMILY)).isEqualTo("unit, within_floor");
    assertThat(row.<String>getAs(VERDICT)).isEqualTo("improved");
  }

  /** a has 1/2 then 1, b is new: the level falls to what b adds, the change is a's alone. */
  @Test
  void onlyUnitsOfBothPeriodsAreComparedAndTheLevelsOfAllAreToldBeside() {
    var counted =
        new Counted()
            .add("P1", "a", 1, 1, 1, 0, 0)
            .add("P2", "a", 1, 1, 0, 0, 0)
            .add("P2", "b", 1, 0, 0, 3, 0);

    var row = inTime(changes(counted), "all");

    assertThat(row.<Long>getAs(N)).isEqualTo(1);
    assertThat(row.<Double>getAs(LEVEL_TO)).isEqualTo(0.25);
    assertThat(row.<Double>getAs(CHANGE)).isEqualTo(0.5);
    assertThat(row.<String>getAs(NOT_TESTED_REASON)).isEqualTo("too_few");
    assertThat(row.<String>getAs(VERDICT)).isEqualTo("inconclusive");
  }

  /** 1 of 1 in both periods cannot be tested, and did not change; 3 of 6 in both neither. */
  @Test
  void aUnitWithTheSameShareIsUnchanged() {
    var counted =
        new Counted()
            .add("P1", "a", 1, 1, 0, 0, 0)
            .add("P2", "a", 1, 1, 0, 0, 0)
            .add("P1", "b", 1, 3, 3, 0, 0)
            .add("P2", "b", 1, 3, 3, 0, 0);

    var rows = changes(counted);

    assertThat(inTime(rows, "a").<String>getAs(VERDICT)).isEqualTo("unchanged");
    assertThat(inTime(rows, "b").<String>getAs(VERDICT)).isEqualTo("unchanged");
    assertThat(inTime(rows, "a").<Double>getAs(P_ERROR)).isNull();
    assertThat(inTime(rows, "b").<Double>getAs(P_ERROR)).isZero();
  }

  @Test
  void aUnitOfOnePeriodHasARowWithoutAChange() {
    var row = inTime(changes(new Counted().add("P2", "c", 1, 1, 0, 0, 0)), "c");

    assertThat(row.<Long>getAs(N)).isZero();
    assertThat(row.<Double>getAs(LEVEL_TO)).isEqualTo(1);
    assertThat(row.<Double>getAs(CHANGE)).isNull();
  }

  /** The undetermined of both periods are no enquiries that were due. */
  @Test
  void whatIsNotYetDueIsNotCompared() {
    var counted = new Counted().add("P1", "a", 1, 0, 0, 0, 2).add("P2", "a", 1, 0, 0, 0, 2);

    assertThat(changes(counted)).isEmpty();
  }
}
