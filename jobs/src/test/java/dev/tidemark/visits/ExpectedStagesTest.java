package dev.tidemark.visits;

import static dev.tidemark.support.Frameworks.ofVisits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Title;
import dev.tidemark.framework.VisitRules;
import dev.tidemark.framework.VisitRules.Stage;
import dev.tidemark.job.PeriodPairs;
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

    assertThat(expected.byPeriod().get("P1")).containsExactly(TAX, SEAL);
    assertThat(expected.byPeriod().get("P2")).containsExactly(TAX, SEAL);
    assertThat(expected.byPeriod().get("P3")).containsExactly(TAX, SEAL);
  }

  @Test
  void stagesTheFrameworkDoesNotListAreLeftOutAndNamed() {
    assertThat(ExpectedStages.of(framework(TAX, SEAL), FOUND).leftOut(FOUND))
        .containsExactly("bank", "licence");
  }

  @Test
  void withoutAListAPeriodExpectsTheStagesItsDataNameByName() {
    var expected = ExpectedStages.of(framework(), FOUND);

    assertThat(expected.byPeriod().get("P1")).extracting(Stage::id).containsExactly("bank", "seal");
    assertThat(expected.byPeriod().get("P2"))
        .extracting(Stage::id)
        .containsExactly("licence", "seal", "tax");
    assertThat(expected.byPeriod().get("P3")).isEmpty();
    assertThat(expected.leftOut(FOUND)).isEmpty();
  }

  @Test
  void aPairExpectsTheStagesOfEitherPeriod() {
    assertThat(ExpectedStages.of(framework(), FOUND).count(new PeriodPairs.Pair("P1", "P2")))
        .isEqualTo(4);
    assertThat(ExpectedStages.of(framework(TAX), FOUND).count(new PeriodPairs.Pair("P1", "P2")))
        .isEqualTo(1);
  }

  private static EvaluationFramework framework(Stage... stages) {
    return ofVisits(
        List.of("P1", "P2", "P3"),
        List.of(),
        List.of(),
        new VisitRules(List.of(stages), 1, Set.of("apply"), Set.of("collect")));
  }
}
