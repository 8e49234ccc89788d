package dev.tidemark.ingest;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;

import dev.tidemark.job.JobContext;
import dev.tidemark.table.Tables;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Writes what was staged: the rows of each table in one commit, then what was quarantined, last the
 * files. A run that dies in between is repeated by the next one, to the same tables.
 */
final class Publication {
  private final JobContext context;
  private final LoadedFiles loaded;

  Publication(JobContext context, LoadedFiles loaded) {
    this.context = context;
    this.loaded = loaded;
  }

  /** Good rows into their table, unless this very load was published before. */
  void publish(StagedTable staged) {
    if (staged.periods().isEmpty()) {
      context.lake().create(staged.table());
      return;
    }
    var rows = staged.kept().withColumn(LOAD_ID, lit(context.runId()));
    context
        .lake()
        .merge(
            staged.table(),
            rows,
            RowRules.PROVENANCE,
            new ArrayList<>(staged.periods()),
            revision(staged));
  }

  /**
   * Bad rows and bad files, in place of those of an earlier reading of the same contents for the
   * same table, and of a rejected delivery of files of the same names: what was never loaded is
   * mended by the next file. What was left out of a load stays.
   */
  void quarantine(List<StagedTable> staged) {
    var outdated = outdated(staged);
    boolean isAnyBad = staged.stream().anyMatch(table -> table.total().quarantined() > 0);
    if (isAnyBad || !outdated.isEmpty()) {
      var contents =
          Stream.concat(contents(staged), outdated.stream())
              .distinct()
              .collect(groupingBy(Content::table, mapping(Content::sha256, toList())));
      var rows =
          staged.stream()
              .flatMap(table -> Stream.of(badRows(table), badFiles(table)))
              .reduce(Dataset::unionByName)
              .orElseThrow()
              .withColumn(LOAD_ID, lit(context.runId()))
              .withColumn(LOADED_AT, lit(Timestamp.from(context.startedAt())));
      context.lake().replaceWithin(Tables.QUARANTINE, rows, SHA256, contents);
    } else {
      // Whoever asks what was bad is to hear "nothing", not that there is no such table.
      context.lake().create(Tables.QUARANTINE);
    }
  }

  /** The files, as loaded; from now on loading them again is a no-op. */
  void remember(List<StagedTable> staged) {
    var rows = new ArrayList<Row>();
    for (var table : staged) {
      for (var file : table.files()) {
        rows.add(
            file(
                table,
                file,
                table.counts().getOrDefault(file.probe().sha256(), StagedTable.Counts.NONE)));
      }
      table.badFiles().forEach(file -> rows.add(file(table, file, ONE_BAD)));
    }
    var tables = staged.stream().map(table -> table.table().name()).collect(Collectors.toList());
    context
        .lake()
        .merge(
            Tables.INGESTED_FILES,
            context.spark().createDataFrame(rows, Tables.INGESTED_FILES.schema()),
            List.of(),
            tables,
            context.runId());
  }

  private static final StagedTable.Counts ONE_BAD = new StagedTable.Counts(1, 1);

  private Row file(StagedTable table, DeliveredFile file, StagedTable.Counts counts) {
    return RowFactory.create(
        table.table().name(),
        file.source().name(),
        file.probe().sha256(),
        loaded.rules().ofRun(),
        file.sequence(),
        counts.delivered(),
        counts.accepted(),
        counts.quarantined(),
        context.runId(),
        Timestamp.from(context.startedAt()));
  }

  /**
   * What was delivered for a table. Two tables may have it: an empty file is like any other.
   *
   * @param table its name
   * @param sha256 of the bytes
   */
  private record Content(String table, String sha256) {}

  private static Stream<Content> contents(List<StagedTable> staged) {
    return staged.stream()
        .flatMap(
            table ->
                Stream.concat(table.files().stream(), table.badFiles().stream())
                    .map(file -> new Content(table.table().name(), file.probe().sha256())));
  }

  /** Contents in quarantine that are read anew, or were rejected and are now delivered mended. */
  private Set<Content> outdated(List<StagedTable> staged) {
    if (!context.lake().has(Tables.QUARANTINE)) {
      return Set.of();
    }
    var contents = contents(staged).collect(Collectors.toSet());
    var names =
        staged.stream()
            .flatMap(
                table ->
                    Stream.concat(table.files().stream(), table.badFiles().stream())
                        .map(file -> List.of(table.table().name(), file.source().name())))
            .collect(Collectors.toSet());
    return context
        .lake()
        .read(Tables.QUARANTINE)
        .select(TABLE, FILE, SHA256)
        .distinct()
        .collectAsList()
        .stream()
        .filter(
            row ->
                contents.contains(new Content(row.getString(0), row.getString(2)))
                    || (names.contains(List.of(row.getString(0), row.getString(1)))
                        && !loaded.knows(row.getString(0), row.getString(2))))
        .map(row -> new Content(row.getString(0), row.getString(2)))
        .collect(Collectors.toSet());
  }

  /** Names the rows of this load: the files, the rules and what had been loaded before. */
  private String revision(StagedTable staged) {
    var contents = staged.files().stream().map(file -> file.probe().sha256()).sorted().toList();
    return Sha256.of(loaded.rules().ofRun() + loaded.state() + contents);
  }

  private static Dataset<Row> badRows(StagedTable staged) {
    var first = element_at(col(FAULTS), lit(1));
    return staged
        .bad()
        .select(
            lit(staged.table().name()).as(TABLE),
            col(SOURCE_FILE).as(FILE),
            col(SOURCE_LINE).as(LINE),
            first.getField(REASON).as(REASON),
            first.getField(COLUMN).as(COLUMN),
            first.getField(VALUE).as(VALUE),
            col(FAULTS),
            col(RAW),
            col(SHA256));
  }

  private Dataset<Row> badFiles(StagedTable staged) {
    var schema =
        Tables.QUARANTINE
            .schema()
            .copy(
                Stream.of(Tables.QUARANTINE.schema().fields())
                    .filter(field -> !List.of(LOAD_ID, LOADED_AT).contains(field.name()))
                    .toArray(org.apache.spark.sql.types.StructField[]::new));
    var rows =
        staged.badFiles().stream()
            .map(
                file -> {
                  var fault = file.probe().fault().orElseThrow();
                  return RowFactory.create(
                      staged.table().name(),
                      file.source().name(),
                      0L,
                      fault.reason().code(),
                      fault.column(),
                      fault.value(),
                      new Row[] {FaultColumns.row(fault)},
                      null,
                      file.probe().sha256());
                })
            .toList();
    return context.spark().createDataFrame(rows, schema);
  }
}
