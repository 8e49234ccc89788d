package dev.tidemark.report;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Together;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.TableVersion;
import dev.tidemark.table.Tables;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;

/**
 * Writes the report of a warehouse into a folder.
 *
 * @param out the folder; a report that is there is replaced as a whole
 * @param language the one a reader sees first
 * @param from id of the earlier period; null for the one before {@code to}
 * @param to id of the later period; null for the last
 * @param warehouse as the user named it
 * @param codeVersion the version of Tidemark
 * @param reload after how many seconds a page asks for its next state; 0 for never
 */
public record ReportJob(
    Path out,
    Language language,
    String from,
    String to,
    String warehouse,
    String codeVersion,
    int reload)
    implements Job {
  private static final int AT_ONCE = 3;
  private static final int LIVE_SECONDS = 60;

  /** Bookkeeping that a report shows; the rest of it is no figure. */
  private static final Set<TableSpec> BOOKS = Set.of(Tables.QUARANTINE, Tables.INGESTED_FILES);

  /** A report that is written once. */
  public ReportJob(
      Path out, Language language, String from, String to, String warehouse, String codeVersion) {
    this(out, language, from, to, warehouse, codeVersion, 0);
  }

  /** The report of the latest state, written again and again; its first page reloads itself. */
  public static ReportJob live(Path out, String warehouse, String codeVersion) {
    return new ReportJob(out, Language.ZH, null, null, warehouse, codeVersion, LIVE_SECONDS);
  }

  @Override
  public String name() {
    return "report";
  }

  @Override
  public void run(JobContext context) {
    if (context.isPartial()) {
      throw new UsageWrong(
          "A report compares two periods: name them with --from and --to instead of --period.");
    }
    var pair = PeriodsShown.of(context.framework(), from, to);
    var gold = read(context, pair);
    if (!gold.has(Tables.NODES) || !gold.has(Tables.UNITS)) {
      throw new UsageWrong(
          "There is nothing to report of %s: no index was computed under version %s of the framework. Run tidemark index, then the other jobs, or name another --warehouse."
              .formatted(warehouse, context.framework().version()));
    }
    if (!pair.from().equals(pair.to()) && !gold.has(Tables.SCORE_CHANGES)) {
      context
          .progress()
          .accept(
              "report: no change from %s to %s is in the warehouse, so none is shown; run tidemark compare --from %1$s --to %2$s first"
                  .formatted(pair.from(), pair.to()));
    }
    var names = new Names(context.framework(), gold);
    var source = new Source(gold, names, 1 - context.framework().comparison().alpha());
    var origin =
        new QualityChapter.Origin(
            context.runId(),
            context.startedAt(),
            context.framework().timezone(),
            codeVersion,
            context.framework().id(),
            context.framework().version(),
            context.framework().fingerprint(),
            warehouse);
    new ReportFolder(out, context.runId())
        .publish(
            folder ->
                new ReportFiles(folder, language, reload, context.framework())
                    .write(source, origin));
    context.progress().accept("report: " + out.resolve(ReportFolder.FIRST_PAGE));
  }

  /** Each table once, at the version that is named beside it. */
  private static Gold read(JobContext context, PeriodsShown.Pair pair) {
    var lake = context.lake();
    var versions = new LinkedHashMap<TableSpec, TableVersion>();
    for (var table : Tables.all()) {
      if (table.role() != TableSpec.Role.OPERATION || BOOKS.contains(table)) {
        lake.version(table).ifPresent(version -> versions.put(table, version));
      }
    }
    var shown = versions.keySet().stream().filter(GoldFilter::isShown).toList();
    var rows = new LinkedHashMap<TableSpec, List<Row>>();
    var read =
        Together.run(
            AT_ONCE,
            shown.stream()
                .<Supplier<List<Row>>>map(
                    table ->
                        () ->
                            GoldFilter.of(
                                    table,
                                    lake.readAt(table, versions.get(table)),
                                    pair,
                                    context.framework())
                                .collectAsList())
                .toList());
    for (int i = 0; i < shown.size(); i++) {
      rows.put(shown.get(i), read.get(i));
    }
    var spoken = RepresentativeMessages.ids(rows, pair.to());
    if (!spoken.isEmpty() && versions.containsKey(Tables.MESSAGES)) {
      rows.put(
          Tables.MESSAGES,
          RepresentativeMessages.of(
                  lake.readAt(Tables.MESSAGES, versions.get(Tables.MESSAGES)), spoken)
              .collectAsList());
    }
    return new Gold(pair.from(), pair.to(), rows, versions);
  }
}
