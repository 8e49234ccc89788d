package dev.tidemark.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.error.Quantity;
import dev.tidemark.error.TidemarkException;
import dev.tidemark.job.JobContext;
import dev.tidemark.refresh.JobRun;
import dev.tidemark.refresh.Need;
import dev.tidemark.refresh.Outcome;
import dev.tidemark.refresh.Step;
import dev.tidemark.table.TableSpec;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a refresh did or would do, for people and for programs. */
final class RefreshReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double MILLIS = 1000;

  private RefreshReport() {}

  /** One line for each job that would run or cannot, then the others together. */
  static void plan(Map<TableSpec, Set<String>> coming, List<Step> steps, PrintWriter out) {
    var table = new TextTable();
    byName(coming)
        .forEach(
            (name, periods) ->
                table.row("ingest", "loads " + name, "rows of " + String.join(", ", periods)));
    steps.stream()
        .filter(Step::runs)
        .forEach(step -> table.row(step.job().name(), periods(step.need()), why(step.need())));
    table.print(out);
    var fresh =
        steps.stream()
            .filter(step -> !step.runs() && step.leftOut().isEmpty())
            .map(step -> step.job().name())
            .toList();
    if (!fresh.isEmpty()) {
      out.println("fresh: " + String.join(", ", fresh));
    }
    steps.forEach(
        step ->
            step.leftOut()
                .ifPresent(why -> out.printf("left out: %s, %s%n", step.job().name(), why)));
    if (coming.isEmpty() && steps.stream().noneMatch(Step::runs)) {
      out.println("Nothing is stale; refresh would write nothing.");
    }
  }

  /** One JSON object. */
  static void planAsJson(Map<TableSpec, Set<String>> coming, List<Step> steps, PrintWriter out) {
    var jobs =
        steps.stream()
            .map(
                step -> {
                  var job = new LinkedHashMap<String, Object>();
                  job.put("job", step.job().name());
                  job.put("runs", step.runs());
                  job.put("all_periods", step.need().isAll());
                  job.put("periods", new TreeSet<>(step.need().periods()));
                  job.put("why", step.need().why());
                  job.put("left_out", step.leftOut().orElse(null));
                  return job;
                })
            .toList();
    var plan = new LinkedHashMap<String, Object>();
    plan.put("loads", byName(coming));
    plan.put("jobs", jobs);
    print(plan, out);
  }

  /** A table of what ran, then what readers see. */
  static void print(Outcome outcome, PrintWriter out) {
    var table = new TextTable();
    outcome
        .runs()
        .forEach(
            run ->
                table.row(
                    run.job(),
                    lower(run),
                    run.periods().isEmpty() ? "all periods" : String.join(", ", run.periods()),
                    String.format(Locale.ROOT, "%.1f s", seconds(run)),
                    rows(run.counts().out()),
                    String.join("; ", run.why())));
    table.print(out);
    if (outcome.runs().isEmpty() && outcome.unpublished().isEmpty()) {
      out.println("Nothing is stale; nothing was written.");
    }
    published(outcome, out);
  }

  /** What readers see now, if that changed or should have. */
  static void published(Outcome outcome, PrintWriter out) {
    outcome
        .publication()
        .ifPresent(number -> out.printf("Published as %d: readers see all of it.%n", number));
    outcome
        .unpublished()
        .ifPresent(
            why -> out.printf("Not published, as %s: readers see what they saw before.%n", why));
  }

  /**
   * One JSON object.
   *
   * @param context empty if the refresh did not come so far; what is not known is null
   */
  static void asJson(Outcome outcome, Optional<JobContext> context, PrintWriter out) {
    var summary = new LinkedHashMap<String, Object>();
    summary.put("run_id", context.map(JobContext::runId).orElse(null));
    summary.put("framework_id", context.map(known -> known.framework().id()).orElse(null));
    summary.put(
        "framework_version", context.map(known -> known.framework().version()).orElse(null));
    summary.put(
        "status",
        outcome.failure().isPresent()
            ? "failed"
            : outcome.runs().isEmpty() ? "nothing to do" : "done");
    summary.put("publication", outcome.publication().orElse(null));
    summary.put("unpublished", outcome.unpublished().orElse(null));
    summary.put("error", outcome.failure().map(Throwable::getMessage).orElse(null));
    summary.put(
        "exit_code",
        outcome
            .failure()
            .map(failure -> failure instanceof TidemarkException known ? known.exitCode() : 1)
            .orElse(0));
    summary.put("jobs", outcome.runs().stream().map(RefreshReport::job).toList());
    print(summary, out);
  }

  private static Map<String, Object> job(JobRun run) {
    var job = new LinkedHashMap<String, Object>();
    job.put("job", run.job());
    job.put("status", lower(run));
    job.put("why", run.why());
    job.put("periods", run.periods());
    job.put("started_at", run.startedAt().toString());
    job.put("ended_at", run.endedAt().toString());
    job.put("rows_in", orNull(run.counts().in()));
    job.put("rows_out", orNull(run.counts().out()));
    job.put("rows_quarantined", orNull(run.counts().quarantined()));
    job.put("input_versions", new TreeMap<>(run.inputs()));
    job.put("output_versions", new TreeMap<>(run.outputs()));
    job.put("error", run.failure().map(Throwable::getMessage).orElse(null));
    return job;
  }

  private static void print(Object value, PrintWriter out) {
    try {
      out.println(JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts, numbers, lists and maps of them are JSON", e);
    }
  }

  private static Map<String, Set<String>> byName(Map<TableSpec, Set<String>> coming) {
    var names = new TreeMap<String, Set<String>>();
    coming.forEach((table, periods) -> names.put(table.name(), new TreeSet<>(periods)));
    return names;
  }

  private static String periods(Need need) {
    return need.isAll() ? "all periods" : String.join(", ", new TreeSet<>(need.periods()));
  }

  private static String why(Need need) {
    return String.join("; ", need.why());
  }

  private static String lower(JobRun run) {
    return run.status().name().toLowerCase(Locale.ROOT);
  }

  private static double seconds(JobRun run) {
    return Duration.between(run.startedAt(), run.endedAt()).toMillis() / MILLIS;
  }

  private static String rows(OptionalLong rows) {
    return rows.isPresent() ? Quantity.of(rows.getAsLong(), "row") : "";
  }

  private static Object orNull(OptionalLong count) {
    return count.isPresent() ? count.getAsLong() : null;
  }
}
