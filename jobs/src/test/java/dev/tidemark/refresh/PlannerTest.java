package dev.tidemark.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Scoring;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.support.Frameworks;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Three jobs: scores of observations, changes of scores, and counts of visits, where a stage of any
 * period changes all. Each was done at version 4 of what it reads and left version 7.
 */
class PlannerTest {
  private static final TableJob SCORES =
      job("scores", List.of(Reads.byPeriod(Tables.OBSERVATIONS)), Tables.INDEX_SCORES);
  private static final TableJob CHANGES =
      job(
          "changes",
          List.of(Reads.byPeriod(Tables.INDEX_SCORES), Reads.ofFramework(Tables.UNITS)),
          Tables.SCORE_CHANGES);
  private static final TableJob COUNTS =
      job("counts", List.of(Reads.whole(Tables.VISITS)), Tables.UNIT_VISITS);

  private final FakeLogs warehouse = new FakeLogs();
  private final Map<String, LastRun> last = new HashMap<>();
  private EvaluationFramework framework = of("P1", "P2", "P3");

  PlannerTest() {
    List.of(Tables.OBSERVATIONS, Tables.VISITS, Tables.UNITS).forEach(t -> warehouse.at(t, 4));
    List.of(Tables.INDEX_SCORES, Tables.SCORE_CHANGES, Tables.UNIT_VISITS)
        .forEach(t -> warehouse.at(t, 7));
    done("scores", Map.of("observations", 4L), "index_scores");
    done("changes", Map.of("index_scores", 7L, "units", 4L), "score_changes");
    done("counts", Map.of("visits", 4L), "unit_visits");
  }

  @Test
  void whereNothingChangedNothingIsStale() {
    assertThat(plan()).containsExactly("scores –", "changes –", "counts –");
  }

  @Test
  void aJobThatWasNeverDoneIsStaleInAllPeriodsAndSoIsWhatReadsFromIt() {
    last.remove("scores");

    assertThat(plan())
        .containsExactly(
            "scores all: it was never refreshed here",
            "changes all: index_scores is made anew",
            "counts –");
  }

  @Test
  void aCorrectionOfAnOldPeriodMakesThisPeriodStaleAllTheWayDownAndNoOther() {
    warehouse.commit(Tables.OBSERVATIONS, "P1");

    assertThat(plan())
        .containsExactly(
            "scores P1: observations changed in P1",
            "changes P1: index_scores is made anew in P1",
            "counts –");
  }

  @Test
  void whatIsFollowedFromPeriodToPeriodIsStaleFromTheCorrectedPeriodOn() {
    var followed = job("followed", List.of(Reads.fromPeriodOn(Tables.OBSERVATIONS)), Tables.ISSUES);
    done("followed", Map.of("observations", 4L), "issues");
    warehouse.at(Tables.ISSUES, 7);
    warehouse.commit(Tables.OBSERVATIONS, "P2");

    assertThat(plan(warehouse, followed))
        .containsExactly("followed P2,P3: observations changed in P2");
  }

  @Test
  void correctionsOfSeveralLoadsAddUp() {
    warehouse.commit(Tables.OBSERVATIONS, "P3");
    warehouse.commit(Tables.OBSERVATIONS, "P1");

    assertThat(plan()).contains("scores P1,P3: observations changed in P1, P3");
  }

  @Test
  void aCommitThatOnlyMovesRowsMakesNothingStale() {
    warehouse.commit(Tables.OBSERVATIONS);
    warehouse.commit(Tables.INDEX_SCORES);

    assertThat(plan()).containsExactly("scores –", "changes –", "counts –");
  }

  @Test
  void rowsOfPeriodsThatTheFrameworkDoesNotHaveAreNobodysInput() {
    warehouse.commit(Tables.OBSERVATIONS, "P9", "");

    assertThat(plan()).contains("scores –");
  }

  @Test
  void theMeanOverAllPeriodsIsNoInputOfItsOwn() {
    last.put("changes", run(Map.of("index_scores", 6L, "units", 4L), "score_changes"));
    warehouse.was(Tables.INDEX_SCORES, "P2", "all");

    assertThat(plan()).contains("changes P2: index_scores changed in P2");
  }

  @Test
  void whatEveryPeriodDependsOnMakesAllPeriodsStale() {
    warehouse.commit(Tables.VISITS, "P2");

    assertThat(plan()).contains("counts all: visits changed, of which every period depends on all");
  }

  @Test
  void whereEachPeriodIsStaleTheWholeIs() {
    warehouse.commit(Tables.OBSERVATIONS, "P1", "P2", "P3");

    assertThat(plan()).contains("scores all: observations changed in P1, P2, P3");
  }

  @Test
  void aTableThatSaysWhatTheFrameworkSaysMakesNothingStale() {
    warehouse.commit(Tables.UNITS, "1");

    assertThat(plan()).contains("changes –");
  }

  @Test
  void aPeriodThatJoinsIsStaleAloneAndOnlyAtTheEnd() {
    framework = of("P1", "P2", "P3", "P4");
    var atTheEnd = plan();
    framework = of("P0", "P1", "P2", "P3");
    var before = plan();

    assertThat(atTheEnd)
        .containsExactly(
            "scores P4: P4 joined the framework",
            "changes P4: P4 joined the framework; index_scores is made anew in P4",
            "counts P4: P4 joined the framework");
    assertThat(before).contains("scores all: periods of the framework changed");
  }

  @Test
  void aPeriodThatLeavesMakesAllStaleSinceItsRowsMustGo() {
    framework = of("P1", "P2");

    assertThat(plan()).contains("counts all: periods of the framework changed");
  }

  @Test
  void anotherDeclarationMakesAllStaleAndIsNamedByItsVersion() {
    framework =
        Frameworks.framework(
            List.of("P1", "P2", "P3"),
            List.of("a", "b"),
            Frameworks.root(Frameworks.leaf("any", 1, new Scoring.Direct())));
    var sameVersion = plan();
    last.replaceAll(
        (job, run) ->
            new LastRun(
                run.code(), "other", "0", run.periods(), run.inputs(), run.outputs(), List.of()));

    assertThat(sameVersion).contains("counts all: the framework file changed");
    assertThat(plan()).contains("counts all: the framework's version 0 became 1");
  }

  @Test
  void anotherTidemarkMakesAllStale() {
    last.put(
        "counts",
        new LastRun(
            "0.9",
            framework.fingerprintWithoutPeriods(),
            "1",
            Planner.periods(framework),
            Map.of("visits", 4L),
            Map.of("unit_visits", 7L),
            List.of()));

    assertThat(plan()).contains("scores –", "counts all: Tidemark 0.9 became 1.0");
  }

  @Test
  void aTableThatIsNotAsTheJobLeftItIsMadeAnew() {
    warehouse.commit(Tables.INDEX_SCORES, "P2");
    warehouse.at(Tables.UNIT_VISITS, -1);

    assertThat(plan())
        .containsExactly(
            "scores all: index_scores was written by hand or by a run that did not end",
            "changes all: index_scores changed in P2; index_scores is made anew",
            "counts all: unit_visits is gone");
  }

  @Test
  void aLogThatNoLongerTellsWhatChangedMakesAllStale() {
    warehouse.at(Tables.OBSERVATIONS, 90);

    assertThat(plan()).contains("scores all: the log of observations no longer tells what changed");
  }

  @Test
  void anInputThatWasMadeAnewMakesAllStale() {
    warehouse.at(Tables.OBSERVATIONS, 0);

    assertThat(plan()).contains("scores all: observations was made anew");
  }

  @Test
  void whatTheLastRunWasToldToLeaveIsStaleStill() {
    var left = run(Map.of("observations", 4L), "index_scores");
    last.put(
        "scores",
        new LastRun(
            left.code(),
            left.framework(),
            "1",
            left.periods(),
            left.inputs(),
            left.outputs(),
            List.of("P2")));

    assertThat(plan()).contains("scores P2: the last run was told to leave P2");
  }

  @Test
  void aJobWithoutTheTableItNeedsIsLeftOutUntilAnotherJobIsAboutToWriteIt() {
    warehouse.at(Tables.VISITS, -1);
    warehouse.at(Tables.INDEX_SCORES, -1);
    last.clear();

    assertThat(plan())
        .containsExactly(
            "scores all: it was never refreshed here",
            "changes all: it was never refreshed here",
            "counts left out: there is no table visits");
  }

  @Test
  void whatIsAboutToBeLoadedCountsAsLoaded() {
    warehouse.at(Tables.VISITS, -1);
    last.remove("counts");

    assertThat(
            plan(
                warehouse.expecting(
                    Map.of(Tables.OBSERVATIONS, Set.of("P2"), Tables.VISITS, Set.of("P1")))))
        .containsExactly(
            "scores P2: observations changed in P2",
            "changes P2: index_scores is made anew in P2",
            "counts all: it was never refreshed here");
  }

  @Test
  void aTableThatNowAppearsMakesItsReadersStale() {
    last.put("counts", run(Map.of("visits", -1L), "unit_visits"));
    warehouse.at(Tables.VISITS, -1);
    warehouse.commit(Tables.VISITS, "P1");

    assertThat(plan()).contains("counts all: visits changed, of which every period depends on all");
  }

  @Test
  void jobsRunAfterThoseWhoseTablesTheyReadInWhateverOrderTheyAreGiven() {
    var graph = JobGraph.of(List.of(CHANGES, COUNTS, SCORES), framework);

    assertThat(graph.jobs()).containsExactly(COUNTS, SCORES, CHANGES);
    assertThat(graph.from("scores")).containsExactlyInAnyOrder("scores", "changes");
  }

  @Test
  void aTableHasOneWriterAndNoJobsWaitForEachOther() {
    var again = job("again", List.of(), Tables.INDEX_SCORES);
    var circle = job("circle", List.of(Reads.byPeriod(Tables.SCORE_CHANGES)), Tables.INDEX_SCORES);

    assertThatThrownBy(() -> JobGraph.of(List.of(SCORES, again), framework))
        .hasMessage("scores and again both write index_scores");
    assertThatThrownBy(() -> JobGraph.of(List.of(circle, CHANGES), framework))
        .hasMessage("jobs wait for each other: [circle, changes]");
  }

  private List<String> plan() {
    return plan(warehouse);
  }

  private List<String> plan(Evidence evidence) {
    return plan(evidence, SCORES, CHANGES, COUNTS);
  }

  private List<String> plan(Evidence evidence, TableJob... jobs) {
    return new Planner(framework, "1.0", last, evidence)
        .plan(JobGraph.of(List.of(jobs), framework)).stream().map(PlannerTest::shown).toList();
  }

  private static String shown(Step step) {
    var what =
        step.leftOut()
            .map(why -> "left out: " + why)
            .orElseGet(
                () ->
                    step.need().isAll()
                        ? "all: "
                        : step.need().isAny()
                            ? String.join(",", step.need().inOrder(List.of("P1", "P2", "P3", "P4")))
                                + ": "
                            : "–");
    return "%s %s%s".formatted(step.job().name(), what, String.join("; ", step.need().why()));
  }

  private void done(String job, Map<String, Long> inputs, String output) {
    last.put(job, run(inputs, output));
  }

  private LastRun run(Map<String, Long> inputs, String output) {
    return new LastRun(
        "1.0",
        framework.fingerprintWithoutPeriods(),
        "1",
        Planner.periods(framework),
        inputs,
        Map.of(output, 7L),
        List.of());
  }

  private static EvaluationFramework of(String... periods) {
    return Frameworks.framework(
        List.of(periods),
        List.of("a"),
        Frameworks.root(Frameworks.leaf("any", 1, new Scoring.Direct())));
  }

  private static TableJob job(String name, List<Reads> reads, TableSpec writes) {
    return new TableJob() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<Reads> reads(EvaluationFramework framework) {
        return reads;
      }

      @Override
      public List<TableSpec> writes() {
        return List.of(writes);
      }

      @Override
      public void run(JobContext context) {
        throw new AssertionError("planning runs nothing");
      }
    };
  }
}
