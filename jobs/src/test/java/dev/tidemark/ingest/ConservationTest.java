package dev.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One delivery of every table, with nulls and garbage in every column. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConservationTest {
  private static final int ROWS = 300;
  private static final List<String> PERIOD = List.of("W1", "W2");
  private static final List<String> UNIT = List.of("wuhan", "beijing");
  private static final List<String> WORD = List.of("a", "b", "c", "d", "e", "f", "g", "h");
  private static final List<String> ID =
      Stream.iterate(1, i -> i + 1).limit(500).map(i -> "id" + i).toList();
  private static final List<String> TIME =
      List.of("2020-01-02", "2020-04-02T10:00:00", "2020-04-03 10:00+08:00");
  private static final List<String> LATER = List.of("2020-05-01", "2021-01-01T10:00Z");
  private static final List<String> FLAG = List.of("0", "1", "yes", "FALSE");
  private static final List<String> COUNT = List.of("0", "1", "2", "17");

  @TempDir private Path folder;

  private Assessment assessment;

  @BeforeAll
  void everyTableDelivered() {
    var dirty = new DirtyRows(20200328);
    assessment =
        new Assessment(folder)
            .deliver(
                "in/observations.csv",
                dirty.file(
                    List.of(
                        "period",
                        "unit",
                        "indicator",
                        "value",
                        "observer",
                        "observed_at",
                        "channel",
                        "evidence"),
                    List.of(PERIOD, UNIT, List.of("points", "days"), COUNT, WORD, TIME, WORD, WORD),
                    ROWS))
            .deliver(
                "in/visits.csv",
                dirty.file(
                    List.of("period", "unit", "stage", "visits", "step", "handled_by", "reason"),
                    List.of(PERIOD, UNIT, ID, COUNT, WORD, WORD, WORD),
                    ROWS))
            .deliver(
                "in/enquiries.csv",
                dirty.file(
                    List.of(
                        "id",
                        "period",
                        "unit",
                        "kind",
                        "submitted_at",
                        "answered_at",
                        "resolved",
                        "channel"),
                    List.of(
                        ID,
                        PERIOD,
                        UNIT,
                        List.of("complaint", "consultation"),
                        TIME,
                        LATER,
                        FLAG,
                        WORD),
                    ROWS))
            .deliver(
                "in/guide_audits.csv",
                dirty.file(
                    List.of("period", "unit", "item", "element", "channel", "value", "observed_at"),
                    List.of(PERIOD, UNIT, ID, WORD, WORD, WORD, TIME),
                    ROWS))
            .deliver(
                "in/mobile_channels.csv",
                dirty.file(
                    List.of("period", "unit", "channel", "has_login"),
                    List.of(PERIOD, UNIT, ID, FLAG),
                    ROWS))
            .deliver(
                "in/messages.csv",
                dirty.file(
                    List.of(
                        "id",
                        "unit",
                        "created_at",
                        "text",
                        "title",
                        "author",
                        "period",
                        "department",
                        "stage",
                        "answered_at",
                        "resolved",
                        "likes",
                        "dislikes"),
                    List.of(
                        ID, UNIT, TIME, WORD, WORD, WORD, PERIOD, WORD, WORD, LATER, FLAG, COUNT,
                        COUNT),
                    ROWS))
            .deliver(
                "in/items.csv",
                dirty.file(
                    List.of("period", "unit", "level", "item", "attribute", "value"),
                    List.of(PERIOD, UNIT, List.of("city", "county"), ID, WORD, WORD),
                    ROWS));

    assertThat(assessment.ingest("in", "--max-bad-rows", "100%").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "observations,8",
        "visits,7",
        "enquiries,8",
        "guide_audits,7",
        "mobile_channels,4",
        "messages,13",
        "items,6"
      })
  void acceptedAndQuarantinedAreWhatWasDelivered(String tableAndColumns) {
    var table = tableAndColumns.split(",", -1)[0];
    var delivered = ROWS + Long.parseLong(tableAndColumns.split(",", -1)[1]);
    var file = assessment.table("ingested_files").where("table = '" + table + "'");
    var bad = assessment.table("quarantine").where("table = '" + table + "'");
    var accepted = file.select("rows_accepted").head().getLong(0);

    assertThat(file.select("rows_delivered").head().getLong(0)).isEqualTo(delivered);
    assertThat(bad.select("line").distinct().count()).isEqualTo(bad.count()).isPositive();
    assertThat(accepted + bad.count()).isEqualTo(delivered);
    assertThat(assessment.table(table).count()).isPositive().isLessThanOrEqualTo(accepted);
    assertThat(
            assessment
                .table(table)
                .join(bad.selectExpr("line AS source_line"), "source_line")
                .count())
        .isZero();
  }

  @Test
  void noNumberThatIsNoneIsStored() {
    assertThat(
            assessment
                .table("observations")
                .where("isnan(value) OR abs(value) = double('Infinity')")
                .count())
        .isZero();
  }

  @Test
  void everyBadRowHasItsReasonsAndWhatWasDelivered() {
    assertThat(
            assessment
                .table("quarantine")
                .where("size(faults) = 0 OR reason <> faults[0].reason OR raw IS NULL")
                .count())
        .isZero();
  }
}
