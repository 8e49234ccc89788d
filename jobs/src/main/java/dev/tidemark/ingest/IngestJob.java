package dev.tidemark.ingest;

import dev.tidemark.error.InputRejected;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.job.Together;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Loads what was delivered: all of it that is good, or nothing. */
public final class IngestJob implements TableJob {
  private static final int FAULTS_SHOWN = 50;
  private static final int TABLES_AT_ONCE = 2;

  private final IngestOptions options;
  private final Map<TableSpec, List<QueuedLines>> queued;

  /** Loads what lies in the options' folders. */
  public IngestJob(IngestOptions options) {
    this(options, Map.of());
  }

  /** Loads records of a queue; the options' folders and encoding are of files. */
  public IngestJob(IngestOptions options, TableSpec table, List<QueuedLines> queued) {
    this(options.withEncoding(StandardCharsets.UTF_8), Map.of(table, queued));
  }

  private IngestJob(IngestOptions options, Map<TableSpec, List<QueuedLines>> queued) {
    this.options = options;
    this.queued = queued;
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public List<Reads> reads(EvaluationFramework framework) {
    return List.of();
  }

  @Override
  public List<TableSpec> writes() {
    return Stream.concat(
            Tables.inputs().stream(), Stream.of(Tables.QUARANTINE, Tables.INGESTED_FILES))
        .toList();
  }

  @Override
  public void run(JobContext context) {
    load(context);
  }

  /**
   * Runs, and says whether anything was new; if not, no table was changed.
   *
   * @throws InputRejected if what was delivered is; then nothing of it is loaded
   */
  public boolean load(JobContext context) {
    return load(context, files(context));
  }

  /**
   * The same of folders that may hold no table, or none any more: then nothing is new.
   *
   * @throws InputRejected as {@link #load}
   */
  public boolean loadWhatIsThere(JobContext context) {
    return load(context, told(InputFolder.look(options.folders(), context.settings()), context));
  }

  private boolean load(
      JobContext context, Map<TableSpec, ? extends List<? extends DeliveredSource>> files) {
    var loaded =
        LoadedFiles.of(
            context.lake(), ReadingRules.of(context.framework(), options, context.periods()));
    var staged = new Delivery(context, options, loaded).stage(files);
    try {
      if (staged.isEmpty()) {
        context.progress().accept("ingest: nothing new; no table was changed");
        return false;
      }
      staged.forEach(table -> report(table, context));
      var publication = new Publication(context, loaded);
      var rejection = Rejection.of(staged, options);
      if (rejection.isPresent()) {
        publication.quarantine(staged);
        throw new InputRejected(
            "Nothing was loaded: %s. All of it is in the table quarantine. Correct the files, or leave bad rows out with --max-bad-rows N or N%% and bad files with --on-bad-file quarantine."
                .formatted(rejection.orElseThrow().why()));
      }
      Together.runAll(
          TABLES_AT_ONCE,
          staged.stream().map(table -> (Runnable) () -> publication.publish(table)).toList());
      publication.quarantine(staged);
      publication.remember(staged);
      return true;
    } finally {
      staged.forEach(StagedTable::close);
    }
  }

  private Map<TableSpec, ? extends List<? extends DeliveredSource>> files(JobContext context) {
    if (!queued.isEmpty()) {
      return queued;
    }
    return told(InputFolder.of(options.folders(), context.settings()), context);
  }

  private static Map<TableSpec, List<HadoopSource>> told(InputFolder folder, JobContext context) {
    folder.notes().forEach(context.progress());
    return folder.files();
  }

  /**
   * What a run would load: reads and judges what was delivered, writes nothing.
   *
   * @return by table the periods it has good rows of; a row that is there already is among them
   * @throws InputRejected if a run would load nothing
   */
  public Map<TableSpec, Set<String>> preview(JobContext context) {
    var folder = InputFolder.of(options.folders(), context.settings());
    var loaded =
        LoadedFiles.of(
            context.lake(), ReadingRules.of(context.framework(), options, context.periods()));
    var staged = new Delivery(context, options, loaded).stage(folder.files());
    try {
      Rejection.of(staged, options)
          .ifPresent(
              rejection -> {
                throw new InputRejected("ingest would load nothing: " + rejection.why());
              });
      var periods = new HashMap<TableSpec, Set<String>>();
      for (var table : staged) {
        context.progress().accept(table.summary(" delivered", "accepted", "quarantined"));
        periods.put(table.table(), table.periodsOrBlank());
      }
      return periods;
    } finally {
      staged.forEach(StagedTable::close);
    }
  }

  private static void report(StagedTable staged, JobContext context) {
    context.progress().accept(staged.summary(" delivered", "accepted", "quarantined"));
    if (staged.total().quarantined() > 0) {
      FaultList.print(staged, FAULTS_SHOWN, context.progress());
    }
  }
}
