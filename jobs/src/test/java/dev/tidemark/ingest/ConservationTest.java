package dev.tidemark.ingest;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
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

  @TempDir private static Path folder;

  private Assessment assessment;
  private Map<String, Row> counts;

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

    assessment.ingest("in", "--max-bad-rows", "100%").done();

    counts =
        assessment
            .table("ingested_files")
            .select("table", "rows_delivered", "rows_accepted")
            .collectAsList()
            .stream()
            .collect(toMap(row -> row.getString(0), row -> row));
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
    var bad = lines("quarantine", "line", "table = '" + table + "'");
    var stored = lines(table, "source_line", "true");
    var counted = counts.get(table);

    assertThat(counted.getLong(1)).isEqualTo(delivered);
    assertThat(counted.getLong(2) + bad.size()).isEqualTo(delivered);
    assertThat(stored).isNotEmpty().hasSizeLessThanOrEqualTo((int) counted.getLong(2));
    assertThat(bad).isNotEmpty().doesNotHaveDuplicates().doesNotContainAnyElementsOf(stored);
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

  private List<Long> lines(String table, String column, String where) {
    return assessment.table(table).where(where).select(column).collectAsList().stream()
        .map(row -> row.getLong(0))
        .toList();
  }
}
