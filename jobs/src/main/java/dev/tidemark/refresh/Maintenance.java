package dev.tidemark.refresh;

import dev.tidemark.error.Quantity;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.job.JobContext;
import dev.tidemark.table.PublishedVersions;
import dev.tidemark.table.TableCare;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks every table, joins its small files and deletes those that nobody needs any more. */
public final class Maintenance {
  private static final Duration SHORTEST = Duration.ofDays(7);

  private final Duration retention;
  private final Clock clock;

  /**
   * Keeps what was in a table for so long.
   *
   * @throws UsageWrong if that is less than seven days: a reader or writer may still work with it
   */
  public Maintenance(Duration retention, Clock clock) {
    if (retention.compareTo(SHORTEST) < 0) {
      throw new UsageWrong(
          "--retain %d is too short: what a reader or writer still works with would be deleted. Keep 7 days at least."
              .formatted(retention.toDays()));
    }
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * Works through the tables, with the lock of refresh.
   *
   * <p>First all are checked: from a damaged table nothing is deleted, as an older version may mend
   * it. Joining files makes new versions of the same rows, which are published before the files of
   * the former are deleted. A table with rows that were not published is left as it is.
   *
   * @param wait how long to wait for a refresh of the warehouse
   * @throws dev.tidemark.error.StorageFailed if a table is damaged, or a refresh works
   */
  public void run(JobContext context, Duration wait) {
    try (var lock =
        WarehouseLock.take(
            context.lake().root(),
            context.settings(),
            context.runId(),
            wait,
            clock,
            context.progress())) {
      var care = new TableCare(context.spark(), context.lake());
      var evidence = Evidence.of(context.lake());
      var tables = Tables.all().stream().filter(table -> evidence.version(table) >= 0).toList();
      for (var table : tables) {
        var rows = Quantity.of(care.check(table), "row");
        context.progress().accept("maintain: %s is sound, %s".formatted(table.name(), rows));
      }
      var published = PublishedVersions.last(context.lake());
      var versions = published.map(PublishedVersions::versions).orElse(Map.of());
      var settled = tables.stream().filter(table -> isSettled(table, versions, evidence)).toList();
      settled.forEach(table -> compact(table, care, context));
      lock.check();
      if (published.isPresent()) {
        publish(context, evidence, versions, settled);
      }
      settled.forEach(table -> care.vacuum(table, retention));
      tables.stream()
          .filter(table -> !settled.contains(table))
          .forEach(
              table ->
                  context
                      .progress()
                      .accept(
                          "maintain: %s has rows that are not published and is left as it is; run refresh first"
                              .formatted(table.name())));
    }
  }

  private static void compact(TableSpec table, TableCare care, JobContext context) {
    var joined = care.compact(table);
    if (joined.before() > 0) {
      context
          .progress()
          .accept(
              "maintain: %s: %d files joined to %d"
                  .formatted(table.name(), joined.before(), joined.after()));
    }
  }

  /** Whether readers see the newest rows of a table: of one that is not published they do. */
  private static boolean isSettled(TableSpec table, Map<String, Long> versions, Evidence evidence) {
    var seen = versions.get(table.name());
    return seen == null || !evidence.since(table, seen).isAny();
  }

  private void publish(
      JobContext context, Evidence evidence, Map<String, Long> versions, List<TableSpec> settled) {
    var now = new TreeMap<>(versions);
    for (var table : settled) {
      var seen = versions.get(table.name());
      var changes = seen == null ? null : evidence.since(table, seen);
      // Rows that somebody wrote meanwhile belong to no publication yet.
      if (changes != null && !changes.isAny()) {
        now.put(table.name(), changes.version());
      }
    }
    new Publisher(context, evidence, clock).move(now);
  }
}
