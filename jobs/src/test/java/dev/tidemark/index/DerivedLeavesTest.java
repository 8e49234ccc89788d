package dev.tidemark.index;

import static dev.tidemark.support.Frameworks.framework;
import static dev.tidemark.support.Frameworks.root;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Derivation;
import dev.tidemark.framework.Leaf;
import dev.tidemark.framework.Replicates;
import dev.tidemark.framework.Scoring;
import dev.tidemark.framework.Title;
import dev.tidemark.support.SharedSpark;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Leaves that take their raw value from another table than {@code observations}. */
class DerivedLeavesTest {
  private static final Optional<String> ONLINE = Optional.of("handled_by = 'online'");
  private static Assessment scored;

  /** Unit c has no stage online, d no row at all; x and P9 are none of the framework's. */
  @BeforeAll
  static void deriveFromVisits() {
    var total = derived("total", "sum(visits)", ONLINE);
    var stages = derived("stages", "count(*)", ONLINE);
    var undefined =
        derived("undefined", "try_divide(sum(visits), sum(visits) - sum(visits))", ONLINE);
    var notANumber = derived("not-a-number", "sum(double('NaN'))", ONLINE);
    var orNine = derived("or-nine", new Derivation("visits", "count(*)", ONLINE, Optional.of(9.0)));
    var framework =
        framework(
            List.of("P1", "P2", "P3"),
            List.of("a", "b", "c", "d"),
            root(total, stages, undefined, notANumber, orNine));
    var visits =
        SharedSpark.session()
            .createDataFrame(
                List.of(
                    visit("P1", "a", "online", 3),
                    visit("P1", "a", "online", 4),
                    visit("P1", "a", "hall", 90),
                    visit("P2", "a", "online", 5),
                    visit("P1", "b", "online", 0),
                    visit("P1", "c", "hall", 90),
                    visit("P1", "x", "online", 1),
                    visit("P9", "a", "online", 1)),
                new StructType()
                    .add(PERIOD, DataTypes.StringType)
                    .add(UNIT, DataTypes.StringType)
                    .add(HANDLED_BY, DataTypes.StringType)
                    .add(VISITS, DataTypes.IntegerType));
    scored =
        Assessment.ofRawValues(
            framework,
            RawValues.derived(
                visits,
                List.of(total, stages, undefined, notANumber, orNine),
                Numbering.of(framework)));
  }

  @Test
  void aDerivedValueIsTheExpressionOverTheRowsItsConditionKeeps() {
    assertThat(scored.scores("P1", "total")).containsExactly(7.0, 0.0, null, null);
    assertThat(scored.scores("P2", "total")).containsExactly(5.0, null, null, null);
  }

  @Test
  void aUnitAndPeriodWithoutSuchRowsIsNotObservedNotZero() {
    assertThat(scored.scores("P1", "stages")).containsExactly(2.0, 1.0, null, null);
    assertThat(scored.coverages("P1", "stages")).containsExactly(1.0, 1.0, 0.0, 0.0);
  }

  @Test
  void anExpressionThatComesToNothingIsNotObserved() {
    assertThat(scored.scores("P1", "undefined")).containsExactly(null, null, null, null);
    assertThat(scored.scores("P1", "not-a-number")).containsExactly(null, null, null, null);
  }

  @Test
  void aUnitWithoutSuchRowsHasTheValueTheFrameworkGivesItWhereOthersHaveRows() {
    assertThat(scored.scores("P1", "or-nine")).containsExactly(2.0, 1.0, 9.0, 9.0);
    assertThat(scored.scores("P2", "or-nine")).containsExactly(1.0, 9.0, 9.0, 9.0);
    assertThat(scored.scores("P3", "or-nine")).containsExactly(null, null, null, null);
  }

  private static Leaf derived(String id, String value, Optional<String> where) {
    return derived(id, new Derivation("visits", value, where));
  }

  private static Leaf derived(String id, Derivation derivation) {
    return new Leaf(
        id, Title.of(id), 0.25, new Scoring.Direct(), Replicates.MEAN, Optional.of(derivation));
  }

  private static Row visit(String period, String unit, String handledBy, int visits) {
    return RowFactory.create(period, unit, handledBy, visits);
  }
}
