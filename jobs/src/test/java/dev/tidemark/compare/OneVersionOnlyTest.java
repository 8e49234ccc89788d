package dev.tidemark.compare;

import static dev.tidemark.compare.Trees.halves;
import static dev.tidemark.compare.Trees.leaf;
import static dev.tidemark.compare.Trees.period;
import static dev.tidemark.compare.Trees.root;
import static dev.tidemark.compare.Trees.scores;
import static dev.tidemark.framework.Aggregate.ARITHMETIC;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Comparison;
import dev.tidemark.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneVersionOnlyTest {
  private static final Cells CELLS = new Cells(Tables.SCORE_CHANGES);

  /** b is gone; U1 left, U3 came; U2 is in both. */
  @Test
  void whatOneVersionLacksIsListedWithItsReason() {
    var alone = Trees.of(root("index", ARITHMETIC), leaf("a", "index", 1));
    var from =
        period(
            "P1",
            "1",
            halves(ARITHMETIC),
            List.of("U1", "U2"),
            List.of(Map.of(), Map.of()),
            scores(60, 40, 80),
            scores(50, 50, 50));
    var to =
        period(
            "P2",
            "2",
            alone,
            List.of("U2", "U3"),
            List.of(Map.of(), Map.of()),
            scores(70, 70),
            scores(90, 90));

    var rows = new OneVersionOnly("test", PairedScores.of(from, to), Comparison.DEFAULT).rows();

    assertThat(rows)
        .extracting(
            row ->
                CELLS.cells(
                    row, SCOPE_ID, NODE, N, PUBLISHED_FROM, PUBLISHED_TO, NOT_COMPARED_REASON))
        .containsExactly(
            Arrays.asList("all", "b", 0, 65.0, null, "node_only_in_earlier_version"),
            Arrays.asList("U2", "b", 0, 50.0, null, "node_only_in_earlier_version"),
            Arrays.asList("U1", "index", 0, 60.0, null, "unit_only_in_earlier_version"),
            Arrays.asList("U1", "a", 0, 40.0, null, "unit_only_in_earlier_version"),
            Arrays.asList("U1", "b", 0, 80.0, null, "unit_only_in_earlier_version"),
            Arrays.asList("U3", "index", 0, null, 90.0, "unit_only_in_later_version"),
            Arrays.asList("U3", "a", 0, null, 90.0, "unit_only_in_later_version"));
  }

  @Test
  void oneVersionLacksNothing() {
    var tree = halves(ARITHMETIC);
    var pair =
        PairedScores.of(
            period("P1", "1", tree, scores(60, 40, 80)),
            period("P2", "1", tree, scores(60, 40, 80)));

    assertThat(new OneVersionOnly("test", pair, Comparison.DEFAULT).rows()).isEmpty();
  }
}
