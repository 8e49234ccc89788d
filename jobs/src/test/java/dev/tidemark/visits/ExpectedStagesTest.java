package dev.tidemark.visits;

import static dev.tidemark.support.Frameworks.ofVisits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Title;
import dev.tidemark.framework.VisitRules;
import dev.tidemark.framework.VisitRules.Stage;
import dev.tidemark.visits.ExpectedStages.Found;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectedStagesTest {
  private static final Stage TAX = new Stage("tax", new Title("税务", "Tax"));
  private static final Stage SEAL = new Stage("seal", Title.of("seal"));
  private static final List<Found> FOUND =
      List.of(
          new Found("P1", "seal"),
          new Found("P1", "bank"),
          new Found("P2", "seal"),
          new Found("P2", "licence"),
          new Found("P2", "tax"));

  @Test
  void stagesOfTheFrameworkAreExpectedInEveryPeriodInItsOrder() {
    var expected = ExpectedStages.of(framework(TAX, SEAL), FOUND);

    assertThat(expected.stages()).containsExactly(TAX, SEAL);
  }

  @Test
  void stagesTheFrameworkDoesNotListAreLeftOutAndNamed() {
    assertThat(ExpectedStages.of(framework(TAX, SEAL), FOUND).leftOut(FOUND))
        .containsExactly("bank", "licence");
  }

  @Test
  void withoutAListThoseOfAllPeriodsAreExpectedInEachByName() {
    var expected = ExpectedStages.of(framework(), FOUND);

    assertThat(expected.stages())
        .extracting(Stage::id)
        .containsExactly("bank", "licence", "seal", "tax");
    assertThat(expected.leftOut(FOUND)).isEmpty();
  }

  /** P3, where nothing was observed at all, lacks none. */
  @Test
  void stagesThatNoUnitHasInAPeriodAreNamedWithIt() {
    assertThat(ExpectedStages.of(framework(), FOUND).lacking(FOUND, framework()))
        .containsExactly("licence in P1", "tax in P1", "bank in P2");
    assertThat(ExpectedStages.of(framework(TAX, SEAL), FOUND).lacking(FOUND, framework(TAX, SEAL)))
        .containsExactly("tax in P1");
  }

  private static EvaluationFramework framework(Stage... stages) {
    return ofVisits(
        List.of("P1", "P2", "P3"),
        List.of(),
        List.of(),
        new VisitRules(List.of(stages), 1, Set.of("apply"), Set.of("collect")));
  }
}
