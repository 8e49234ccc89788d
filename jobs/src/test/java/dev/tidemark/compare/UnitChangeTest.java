package dev.tidemark.compare;

import static dev.tidemark.compare.Trees.NONE;
import static dev.tidemark.compare.Trees.halves;
import static dev.tidemark.compare.Trees.leaf;
import static dev.tidemark.compare.Trees.root;
import static dev.tidemark.compare.Trees.scores;
import static dev.tidemark.framework.Aggregate.ARITHMETIC;
import static dev.tidemark.framework.Aggregate.GEOMETRIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.tidemark.compare.UnitChange.Effects;
import org.junit.jupiter.api.Test;

class UnitChangeTest {
  /** Half a, half b. */
  private final NodeTree first = halves(ARITHMETIC);

  /** A fifth a, three tenths b, half c: new and reweighted. */
  private final NodeTree second =
      Trees.of(
          root("index", ARITHMETIC),
          leaf("a", "index", 0.2),
          leaf("b", "index", 0.3),
          leaf("c", "index", 0.5));

  @Test
  void underOneVersionAChangeIsThePublishedOneAndAllOfItScores() {
    var change = sameVersion(first, scores(60, 40, 80), scores(75, 60, 90));

    assertThat(change.before(0)).isEqualTo(60);
    assertThat(change.after(0)).isEqualTo(75);
    assertThat(change.effects(0)).isEqualTo(new Effects(15, 0, 0));
  }

  /**
   * Before: a 40, b 80, index 60. After: a 60, b 90, c 20, index 12 + 27 + 10 = 49. On a and b with
   * the later weights, 2 to 3: (2·40 + 3·80)/5 = 64 before, (2·60 + 3·90)/5 = 78 after.
   */
  @Test
  void aNewLeafAndNewWeightsAreTakenOffTheChange() {
    var change = twoVersions(first, second, scores(60, 40, 80), scores(49, 60, 90, 20));

    assertThat(change.before(0)).isCloseTo(64, offset(1e-12));
    assertThat(change.after(0)).isCloseTo(78, offset(1e-12));
    assertEffects(change.effects(0), 14, 64 - 60, 49 - 78);
  }

  /** The same backwards: c goes. Before 49, a and b alone 78 at 2 : 3, 75 at 1 : 1; after 60. */
  @Test
  void soAreALeafThatWentAndItsWeight() {
    var change = twoVersions(second, first, scores(49, 60, 90, 20), scores(60, 40, 80));

    assertEffects(change.effects(0), 60 - 75, 75 - 78, 78 - 49);
  }

  /**
   * Half a 60, a quarter b and c 100: 80. Without c, (2·60 + 100)/3 = 220/3; at 1 : 1 80 again, as
   * published. After, a 70 and b 90: 80. Nothing changed, but three parts moved.
   */
  @Test
  void partsAddUpWhereTheCommonScoreHappensToBeThePublishedOne() {
    var earlier =
        Trees.of(
            root("index", ARITHMETIC),
            leaf("a", "index", 0.5),
            leaf("b", "index", 0.25),
            leaf("c", "index", 0.25));

    var change = twoVersions(earlier, first, scores(80, 60, 100, 100), scores(80, 70, 90));

    assertEffects(change.effects(0), 0, 80 - 220 / 3.0, 220 / 3.0 - 80);
  }

  /** Half a and half b were averaged, 50; the same scores multiply to √(20·80) = 40. */
  @Test
  void anotherAggregationIsAnotherWeight() {
    var change = twoVersions(first, halves(GEOMETRIC), scores(50, 20, 80), scores(40, 20, 80));

    assertEffects(change.effects(0), 0, -10, 0);
  }

  /** Under one version: b is missing before, so the index was a alone; after it is (50 + 90)/2. */
  @Test
  void underOneVersionALeafObservedOnceIsCoverage() {
    var change = sameVersion(first, scores(40, 40, NONE), scores(70, 50, 90));

    assertThat(change.before(0)).isEqualTo(40);
    assertThat(change.after(0)).isEqualTo(70);
    assertThat(change.commonAfter()[0]).isEqualTo(50);
    assertEffects(change.effects(0), 10, 0, 20);
  }

  @Test
  void scoresOfDifferentLeavesShareNothing() {
    var change = sameVersion(first, scores(40, 40, NONE), scores(90, NONE, 90));

    assertThat(change.hasCommonLeaves(0)).isFalse();
    assertThat(change.effects(0)).isEqualTo(new Effects(0, 0, 50));
  }

  /** g had no score before (too few leaves), so that a never reached the index: c alone did. */
  @Test
  void aLeafBelowACompositeWithoutAScoreDoesNotCount() {
    var change =
        sameVersion(
            Trees.quarterAndLeaf(), scores(60, NONE, 40, NONE, 60), scores(62.5, 70, 80, 60, 60));

    assertThat(change.effects(0)).isEqualTo(new Effects(0, 0, 2.5));
    assertThat(change.isScored(1)).isFalse();
    assertThat(change.isScored(2)).isTrue();
    assertThat(change.after(2) - change.before(2)).isEqualTo(40);
  }

  /** In the later version a and b stand below g; the index is the mean of g and c. */
  @Test
  void leavesKeepTheirScoresWhereTheyMove() {
    var change =
        twoVersions(first, Trees.quarterAndLeaf(), scores(60, 40, 80), scores(65, 65, 50, 80, 65));

    assertThat(change.isScored(1)).isFalse();
    assertThat(change.before(0)).isEqualTo(60);
    assertThat(change.after(0)).isEqualTo(65);
    assertEffects(change.effects(0), 5, 0, 0);
  }

  @Test
  void theRootsAreComparedWhateverTheyAreCalled() {
    var renamed =
        Trees.of(root("total", ARITHMETIC), leaf("a", "total", 0.5), leaf("b", "total", 0.5));

    var change = twoVersions(first, renamed, scores(60, 40, 80), scores(75, 60, 90));

    assertThat(change.effects(0)).isEqualTo(new Effects(15, 0, 0));
  }

  @Test
  void aCompositeThatBecameALeafIsNotComparedBelow() {
    var flat =
        Trees.of(root("index", ARITHMETIC), leaf("g", "index", 0.25), leaf("c", "index", 0.75));

    var change =
        twoVersions(Trees.quarterAndLeaf(), flat, scores(80, 50, 40, 60, 90), scores(82.5, 60, 90));

    assertThat(change.isScored(1)).isFalse();
    assertEffects(change.effects(1), 0, 0, 10);
    assertEffects(change.effects(0), 0, 0, 2.5);
  }

  private static void assertEffects(Effects effects, double score, double weight, double rest) {
    assertThat(effects.score()).isCloseTo(score, offset(1e-12));
    assertThat(effects.weight()).isCloseTo(weight, offset(1e-12));
    assertThat(effects.coverage()).isCloseTo(rest, offset(1e-12));
  }

  private static UnitChange sameVersion(NodeTree tree, double[] before, double[] after) {
    return UnitChange.of(NodeMatch.of(tree, tree), true, before, after);
  }

  private static UnitChange twoVersions(
      NodeTree earlier, NodeTree later, double[] before, double[] after) {
    return UnitChange.of(NodeMatch.of(earlier, later), false, before, after);
  }
}
