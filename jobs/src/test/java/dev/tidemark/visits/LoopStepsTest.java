package dev.tidemark.visits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.VisitRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopStepsTest {
  @Test
  void stepsAtNeitherEndAreNamedAsWritten() {
    var told = List.of("apply", "Apply", "notarise", "notarise + collect", "a+b", "Apply");

    assertThat(LoopSteps.elsewhere(told, VisitRules.DEFAULT))
        .containsExactly("Apply", "a+b", "notarise");
  }
}
