package dev.tidemark.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random assessments against {@link ReferenceIndex}, which knows nothing of Spark. */
class ReferenceIndexTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void scoresCoveragesRanksAndGroupsAreWhatTheFormulasSay(long seed) {
    var assessment = new RandomAssessment(seed);

    var scored = Assessment.of(assessment.framework(), assessment.observations());

    assertThat(assessment.differences(scored)).isEmpty();
    assertThat(assessment.groupDifferences(scored)).isEmpty();
  }
}
