package dev.tidemark;

import static dev.tidemark.table.Col.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.TidemarkCommand;
import dev.tidemark.support.Comparisons;
import dev.tidemark.support.Sample;
import dev.tidemark.support.SharedData;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import io.delta.tables.DeltaTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample through all commands, and through them again. */
class EndToEndTest {
  private static DeltaLake lake;

  @BeforeAll
  static void run() {
    lake = Sample.after("check", "index", "compare", "visits", "findings");
  }

  @Test
  void noRowIsInQuarantine() {
    assertThat(lake.read(Tables.QUARANTINE).count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "docs/index.md, 5",
    "docs/compare.md, 5",
    "docs/services.md, 5",
    "docs/visits.md, 6",
    "docs/channels.md, 6",
    "docs/problems.md, 5"
  })
  void everyQueryOfTheGuidesFindsSomething(String guide, int queries) throws IOException {
    assertThat(queries(guide))
        .hasSize(queries)
        .allSatisfy(
            query -> {
              System.setIn(new ByteArrayInputStream(query.getBytes(UTF_8)));
              assertThat(TidemarkCommand.run("sql", "--warehouse", Sample.warehouse(), "-"))
                  .isZero();
              assertThat(SharedSpark.session().sql(query).isEmpty()).isFalse();
            });
  }

  @Test
  void changesAndDriversAddUp() {
    assertComparisonsAddUp();
  }

  @Test
  void everythingAgainChangesNothing() {
    var versions = inputVersions();
    var changes = printed(lake.read(Tables.SCORE_CHANGES));
    var ranks = printed(lake.read(Tables.RANK_UNCERTAINTY));
    var scores = printed(lake.read(Tables.INDEX_SCORES));
    var groups = printed(lake.read(Tables.GROUP_SCORES));
    var levels = printed(lake.read(Tables.SERVICE_LEVELS));
    var services = printed(lake.read(Tables.SERVICE_CHANGES));
    var shortfalls = printed(lake.read(Tables.SERVICE_SHORTFALLS));
    var sightings = printed(lake.read(Tables.PROBLEM_SIGHTINGS));
    var problems = printed(lake.read(Tables.PROBLEMS));
    var rectification = printed(lake.read(Tables.RECTIFICATION));

    assertThat(Sample.run("ingest", "--input", Sample.folder().toString())).isZero();
    assertThat(Sample.run("index")).isZero();
    assertThat(Sample.run("compare", "--period", "W2")).isZero();
    assertThat(Sample.run("findings", "--period", "W1")).isZero();

    assertThat(inputVersions()).isEqualTo(versions);
    assertThat(printed(lake.read(Tables.INDEX_SCORES))).isEqualTo(scores);
    assertThat(printed(lake.read(Tables.GROUP_SCORES))).isEqualTo(groups);
    assertThat(printed(lake.read(Tables.SERVICE_LEVELS))).isEqualTo(levels);
    assertThat(printed(lake.read(Tables.SERVICE_CHANGES))).isEqualTo(services);
    assertThat(printed(lake.read(Tables.SERVICE_SHORTFALLS))).isEqualTo(shortfalls);
    assertThat(printed(lake.read(Tables.PROBLEM_SIGHTINGS))).isEqualTo(sightings);
    assertThat(printed(lake.read(Tables.PROBLEMS))).isEqualTo(problems);
    assertThat(printed(lake.read(Tables.RECTIFICATION))).isEqualTo(rectification);
    assertThat(printed(lake.read(Tables.SCORE_CHANGES))).isEqualTo(changes);
    assertThat(printed(lake.read(Tables.RANK_UNCERTAINTY))).isEqualTo(ranks);
    assertComparisonsAddUp();
  }

  /** The statements of a guide's SQL block. */
  private static List<String> queries(String file) throws IOException {
    var guide = Files.readString(SharedData.repository(file));
    var block = guide.substring(guide.indexOf("```sql") + 6);
    var queries = block.substring(0, block.indexOf("```")).split(";");
    return Arrays.stream(queries).map(String::strip).filter(query -> !query.isEmpty()).toList();
  }

  private static void assertComparisonsAddUp() {
    var comparisons = new Comparisons(lake);
    assertThat(comparisons.effectsThatDoNotAddUp()).isEmpty();
    assertThat(comparisons.changesThatAreNotTheDifferenceOfTheirMeans()).isEmpty();
    assertThat(comparisons.publishedScoresThatWereNot()).isEmpty();
    assertThat(comparisons.driversThatDoNotSumToTheirParent()).isEmpty();
    assertThat(comparisons.rootsThatAreNotTheChangeOfTheIndex()).isEmpty();
  }

  private static Map<String, Long> inputVersions() {
    return Tables.inputs().stream()
        .filter(lake::has)
        .collect(toMap(table -> table.name(), table -> version(table)));
  }

  private static long version(TableSpec table) {
    return DeltaTable.forPath(SharedSpark.session(), lake.path(table))
        .history(1)
        .select("version")
        .head()
        .getLong(0);
  }

  private static List<String> printed(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }
}
