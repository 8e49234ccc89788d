package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Derivation;
import dev.tidemark.framework.ExpressionCheck;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DerivationCheckTest {
  @Test
  void aDerivedLeafTakesAnInputTable() {
    var derivation = new Derivation("visits", "sum(visits)", Optional.empty());

    assertThat(new DerivationCheck().faults(derivation)).isEmpty();
  }

  @Test
  void anUnknownTableIsRefusedWithTheNearestInputTable() {
    var derivation = new Derivation("visit", "sum(visits)", Optional.empty());

    assertThat(new DerivationCheck().faults(derivation))
        .containsExactly(
            new ExpressionCheck.Fault(
                ExpressionCheck.Part.TABLE,
                "visit is not an input table; did you mean visits?; input tables and views"
                    + " of them are observations, visits, enquiries, guide_audits, mobile_channels,"
                    + " messages, items, enquiry_outcomes"));
  }
}
