package dev.tidemark.stores;

import static java.util.Map.entry;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.cli.Sessions;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What OpenLineage's listener for Spark tells of commands, by settings alone: docs/refresh.md. */
class OpenLineageTest {
  private static final String SECRET = "nobody-may-see-this";
  private static final String SCHEDULED = "5f0c8a1e-7d2b-4c3e-9a64-2b1f0d9e8c77";

  @TempDir private static Path home;

  private static List<JsonNode> events;

  /** One session of several commands; when it ends, all it knew is told. */
  @BeforeAll
  static void run() throws IOException {
    var warehouse = new Warehouse(home, home.resolve("warehouse").toUri().toString());
    var input = Files.createDirectory(home.resolve("input"));
    Files.writeString(
        input.resolve("observations.csv"),
        "period,unit,indicator,value\nW1,wuhan,points,80\nW1,wuhan,days,15\n");
    Files.writeString(
        input.resolve("visits.csv"),
        "period,unit,stage,visits\nW1,wuhan,seal,0\nW2,wuhan,seal,1\n");
    try (var session = Sessions.open(settings(), ZoneOffset.UTC, false)) {
      assertThat(session.spark().conf().get("spark.hadoop.fs.s3a.secret.key")).isEqualTo(SECRET);
      warehouse.run("ingest", "--input", input.toString());
      warehouse.run("index");
      warehouse.run("visits");
    }
    events = read(lineage());
  }

  @Test
  void whatWritesCompletesAndNothingFails() {
    assertThat(types(events)).contains("START", "COMPLETE").doesNotContain("FAIL", "ABORT");
    var writing =
        events.stream().collect(groupingBy(event -> text(event, "/run/runId"))).values().stream()
            .filter(run -> run.stream().anyMatch(event -> !event.get("outputs").isEmpty()));
    assertThat(writing)
        .isNotEmpty()
        .allSatisfy(run -> assertThat(types(run)).last().isEqualTo("COMPLETE"));
  }

  @Test
  void queriesAreRunsOfTheSessionAndTheSessionIsARunOfItsScheduler() {
    var session =
        events.stream().filter(event -> text(event, "/job/name").equals("tidemark")).toList();
    var queries = events.stream().filter(event -> !session.contains(event)).toList();

    assertThat(types(session)).containsExactly("START", "COMPLETE");
    assertThat(session)
        .allSatisfy(
            event -> {
              assertThat(text(event, "/run/facets/parent/job/name")).isEqualTo("nightly");
              assertThat(text(event, "/run/facets/parent/run/runId")).isEqualTo(SCHEDULED);
            });
    assertThat(queries)
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(text(event, "/run/facets/parent/run/runId"))
                    .isEqualTo(text(session.get(0), "/run/runId")));
    assertThat(events)
        .allSatisfy(event -> assertThat(text(event, "/job/namespace")).isEqualTo("tidemark"));
  }

  @Test
  void tablesComeOfTheTablesThatTheirJobReads() {
    assertThat(inputs(Tables.INDEX_SCORES)).containsExactly(folder(Tables.OBSERVATIONS));
    assertThat(inputs(Tables.GROUP_SCORES)).containsExactly(folder(Tables.OBSERVATIONS));
    assertThat(inputs(Tables.UNIT_VISITS)).containsExactly(folder(Tables.VISITS));
    assertThat(inputs(Tables.VISIT_SUMMARY)).containsExactly(folder(Tables.UNIT_VISITS));
  }

  @Test
  void aTableHasItsDeclaredColumns() {
    for (var table : List.of(Tables.OBSERVATIONS, Tables.INDEX_SCORES, Tables.VISIT_SUMMARY)) {
      assertThat(outputs(table))
          .isNotEmpty()
          .allSatisfy(
              output ->
                  assertThat(elements(output.at("/facets/schema/fields")))
                      .extracting(field -> text(field, "/name"))
                      .containsExactly(table.schema().fieldNames()));
    }
  }

  /** What each is counted from is in the table's declaration; groups are of the framework. */
  @Test
  void columnsComeOfTheColumnsTheyAreCountedFrom() {
    assertThat(columns(Tables.VISIT_SUMMARY))
        .isEqualTo(
            Map.of(
                "period", Set.of("unit_visits.period"),
                "mean_visits", Set.of("unit_visits.total_visits", "unit_visits.n_periods"),
                "n_units", Set.of("unit_visits.total_visits"),
                "incomplete_units", Set.of("unit_visits.total_visits"),
                "at_most_once_units", Set.of("unit_visits.is_at_most_once"),
                "at_most_once_rate",
                    Set.of("unit_visits.is_at_most_once", "unit_visits.total_visits"),
                "zero_visit_units", Set.of("unit_visits.is_zero_visit"),
                "zero_visit_rate",
                    Set.of("unit_visits.is_zero_visit", "unit_visits.total_visits")));
    assertThat(columns(Tables.UNIT_VISITS).get("total_visits")).contains("visits.visits");
  }

  @Test
  void settingsOfTheSessionAreNotTold() {
    assertThat(lineage()).content().contains("nightly").doesNotContain(SECRET, "fs.s3a");
  }

  private static Map<String, String> settings() {
    return Map.ofEntries(
        entry("spark.master", "local[2]"),
        entry("spark.buffer.pageSize", "1m"),
        entry("spark.sql.shuffle.partitions", "2"),
        entry("spark.sql.codegen.wholeStage", "false"),
        entry("spark.sql.codegen.factoryMode", "NO_CODEGEN"),
        entry("spark.hadoop.fs.s3a.secret.key", SECRET),
        entry("spark.extraListeners", "io.openlineage.spark.agent.OpenLineageSparkListener"),
        entry("spark.openlineage.namespace", "tidemark"),
        entry("spark.openlineage.transport.type", "file"),
        entry("spark.openlineage.transport.location", lineage().toString()),
        entry("spark.openlineage.parentJobNamespace", "scheduler"),
        entry("spark.openlineage.parentJobName", "nightly"),
        entry("spark.openlineage.parentRunId", SCHEDULED));
  }

  private static Path lineage() {
    return home.resolve("lineage.ndjson");
  }

  private static List<JsonNode> read(Path lines) throws IOException {
    var json = new ObjectMapper();
    var all = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(lines)) {
      all.add(json.readTree(line));
    }
    return all;
  }

  /** A table as the queries name it that wrote it. */
  private static List<JsonNode> outputs(TableSpec table) {
    return completed(table).flatMap(event -> elements(event.get("outputs"))).toList();
  }

  /** Names of all that the queries read that wrote a table. */
  private static Set<String> inputs(TableSpec table) {
    return completed(table)
        .flatMap(event -> elements(event.get("inputs")))
        .map(input -> text(input, "/name"))
        .collect(toSet());
  }

  /** Of each column of a table, the columns whose values became its values. */
  private static Map<String, Set<String>> columns(TableSpec table) {
    var columns = new TreeMap<String, Set<String>>();
    for (var output : outputs(table)) {
      for (var field : output.at("/facets/columnLineage/fields").properties()) {
        columns.put(
            field.getKey(),
            elements(field.getValue().get("inputFields"))
                .map(
                    from -> Path.of(text(from, "/name")).getFileName() + "." + text(from, "/field"))
                .collect(toSet()));
      }
    }
    return columns;
  }

  private static Stream<JsonNode> completed(TableSpec table) {
    return events.stream()
        .filter(event -> text(event, "/eventType").equals("COMPLETE"))
        .filter(
            event ->
                elements(event.get("outputs"))
                    .anyMatch(output -> text(output, "/name").equals(folder(table))));
  }

  private static String folder(TableSpec table) {
    return home.resolve("warehouse").resolve(table.name()).toString();
  }

  private static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> text(event, "/eventType")).toList();
  }

  private static String text(JsonNode node, String pointer) {
    return node.at(pointer).asText();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
