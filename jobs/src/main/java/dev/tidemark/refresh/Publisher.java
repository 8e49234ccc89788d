package dev.tidemark.refresh;

import static dev.tidemark.table.Col.*;

import dev.tidemark.job.JobContext;
import dev.tidemark.table.PublishedVersions;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Says which versions of the tables belong together, in one commit. */
final class Publisher {
  private static final List<TableSpec> NEVER = List.of(Tables.REFRESH_RUNS, Tables.PUBLICATIONS);

  private final JobContext context;
  private final Evidence evidence;
  private final Clock clock;

  Publisher(JobContext context, Evidence evidence, Clock clock) {
    this.context = context;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** Every table's newest version; of those that were ever written. */
  Map<String, Long> versions() {
    var versions = new TreeMap<String, Long>();
    for (var table : Tables.all()) {
      long version = NEVER.contains(table) ? -1 : evidence.version(table);
      if (version >= 0) {
        versions.put(table.name(), version);
      }
    }
    return versions;
  }

  /**
   * Publishes versions, unless readers see the same rows already.
   *
   * @return the new publication's number; empty if there is none
   */
  Optional<Long> publish(Map<String, Long> versions) {
    var last = PublishedVersions.last(context.lake());
    boolean isSeen = last.filter(published -> hasRowsOf(published, versions)).isPresent();
    return versions.isEmpty() || isSeen ? Optional.empty() : Optional.of(write(last, versions));
  }

  /** Publishes the same rows at other versions, whose files are kept; nothing, if they are none. */
  void move(Map<String, Long> versions) {
    var last = PublishedVersions.last(context.lake());
    if (last.filter(published -> published.versions().equals(versions)).isEmpty()) {
      write(last, versions);
    }
  }

  /** Commits that only move rows, or delete files that nobody needs, change no row. */
  private boolean hasRowsOf(PublishedVersions published, Map<String, Long> versions) {
    return published.versions().keySet().equals(versions.keySet())
        && Tables.all().stream()
            .filter(table -> versions.containsKey(table.name()))
            .noneMatch(
                table -> evidence.since(table, published.versions().get(table.name())).isAny());
  }

  private long write(Optional<PublishedVersions> last, Map<String, Long> versions) {
    long number = last.map(PublishedVersions::number).orElse(0L) + 1;
    var rows = new ArrayList<Row>();
    versions.forEach((table, version) -> rows.add(row(number, table, version)));
    context
        .lake()
        .append(
            Tables.PUBLICATIONS,
            context.spark().createDataFrame(rows, Tables.PUBLICATIONS.schema()));
    return number;
  }

  private Row row(long number, String table, long version) {
    return new RowBuilder(Tables.PUBLICATIONS)
        .with(PUBLICATION, number)
        .with(TABLE, table)
        .with(VERSION, version)
        .with(RUN_ID, context.runId())
        .with(PUBLISHED_AT, Timestamp.from(clock.instant()))
        .with(FRAMEWORK_ID, context.framework().id())
        .with(FRAMEWORK_VERSION, context.framework().version())
        .row();
  }
}
