package dev.tidemark.refresh;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.TableChanges;
import dev.tidemark.table.TableSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Decides which jobs are stale, for which periods, and why, by what their last runs started from
 * and left, and by what changed in the tables since. Runs nothing.
 */
final class Planner {
  private final List<String> declared;
  private final List<String> fingerprints;
  private final String framework;
  private final EvaluationFramework declaration;
  private final String code;
  private final Map<String, LastRun> last;
  private final Evidence evidence;

  /**
   * Plans for a framework and a version of Tidemark.
   *
   * @param last by the job's name; none of a job that was never done
   */
  Planner(
      EvaluationFramework framework, String code, Map<String, LastRun> last, Evidence evidence) {
    this.declaration = framework;
    this.declared = framework.periods().stream().map(Period::id).toList();
    this.fingerprints = periods(framework);
    this.framework = framework.fingerprintWithoutPeriods();
    this.code = code;
    this.last = Map.copyOf(last);
    this.evidence = evidence;
  }

  /** The periods as a run remembers them. */
  static List<String> periods(EvaluationFramework framework) {
    return framework.periodFingerprints().entrySet().stream()
        .map(period -> period.getKey() + "=" + period.getValue())
        .toList();
  }

  /** What each job would do, in the graph's order. */
  List<Step> plan(JobGraph graph) {
    var written = new HashMap<TableSpec, Need>();
    var steps = new ArrayList<Step>();
    for (var job : graph.jobs()) {
      var step = step(job, written);
      if (step.runs()) {
        job.writes().forEach(table -> written.put(table, step.need()));
      }
      steps.add(step);
    }
    return steps;
  }

  /**
   * What one job would do.
   *
   * @param written what jobs before it are about to write anew
   */
  Step step(TableJob job, Map<TableSpec, Need> written) {
    var reads = job.reads(declaration);
    var missing =
        reads.stream()
            .filter(Reads::isNeeded)
            .map(Reads::table)
            .filter(table -> evidence.version(table) < 0 && !written.containsKey(table))
            .findFirst();
    if (missing.isPresent()) {
      return new Step(
          job, Need.NONE, Optional.of("there is no table " + missing.orElseThrow().name()));
    }
    return new Step(job, need(job, reads, written), Optional.empty());
  }

  private Need need(TableJob job, List<Reads> reads, Map<TableSpec, Need> written) {
    var run = last.get(job.name());
    if (run == null) {
      return Need.all("it was never refreshed here");
    }
    var need = declaration(run).and(leftStale(run));
    for (var table : job.writes()) {
      need = need.and(output(table, run));
    }
    for (var read : reads) {
      need = need.and(input(read, run));
      if (written.containsKey(read.table())) {
        need = need.and(upstream(read, written.get(read.table())));
      }
    }
    return need.widened(declared);
  }

  private Need declaration(LastRun run) {
    if (!run.code().equals(code)) {
      return Need.all("Tidemark %s became %s".formatted(run.code(), code));
    }
    if (!run.framework().equals(framework)) {
      return Need.all(
          run.frameworkVersion().equals(declaration.version())
              ? "the framework file changed"
              : "the framework's version %s became %s"
                  .formatted(run.frameworkVersion(), declaration.version()));
    }
    int known = run.periods().size();
    if (known > fingerprints.size() || !fingerprints.subList(0, known).equals(run.periods())) {
      return Need.all("periods of the framework changed");
    }
    var added = declared.subList(known, declared.size());
    return Need.of(added, String.join(", ", added) + " joined the framework");
  }

  private static Need leftStale(LastRun run) {
    var why = "the last run was told to leave " + String.join(", ", run.leftStale());
    return run.leftStale().contains(Period.ALL) ? Need.all(why) : Need.of(run.leftStale(), why);
  }

  /** A table that is not as the job left it is made anew. */
  private Need output(TableSpec table, LastRun run) {
    long left = run.outputs().getOrDefault(table.name(), -1L);
    var changes = evidence.since(table, left);
    if (changes.version() < left) {
      return Need.all("%s is gone".formatted(table.name()));
    }
    return changes.isAny()
        ? Need.all("%s was written by hand or by a run that did not end".formatted(table.name()))
        : Need.NONE;
  }

  private Need input(Reads read, LastRun run) {
    var table = read.table();
    var then = run.inputs().get(table.name());
    if (read.reach() == Reads.Reach.NOWHERE) {
      return Need.NONE;
    }
    if (then == null) {
      return evidence.version(table) < 0
          ? Need.NONE
          : Need.all("it did not read %s before".formatted(table.name()));
    }
    var changes = evidence.since(table, then);
    if (changes.version() < then) {
      return Need.all("%s was made anew".formatted(table.name()));
    }
    return reach(read, changes);
  }

  private Need reach(Reads read, TableChanges changes) {
    var name = read.table().name();
    if (!changes.isAny()) {
      return Need.NONE;
    }
    if (!changes.isKnown()) {
      return Need.all("the log of %s no longer tells what changed".formatted(name));
    }
    if (read.reach() == Reads.Reach.EVERY_PERIOD) {
      return Need.all("%s changed, of which every period depends on all".formatted(name));
    }
    return reached(read, changes.partitions(), name + " changed in ");
  }

  private Need upstream(Reads read, Need need) {
    if (read.reach() == Reads.Reach.NOWHERE) {
      return Need.NONE;
    }
    var why = "%s is made anew".formatted(read.table().name());
    if (need.isAll() || read.reach() == Reads.Reach.EVERY_PERIOD) {
      return Need.all(why);
    }
    return reached(read, need.periods(), why + " in ");
  }

  private Need reached(Reads read, Collection<String> partitions, String why) {
    var touched = ofTheFramework(partitions);
    boolean isFollowed = read.reach() == Reads.Reach.LATER_PERIODS && !touched.isEmpty();
    var stale =
        isFollowed ? declared.subList(declared.indexOf(touched.get(0)), declared.size()) : touched;
    return Need.of(stale, why + String.join(", ", touched));
  }

  /** Rows of periods that the framework does not have are nobody's input; 'all' follows each. */
  private List<String> ofTheFramework(Collection<String> partitions) {
    var touched = new TreeSet<>(partitions);
    return declared.stream().filter(touched::contains).toList();
  }
}
