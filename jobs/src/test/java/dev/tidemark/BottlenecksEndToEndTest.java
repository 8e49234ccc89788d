package dev.tidemark;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.issues.bottleneck.BottlenecksJob;
import dev.tidemark.support.Findings;
import dev.tidemark.support.PlantedMessages;
import dev.tidemark.support.Sample;
import dev.tidemark.table.Tables;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Figures were counted from messages.csv by a short Python script, without Tidemark. */
class BottlenecksEndToEndTest {
  private static List<Row> rows;

  @BeforeAll
  static void run() {
    Sample.after();
    var findings = Findings.in(Path.of(Sample.warehouse()), Sample.framework());
    findings.run(new BottlenecksJob());
    rows = findings.lake().read(Tables.BOTTLENECKS).orderBy(col(PERIOD), col(RANK)).collectAsList();
  }

  @Test
  void thePlantedBottleneckComesFirstInEveryPeriod() {
    var first = rows.stream().filter(row -> Integer.valueOf(1).equals(row.getAs(RANK))).toList();

    assertThat(first)
        .extracting(row -> row.getAs(PERIOD) + "," + row.getAs(STAGE) + "," + row.getAs(DEPARTMENT))
        .containsExactly(
            "W1," + String.join(",", PlantedMessages.bottleneck()),
            "W2," + String.join(",", PlantedMessages.bottleneck()),
            "all," + String.join(",", PlantedMessages.bottleneck()));
  }

  @Test
  void itsMessagesAreCounted() {
    var invoices = of("W2", "税务局", "invoice");

    assertThat(invoices.<Long>getAs(N)).isEqualTo(46);
    assertThat(invoices.<Double>getAs(UNRESOLVED_RATE)).isCloseTo(21.0 / 36, within(1e-12));
    assertThat(invoices.<Long>getAs(LATE)).isEqualTo(18);
    assertThat(invoices.<Long>getAs(UNANSWERED)).isEqualTo(13);
    assertThat(invoices.<Double>getAs(LATE_RATE)).isCloseTo(31.0 / 46, within(1e-12));
    assertThat(invoices.<Double>getAs(CHANGE)).isCloseTo(21.0 / 36 - 24.0 / 43, within(1e-12));
  }

  @Test
  void threeUnresolvedMessagesOnSealsHaveNoRank() {
    var seals = of("W1", "城管局", "seal");

    assertThat(seals.<Double>getAs(UNRESOLVED_RATE)).isEqualTo(1);
    assertThat(seals.<Double>getAs(UNRESOLVED_SHRUNK)).isLessThan(1);
    assertThat(seals.<Integer>getAs(RANK)).isNull();
  }

  private static Row of(String period, String department, String stage) {
    return rows.stream()
        .filter(
            row ->
                row.getAs(PERIOD).equals(period)
                    && row.getAs(DEPARTMENT).equals(department)
                    && row.getAs(STAGE).equals(stage))
        .findFirst()
        .orElseThrow();
  }
}
