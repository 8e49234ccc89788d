package dev.tidemark.refresh;

import dev.tidemark.error.UsageWrong;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which jobs a run may run.
 *
 * @param from only this one and all that follow from it; empty for all
 * @param only only these; empty for all
 * @param isFull also those that are not stale, for all periods or those the run is about
 */
public record Selection(Optional<String> from, List<String> only, boolean isFull) {
  /** Whatever is stale. */
  public static final Selection STALE = new Selection(Optional.empty(), List.of(), false);

  public Selection {
    only = List.copyOf(only);
  }

  /**
   * The names of the jobs that may run.
   *
   * @param ingest the name of the job that comes before all
   * @throws UsageWrong if a job is named that there is not
   */
  Set<String> jobs(JobGraph graph, String ingest) {
    var names =
        Stream.concat(Stream.of(ingest), graph.jobs().stream().map(job -> job.name())).toList();
    Stream.concat(from.stream(), only.stream())
        .filter(name -> !names.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new UsageWrong(
                  "There is no job %s. The jobs are: %s."
                      .formatted(name, String.join(", ", names)));
            });
    return names.stream()
        .filter(name -> only.isEmpty() || only.contains(name))
        .filter(
            name ->
                from.filter(first -> !first.equals(ingest))
                    .map(first -> graph.from(first).contains(name))
                    .orElse(true))
        .collect(Collectors.toSet());
  }
}
