package dev.tidemark.ingest;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.groupingBy;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;

import dev.tidemark.error.Quantity;
import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Together;
import dev.tidemark.table.ColumnSpec;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads and judges what was delivered, table by table; writes nothing. */
final class Delivery {
  private static final int PROBES_AT_ONCE = 8;

  private final JobContext context;
  private final IngestOptions options;
  private final LoadedFiles loaded;

  Delivery(JobContext context, IngestOptions options, LoadedFiles loaded) {
    this.context = context;
    this.options = options;
    this.loaded = loaded;
  }

  /** Stages every table that has a file that is not loaded yet. */
  List<StagedTable> stage(Map<TableSpec, ? extends List<? extends DeliveredSource>> files) {
    var staged = new ArrayList<StagedTable>();
    try {
      files.forEach((table, sources) -> stage(table, sources).ifPresent(staged::add));
      return staged;
    } catch (RuntimeException e) {
      staged.forEach(StagedTable::close);
      throw e;
    }
  }

  private Optional<StagedTable> stage(TableSpec table, List<? extends DeliveredSource> sources) {
    var readOptions = readOptions(table);
    var fresh = new LinkedHashMap<String, DeliveredFile>();
    var files = probe(table, sources, readOptions);
    var parts = PartFiles.of(files);
    for (var file : files) {
      var sha256 = file.probe().sha256();
      boolean isBad = file.probe().fault().isPresent();
      if (isEmptyAndAllowed(file) || parts.isEmptyPart(file)) {
        say("%s: %s has no rows".formatted(table.name(), file.source().name()));
      } else if (loaded.has(table, sha256) && !isBad) {
        say("%s: %s is loaded already".formatted(table.name(), file.source().name()));
      } else if (loaded.has(table, sha256) && mayLeaveOut()) {
        say("%s: %s was left out; see quarantine".formatted(table.name(), file.source().name()));
      } else if (fresh.putIfAbsent(sha256, file) != null) {
        say(
            "%s: %s has the content of %s and is read once"
                .formatted(table.name(), file.source().name(), fresh.get(sha256).source().name()));
      }
    }
    if (fresh.isEmpty()) {
      return Optional.empty();
    }
    boolean isQueue = sources.stream().anyMatch(DeliveredSource::isQueue);
    var readable = fresh.values().stream().filter(file -> file.probe().fault().isEmpty()).toList();
    var bad = fresh.values().stream().filter(file -> file.probe().fault().isPresent()).toList();
    if (!readable.isEmpty()) {
      say("%s: reading %s".formatted(table.name(), Quantity.of(readable.size(), "file")));
    }
    return Optional.of(
        staged(
            readable,
            () ->
                StagedTable.of(
                    table, readable, bad, judged(table, readable, readOptions, isQueue))));
  }

  private Dataset<Row> judged(
      TableSpec table, List<DeliveredFile> files, ReadOptions readOptions, boolean isQueue) {
    return rows(files, readOptions)
        .transform(rows -> RowRules.of(rows, table, context.framework()))
        .transform(rows -> Duplicates.of(rows, table, isQueue))
        .transform(this::ofAskedPeriods);
  }

  /** A file that changes or goes away meanwhile is told as that, whatever came of it. */
  private static StagedTable staged(List<DeliveredFile> files, Supplier<StagedTable> staging) {
    StagedTable staged;
    try {
      staged = staging.get();
    } catch (Exception e) { // Spark throws checked exceptions without declaring them.
      refuseIfChanged(files);
      throw e;
    }
    try {
      refuseIfChanged(files);
      return staged;
    } catch (StorageFailed e) {
      staged.close();
      throw e;
    }
  }

  /** What was read must be what was fingerprinted. */
  private static void refuseIfChanged(List<DeliveredFile> files) {
    for (var file : files) {
      try {
        if (file.source().hasChanged()) {
          throw new StorageFailed(
              "%s changed while it was read. Nothing was loaded; run again when it is complete."
                  .formatted(file.source().place()));
        }
      } catch (IOException e) {
        throw goneAway(file.source(), e);
      }
    }
  }

  private List<DeliveredFile> probe(
      TableSpec table, List<? extends DeliveredSource> sources, ReadOptions readOptions) {
    return Together.run(
            PROBES_AT_ONCE,
            sources.stream()
                .map(source -> (Supplier<DeliveredFile>) () -> probe(table, source, readOptions))
                .toList())
        .stream()
        .map(
            file ->
                new DeliveredFile(
                    file.source(), file.probe(), loaded.sequenceOf(table, file.probe().sha256())))
        .toList();
  }

  private DeliveredFile probe(TableSpec table, DeliveredSource source, ReadOptions readOptions) {
    try {
      var format = Format.of(source.name()).orElseThrow();
      var probe = FileProbe.of(source, format, readOptions);
      boolean isUnknown = probe.fault().isEmpty() && !loaded.hasWhole(table, probe.sha256());
      if (format == Format.PARQUET && isUnknown) {
        probe = ParquetRows.withHeader(context.settings(), source, probe, readOptions.columns());
      }
      return new DeliveredFile(source, source.isQueue() ? probe.named() : probe, 0);
    } catch (AccessDeniedException | AccessControlException e) {
      throw notAllowed(source, e);
    } catch (FileNotFoundException e) {
      // Java's streams say so of a file they may not open, too.
      throw isGone(source) ? goneAway(source, e) : notAllowed(source, e);
    } catch (IOException e) {
      throw new StorageFailed("%s cannot be read: %s".formatted(source.place(), e.getMessage()), e);
    }
  }

  private static boolean isGone(DeliveredSource source) {
    try {
      source.hasChanged();
      return false;
    } catch (FileNotFoundException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static StorageFailed goneAway(DeliveredSource source, IOException e) {
    return new StorageFailed(
        "%s went away while it was read. Nothing was loaded; run again to load the others."
            .formatted(source.place()),
        e);
  }

  private static UsageWrong notAllowed(DeliveredSource source, IOException e) {
    return new UsageWrong(
        "--input: %s cannot be opened: %s. Nothing was loaded."
            .formatted(source.place(), e.getMessage()),
        e);
  }

  private Dataset<Row> rows(List<DeliveredFile> files, ReadOptions readOptions) {
    var parquet =
        files.stream()
            .filter(file -> file.probe().format() == Format.PARQUET)
            .collect(groupingBy(file -> ParquetRows.schema(context.spark(), file.source())));
    var text = files.stream().filter(file -> file.probe().format() != Format.PARQUET).toList();
    var rows = DeliveredRows.of(context.spark(), text, readOptions);
    for (var sameSchema : parquet.values()) {
      rows = rows.unionByName(ParquetRows.of(context.spark(), sameSchema, readOptions.columns()));
    }
    return rows;
  }

  private Dataset<Row> ofAskedPeriods(Dataset<Row> rows) {
    return context.isPartial()
        ? rows.where(col(PERIOD).isin(context.periods().toArray()).or(size(col(FAULTS)).gt(0)))
        : rows;
  }

  /** What was left out by one run is no news to another, unless that one is to stop at it. */
  private boolean mayLeaveOut() {
    return options.onBadFile() == IngestOptions.OnBadFile.QUARANTINE;
  }

  private boolean isEmptyAndAllowed(DeliveredFile file) {
    return options.onEmptyFile() == IngestOptions.OnEmptyFile.ALLOW
        && (file.probe().isRefusedFor(Reason.EMPTY_FILE)
            || file.probe().isRefusedFor(Reason.NO_ROWS));
  }

  private ReadOptions readOptions(TableSpec table) {
    var declared = RowRules.delivered(table).stream().map(ColumnSpec::name).toList();
    var required =
        RowRules.delivered(table).stream()
            .filter(column -> column.isRequired() || column.name().equals(VALUE))
            .map(ColumnSpec::name)
            .collect(Collectors.toSet());
    return ReadOptions.of(columns(table, declared, required)).withEncoding(options.encoding());
  }

  private static Columns columns(TableSpec table, List<String> declared, Set<String> required) {
    if (table.equals(Tables.MOBILE_CHANNELS)) {
      return Columns.withFeatures(declared, required);
    }
    return table.equals(Tables.MESSAGES)
        ? Columns.ofPeople(declared, required)
        : Columns.of(declared, required);
  }

  private void say(String line) {
    context.progress().accept(line);
  }
}
