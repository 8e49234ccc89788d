package dev.tidemark.issues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Four members; the mean of the pairs between {a, b} and {c, d} is (0.3 + 0.1 + 0.3 + 0.1) / 4. */
class AverageLinkageTest {
  private static double[][] likeness() {
    return new double[][] {
      {0, 0.9, 0.3, 0.1},
      {0.9, 0, 0.3, 0.1},
      {0.3, 0.3, 0, 0.8},
      {0.1, 0.1, 0.8, 0}
    };
  }

  @Test
  void groupsAsAlikeOnAverageAsAskedAreOne() {
    assertThat(AverageLinkage.of(likeness(), 0.2).all()).containsExactly(List.of(0, 1, 2, 3));
  }

  @Test
  void groupsLessAlikeStayApartThoughTwoOfTheirMembersAreNot() {
    assertThat(AverageLinkage.of(likeness(), 0.21).all())
        .containsExactly(List.of(0, 1), List.of(2, 3));
  }

  @Test
  void membersUnlikeAllOthersStayAlone() {
    assertThat(AverageLinkage.of(likeness(), 0.85).all())
        .containsExactly(List.of(0, 1), List.of(2), List.of(3));
    assertThat(AverageLinkage.of(new double[0][0], 0.5).all()).isEmpty();
  }

  /** A chain whose neighbours are alike and whose ends are not: (0.9 + 0) / 2 = 0.45. */
  @Test
  void aChainIsTakenApartWhereItsEndsAreUnlike() {
    double[][] chain = {{0, 0.95, 0}, {0.95, 0, 0.9}, {0, 0.9, 0}};

    assertThat(AverageLinkage.of(chain, 0.5).all()).containsExactly(List.of(0, 1), List.of(2));
  }
}
