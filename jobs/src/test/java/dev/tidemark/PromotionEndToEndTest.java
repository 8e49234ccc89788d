package dev.tidemark;

import static dev.tidemark.table.Col.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.cli.TidemarkCommand;
import dev.tidemark.support.Sample;
import dev.tidemark.support.SharedData;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From the sample's files to what to put online next and how catalogues drift. Expected figures
 * were counted from the CSV files by a short Python script, without Tidemark.
 */
class PromotionEndToEndTest {
  private static DeltaLake lake;

  @BeforeAll
  static void run() {
    lake = Sample.after("findings");
  }

  /** The stages that were published as those that still cost most visits. */
  @Test
  void invoicesAndSocialInsuranceComeFirst() {
    var ranked =
        lake.read(Tables.PROMOTION_LIST)
            .where(col(PERIOD).equalTo("W2"))
            .orderBy(RANK)
            .collectAsList();

    assertThat(ranked)
        .extracting(row -> row.<String>getAs(ITEM))
        .containsExactly("invoice", "social-insurance", "seal", "registration");
    assertThat(ranked.get(0).<Double>getAs(SCORE)).isCloseTo(83.38941704192133, within(1e-9));
    assertThat(ranked.get(1).<Double>getAs(SCORE)).isCloseTo(73.70049480897679, within(1e-9));
    assertThat(ranked.get(0).<String>getAs(TITLE_ZH)).isEqualTo("发票申领");
  }

  @Test
  void allTwentySixCitiesWithoutMailForInvoicesMailSomethingElse() {
    var invoice = only(Tables.PROMOTION_LIST, "period = 'W2' AND item = 'invoice'");

    assertThat(invoice.<String>getAs(ENABLING_TECHNOLOGY)).isEqualTo("mail");
    assertThat(invoice.<Row>getList(invoice.fieldIndex(TECHNOLOGIES)))
        .extracting(Row::toString)
        .containsExactly("[mail,26,26,26,26]");
    assertThat(invoice.<Long>getAs(OVERCLAIMED_UNITS)).isEqualTo(19);
    assertThat(invoice.<Long>getAs(APPLY_UNITS)).isEqualTo(26);
  }

  /** 23 and 17 cities have H41 below 2, three and two have 0. */
  @Test
  void whatIsAskedAgainIsWhatTheIndicatorOfSimplifiedMaterialsSays() {
    assertThat(rows(Tables.DATA_SHARING_DEMANDS, "true"))
        .extracting(
            row ->
                row.<String>getAs(PERIOD)
                    + " "
                    + row.<String>getAs(FIELD)
                    + " "
                    + row.<Long>getAs(N_UNITS))
        .containsExactlyInAnyOrder(
            "W1 unified-credit-code 23",
            "W1 legal-representative-identity 3",
            "W2 unified-credit-code 17",
            "W2 legal-representative-identity 2");
  }

  @Test
  void citiesCameCloserToTheirProvincesStandard() {
    assertThat(cities("W1").<Double>getAs(STANDARDISATION_RATE))
        .isCloseTo(0.8046875, within(1e-12));
    assertThat(cities("W2").<Double>getAs(STANDARDISATION_RATE))
        .isCloseTo(0.9296875, within(1e-12));
    assertThat(cities("W1").<Long>getAs(STANDARD)).isEqualTo(309);
    assertThat(cities("W2").<Long>getAs(STANDARD)).isEqualTo(357);
    assertThat(cities("W2").<Long>getAs(SINGLE_ENTRY_ITEMS)).isEqualTo(138);
    assertThat(cities("W2").<Long>getAs(STALE_ITEMS)).isEqualTo(96);
  }

  @Test
  void legalBasesWereAddedAndNothingWasRemoved() {
    var revisions = rows(Tables.CATALOGUE_DRIFT, "period_from = 'W1' AND period_to = 'W2'");

    assertThat(revisions).hasSize(150);
    assertThat(revisions).filteredOn(row -> row.getAs(DRIFT).equals("added")).hasSize(28);
    assertThat(revisions).filteredOn(row -> row.getAs(DRIFT).equals("changed")).hasSize(122);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/promotion.md", "docs/catalogue.md"})
  void everyQueryOfTheGuidesFindsSomething(String page) throws IOException {
    var guide = Files.readString(SharedData.repository(page));
    var block = guide.substring(guide.indexOf("```sql") + 6);
    var queries =
        Arrays.stream(block.substring(0, block.indexOf("```")).split(";", -1))
            .map(String::strip)
            .filter(query -> !query.isEmpty())
            .toList();

    assertThat(queries)
        .hasSizeGreaterThan(3)
        .allSatisfy(
            query -> {
              System.setIn(new ByteArrayInputStream(query.getBytes(UTF_8)));
              assertThat(TidemarkCommand.run("sql", "--warehouse", Sample.warehouse(), "-"))
                  .isZero();
              assertThat(SharedSpark.session().sql(query).isEmpty()).isFalse();
            });
  }

  private static Row cities(String period) {
    return only(
        Tables.CATALOGUE_SUMMARY,
        "level = 'city' AND group_by = 'all' AND period = '%s'".formatted(period));
  }

  private static Row only(TableSpec table, String condition) {
    var rows = rows(table, condition);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static List<Row> rows(TableSpec table, String condition) {
    return lake.read(table).where(condition).collectAsList();
  }
}
