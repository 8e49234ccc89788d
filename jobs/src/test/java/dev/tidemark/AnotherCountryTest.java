package dev.tidemark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.TidemarkCommand;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An assessment elsewhere, by its files alone: two stages that the sample has not, a rule of its
 * own, and Germany's holidays of Easter 2020. Every value is worked out by hand.
 */
class AnotherCountryTest {
  private static final String FRAMEWORK =
      """
      id: gewerbe
      version: 1
      timezone: Europe/Berlin
      periods:
        - {id: H1, start: 2020-04-01, end: 2020-04-30}
        - {id: H2, start: 2020-06-01, end: 2020-06-30}
      units: units.csv
      calendar:
        country: {file: germany.csv, first-year: 2020, last-year: 2020}
      visits:
        stages: [{id: registration}, {id: seal}, {id: notary}, {id: chamber}]
      service-levels:
        consultation: {reply-within: 5 working-days}
      problems:
        starter: [reply-beyond-floor]
        parameters: {first: notary}
        rules:
          - id: notary-after-all
            severity: critical
            table: visits
            item: stage
            among: stage = parameters.first
            where: visits > 0
            message: {zh: "{stage}须到场{visits}次", en: "{stage}: {visits} visits"}
      index:
        id: overall
        children:
          - {id: v, weight: 1, from: {table: visits, value: sum(visits)}, score: {kind: linear, worst: 9, best: 0}}
      """;

  /** Good Friday, Easter Monday, and days of June; the weekend is Saturday and Sunday. */
  private static final String GERMANY =
      """
      date,status,name
      2020-04-10,off,Karfreitag
      2020-04-13,off,Ostermontag
      2020-06-01,off,Pfingstmontag
      """;

  private static final String VISITS =
      """
      period,unit,stage,visits
      H1,bonn,registration,1
      H1,bonn,seal,0
      H1,bonn,notary,2
      H1,bonn,chamber,1
      H2,bonn,registration,0
      H2,bonn,seal,0
      H2,bonn,notary,0
      H2,bonn,chamber,1
      H1,kiel,registration,0
      H1,kiel,seal,0
      H1,kiel,notary,1
      H1,kiel,chamber,0
      """;

  /**
   * Due five working days after Monday 6 April: 7, 8, 9, then 14 and 15 April. China, with days off
   * from 4 to 6 April, would have it due on the 13th: both replies would be late.
   */
  private static final String ENQUIRIES =
      """
      id,period,unit,kind,submitted_at,answered_at
      a,H1,bonn,consultation,2020-04-06T09:00:00,2020-04-15T16:00:00
      b,H1,kiel,consultation,2020-04-06T09:00:00,2020-04-16T09:00:00
      c,H2,kiel,consultation,2020-06-03T09:00:00,2020-06-04T09:00:00
      """;

  @TempDir private static Path folder;
  private static DeltaLake lake;

  @BeforeAll
  static void assess() throws IOException {
    var input = Files.createDirectory(folder.resolve("input"));
    Files.writeString(folder.resolve("framework.yaml"), FRAMEWORK);
    Files.writeString(folder.resolve("units.csv"), "unit,name\nbonn,Bonn\nkiel,Kiel\n");
    Files.writeString(folder.resolve("germany.csv"), GERMANY);
    Files.writeString(input.resolve("visits.csv"), VISITS);
    Files.writeString(input.resolve("enquiries.csv"), ENQUIRIES);
    run("ingest", "-i", input.toString());
    run("visits");
    run("findings");
    lake = new DeltaLake(SharedSpark.session(), warehouse(), CommitNote.READER);
  }

  @Test
  void newStagesCount() {
    assertThat(
            rows(
                Tables.UNIT_VISITS,
                "period <> 'all' AND total_visits IS NOT NULL",
                "period",
                "unit",
                "total_visits"))
        .containsExactly("H1 bonn 4", "H1 kiel 1", "H2 bonn 1");
  }

  @Test
  void repliesAreDueByTheOtherCountrysCalendar() {
    assertThat(
            rows(
                Tables.SERVICE_LEVELS,
                "group_by = 'unit'",
                "period",
                "group_id",
                "within_floor",
                "late"))
        .containsExactly("H1 bonn 1 0", "H1 kiel 0 1", "H2 kiel 1 0");
  }

  /** Bonn's notary is gone in H2, Kiel was not visited again; its late reply was not repeated. */
  @Test
  void theRuleOfItsOwnAndTheOneOfTheStarterSetSeeTheirProblems() {
    assertThat(
            rows(
                Tables.PROBLEMS,
                "true",
                "rule",
                "unit",
                "item",
                "severity",
                "status",
                "first_seen",
                "days_open",
                "message_zh"))
        .containsExactly(
            "notary-after-all bonn notary critical fixed H1 61 notary须到场2次",
            "notary-after-all kiel notary critical open H1 61 notary须到场1次",
            "reply-beyond-floor kiel consultation major fixed H1 61" + " 到期咨询1件，其中1件超过5个工作日才答复");
  }

  private static String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  private static void run(String command, String... options) {
    var args =
        new ArrayList<>(
            List.of(command, "-f", folder.resolve("framework.yaml").toString(), "-w", warehouse()));
    args.addAll(List.of(options));
    assertThat(TidemarkCommand.run(args.toArray(String[]::new))).isZero();
  }

  private static List<String> rows(TableSpec table, String where, String... columns) {
    return lake.read(table).where(where).collectAsList().stream()
        .map(
            row ->
                Arrays.stream(columns)
                    .map(column -> String.valueOf(row.<Object>getAs(column)))
                    .collect(Collectors.joining(" ")))
        .sorted()
        .toList();
  }
}
