package dev.tidemark;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.TidemarkCommand;
import dev.tidemark.support.SharedData;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample with two stages more, by its files alone: bank is delivered of Beijing in both waves,
 * tax of Beijing in wave 2 only; three further rows hold what is no count.
 */
class NewStagesTest {
  private static final Path SAMPLE = SharedData.repository("data-samples/assessment-36-cities");
  private static final String BEIJING = "110000";
  private static final String LAST_STAGE =
      "    - {id: social-insurance, title: {zh: 社保登记, en: Social insurance}}\n";
  private static final String NEW_STAGES =
      """
          - {id: bank, title: {zh: 银行开户, en: Bank account}}
          - {id: tax, title: {zh: 税务登记, en: Tax}}
      """;
  private static final String NEW_ROWS =
      """
      W1,110000,bank,2,apply+sign,hall,application-in-person
      W2,110000,bank,1,sign,hall,application-in-person
      W2,110000,tax,0,,online,
      W1,120000,bank,-1,apply,hall,
      W2,120000,bank,0.5,apply,hall,
      W2,130100,bank,1001,apply,hall,
      """;

  @TempDir private static Path folder;
  private static DeltaLake lake;

  @BeforeAll
  static void ingestAndCount() throws IOException {
    var input = Files.createDirectory(folder.resolve("input"));
    var file = folder.resolve("framework.yaml");
    var declared = Files.readString(SAMPLE.resolve("framework.yaml"));
    Files.writeString(file, declared.replace(LAST_STAGE, LAST_STAGE + NEW_STAGES));
    Files.copy(SAMPLE.resolve("units.csv"), folder.resolve("units.csv"));
    Files.copy(SAMPLE.resolve("terms.csv"), folder.resolve("terms.csv"));
    Files.writeString(
        input.resolve("visits.csv"), Files.readString(SAMPLE.resolve("visits.csv")) + NEW_ROWS);
    var warehouse = folder.resolve("warehouse").toString();
    assertThat(run("ingest", "-w", warehouse, "-i", input.toString(), "--max-bad-rows", "3"))
        .isZero();
    assertThat(run("visits", "-w", warehouse)).isZero();
    lake = new DeltaLake(SharedSpark.session(), warehouse, CommitNote.READER);
  }

  @Test
  void newStagesHaveTheirPlaceAndTheirNames() {
    var stages =
        lake.read(Tables.VISIT_STAGES)
            .where(col(PERIOD).equalTo("W2").and(col(GROUP_BY).equalTo("all")))
            .orderBy(ORDINAL)
            .select(STAGE, TITLE_ZH, N_UNITS, TOTAL_VISITS)
            .collectAsList();

    assertThat(stages)
        .extracting(Row::toString)
        .endsWith("[bank,银行开户,1,1]", "[tax,税务登记,1,0]")
        .hasSize(6);
  }

  /** In wave 2 an invoice and the bank; in wave 1 tax is missing. No other city has them. */
  @Test
  void onlyAUnitObservedInAllStagesOfThePeriodHasATotal() {
    var totals = rows(Tables.UNIT_VISITS, col(N_PERIODS).gt(0).and(col(PERIOD).notEqual("all")));

    assertThat(totals)
        .extracting(row -> List.of(row.getAs(PERIOD), row.getAs(UNIT), row.getAs(TOTAL_VISITS)))
        .containsExactly(List.of("W2", BEIJING, 2L));
  }

  /** Over the five stages of both waves: social insurance 1 and bank 2; then invoice 1, bank 1. */
  @Test
  void aStageMissingInOnePeriodIsInNeitherMeanOfTheChange() {
    var change = rows(Tables.VISIT_CHANGES, col(SCOPE_ID).equalTo(BEIJING)).get(0);
    var tax =
        rows(Tables.VISIT_DRIVERS, col(UNIT).equalTo(BEIJING).and(col(STAGE).equalTo("tax")))
            .get(0);

    assertThat(change.<Integer>getAs(N)).isEqualTo(5);
    assertThat(change.<Double>getAs(MEAN_FROM)).isEqualTo(3);
    assertThat(change.<Double>getAs(MEAN_TO)).isEqualTo(2);
    assertThat(tax.<Object>getAs(CHANGE)).isNull();
    assertThat(tax.<String>getAs(NOT_COMPARED_REASON)).isEqualTo("not_observed_earlier");
  }

  @Test
  void negativeFractionalAndAbsurdCountsAreQuarantinedAndTheirStageIsNotObserved() {
    var bad = lake.read(Tables.QUARANTINE).orderBy(LINE).select("reason", "value").collectAsList();

    assertThat(bad)
        .extracting(Row::toString)
        .containsExactly("[out_of_range,-1]", "[not_an_integer,0.5]", "[out_of_range,1001]");
    assertThat(rows(Tables.VISIT_DRIVERS, col(STAGE).equalTo("bank")))
        .extracting(row -> row.<String>getAs(UNIT))
        .containsExactly(BEIJING);
  }

  private static int run(String command, String... options) {
    var args = new ArrayList<>(List.of(command));
    args.addAll(List.of("-f", folder.resolve("framework.yaml").toString()));
    args.addAll(List.of(options));
    return TidemarkCommand.run(args.toArray(String[]::new));
  }

  private static List<Row> rows(TableSpec table, Column condition) {
    return lake.read(table).where(condition).collectAsList();
  }
}
