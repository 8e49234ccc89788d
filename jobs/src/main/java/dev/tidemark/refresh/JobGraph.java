package dev.tidemark.refresh;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.TableSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Jobs in an order in which each comes after those whose tables it reads.
 *
 * @param jobs in that order; else as they were given
 * @param upstream by name, the names of the jobs whose tables it reads
 */
record JobGraph(List<TableJob> jobs, Map<String, Set<String>> upstream) {
  /**
   * Orders jobs by the tables they read and write.
   *
   * @throws IllegalStateException if two write one table, or each waits for the other
   */
  static JobGraph of(List<TableJob> jobs, EvaluationFramework framework) {
    var writers = writers(jobs);
    var upstream = new LinkedHashMap<String, Set<String>>();
    for (var job : jobs) {
      var needed = new HashSet<String>();
      job.reads(framework).stream()
          .map(Reads::table)
          .flatMap(table -> Optional.ofNullable(writers.get(table)).stream())
          .forEach(needed::add);
      upstream.put(job.name(), Set.copyOf(needed));
    }
    var left = new ArrayList<>(jobs);
    var ordered = new ArrayList<TableJob>();
    var done = new HashSet<String>();
    while (!left.isEmpty()) {
      var next =
          left.stream()
              .filter(job -> done.containsAll(upstream.get(job.name())))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "jobs wait for each other: "
                              + left.stream().map(TableJob::name).toList()));
      left.remove(next);
      ordered.add(next);
      done.add(next.name());
    }
    return new JobGraph(List.copyOf(ordered), upstream);
  }

  private static Map<TableSpec, String> writers(List<TableJob> jobs) {
    var writers = new HashMap<TableSpec, String>();
    for (var job : jobs) {
      for (var table : job.writes()) {
        var other = writers.put(table, job.name());
        if (other != null) {
          throw new IllegalStateException(
              "%s and %s both write %s".formatted(other, job.name(), table.name()));
        }
      }
    }
    return writers;
  }

  /** The names of a job and of all that directly or indirectly read what it writes. */
  Set<String> from(String name) {
    var reached = new HashSet<>(Set.of(name));
    for (var job : jobs) {
      if (upstream.get(job.name()).stream().anyMatch(reached::contains)) {
        reached.add(job.name());
      }
    }
    return reached;
  }
}
