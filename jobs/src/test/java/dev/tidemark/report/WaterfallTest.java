package dev.tidemark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTest {
  private static final List<Waterfall.Part> PARTS =
      List.of(new Waterfall.Part("handling", 3.0), new Waterfall.Part("interaction", -2.5));

  @Test
  void eachStepBeginsWhereTheOneBeforeEnds() {
    var steps = Waterfall.of(78, 78.5, PARTS);

    assertThat(steps)
        .containsExactly(
            new Waterfall.Step("handling", 3, 78, 81),
            new Waterfall.Step("interaction", -2.5, 81, 78.5));
  }

  @Test
  void partsThatDoNotAddUpAreNotDrawn() {
    assertThatThrownBy(() -> Waterfall.of(78, 79, PARTS))
        .hasMessage("The parts lead from 78.0 to 78.5 and not to 79.0.");
  }
}
