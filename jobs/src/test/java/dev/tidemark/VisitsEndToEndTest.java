package dev.tidemark;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.support.Sample;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From the sample's files to every figure on visits that was published of the assessment. The
 * sample is synthetic, calibrated so that these figures come out half-up.
 */
class VisitsEndToEndTest {
  private static DeltaLake lake;

  @BeforeAll
  static void run() {
    lake = Sample.after("visits");
  }

  @Test
  void aCityNeededOnAverage219VisitsBeforeAnd183During() {
    assertThat(mean("W1", "all", "all")).isEqualTo("2.19");
    assertThat(mean("W2", "all", "all")).isEqualTo("1.83");
    assertThat(rounded(ofAll(CHANGE))).isEqualTo("-0.36");
  }

  /** src/test/R/visit_changes.R; 17 cities moved by one visit and 9 by two, 10 by none. */
  @Test
  void thatChangeIsNotBeyondChance() {
    assertThat(ofAll(P_VALUE)).isCloseTo(0.09869158267974854, within(1e-12));
    assertThat(ofAll(P_ERROR)).isZero();
    assertThat(ofAll(CI_LOW)).isCloseTo(-0.7586067748590415, within(1e-10));
    assertThat(ofAll(CI_HIGH)).isCloseTo(0.03638455263681935, within(1e-10));
  }

  @Test
  void theSevenRegionsNeededInWave2WhatWasPublished() {
    assertThat(mean("W2", "region", "north")).isEqualTo("1.20");
    assertThat(mean("W2", "region", "east")).isEqualTo("1.60");
    assertThat(mean("W2", "region", "central")).isEqualTo("1.67");
    assertThat(mean("W2", "region", "northeast")).isEqualTo("1.75");
    assertThat(mean("W2", "region", "southwest")).isEqualTo("2.00");
    assertThat(mean("W2", "region", "south")).isEqualTo("2.25");
    assertThat(mean("W2", "region", "northwest")).isEqualTo("2.60");
  }

  @Test
  void hangzhouAloneNeededNoVisitInWave2() {
    assertThat(rows(Tables.UNIT_VISITS, col(PERIOD).equalTo("W2").and(col(IS_ZERO_VISIT))))
        .extracting(row -> row.<String>getAs(UNIT))
        .containsExactly("330100");
    assertThat(summary("W1").<Long>getAs(ZERO_VISIT_UNITS)).isZero();
    assertThat(summary("W2").<Long>getAs(ZERO_VISIT_UNITS)).isEqualTo(1);
  }

  @Test
  void moreCitiesThanBeforeNeededAtMostOneVisit() {
    var change = change();

    assertThat(summary("W1").<Long>getAs(AT_MOST_ONCE_UNITS)).isEqualTo(10);
    assertThat(summary("W2").<Long>getAs(AT_MOST_ONCE_UNITS)).isEqualTo(14);
    assertThat(change.<Integer>getAs(REACHED_UNITS)).isEqualTo(10);
    assertThat(change.<Integer>getAs(LOST_UNITS)).isEqualTo(6);
    assertThat(change.<Double>getAs(P_AT_MOST_ONCE)).isCloseTo(0.454498291015625, within(1e-12));
  }

  @Test
  void hefeiSavedAVisitByMailingResultsXiningAndQingdaoByGoingOnline() {
    assertThat(how("340100", "registration")).containsExactly(-1.0, "hall→mail");
    assertThat(how("630100", "seal")).containsExactly(-1.0, "hall→online");
    assertThat(how("370200", "social-insurance")).containsExactly(-1.0, "hall→online");
  }

  @Test
  void invoicesAndSocialInsuranceStillCostMostVisits() {
    var stages =
        lake.read(Tables.VISIT_STAGES)
            .where(col(PERIOD).equalTo("W2").and(col(GROUP_BY).equalTo("all")))
            .orderBy(RANK)
            .collectAsList();

    assertThat(stages)
        .extracting(row -> row.<String>getAs(STAGE))
        .containsExactly("invoice", "social-insurance", "seal", "registration");
    assertThat(stages)
        .extracting(row -> row.<Long>getAs(TOTAL_VISITS))
        .containsExactly(26L, 22L, 12L, 6L);
  }

  @Test
  void theDriversOfEveryCitySumToItsChange() {
    var drivers =
        lake.read(Tables.VISIT_DRIVERS)
            .groupBy(UNIT)
            .sum(CHANGE)
            .withColumnRenamed("sum(change)", "drivers");

    var differing =
        lake.read(Tables.VISIT_CHANGES)
            .where(col(SCOPE).equalTo("unit"))
            .join(drivers, col(SCOPE_ID).equalTo(col(UNIT)))
            .where(col(CHANGE).notEqual(col("drivers")));

    assertThat(rows(Tables.VISIT_CHANGES, col(SCOPE).equalTo("unit"))).hasSize(36);
    assertThat(differing.collectAsList()).isEmpty();
  }

  private static String mean(String period, String by, String id) {
    var row =
        rows(
                Tables.VISIT_SUMMARY,
                col(PERIOD)
                    .equalTo(period)
                    .and(col(GROUP_BY).equalTo(by))
                    .and(col(GROUP_ID).equalTo(id)))
            .get(0);
    return rounded(row.getAs(MEAN_VISITS));
  }

  private static Row summary(String period) {
    return rows(Tables.VISIT_SUMMARY, col(PERIOD).equalTo(period).and(col(GROUP_BY).equalTo("all")))
        .get(0);
  }

  private static Row change() {
    return rows(Tables.VISIT_CHANGES, col(SCOPE).equalTo("all")).get(0);
  }

  private static double ofAll(String column) {
    return change().getAs(column);
  }

  private static List<Object> how(String unit, String stage) {
    var row =
        rows(Tables.VISIT_DRIVERS, col(UNIT).equalTo(unit).and(col(STAGE).equalTo(stage))).get(0);
    return List.of(row.getAs(CHANGE), row.getAs(HOW));
  }

  private static List<Row> rows(TableSpec table, Column condition) {
    return lake.read(table).where(condition).collectAsList();
  }

  private static String rounded(double number) {
    return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
