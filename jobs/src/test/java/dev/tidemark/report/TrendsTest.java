package dev.tidemark.report;

import static dev.tidemark.support.Frameworks.leaf;
import static dev.tidemark.support.Frameworks.root;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Scoring;
import dev.tidemark.support.Frameworks;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;

/** An index of 50, then 52, then 55.5 over all units; unit i begins at 50 and ends at 50 + i. */
class TrendsTest {
  private static final String ROOT = root(leaf("any", 1, new Scoring.Direct())).id();
  private static final List<String> THREE = List.of("P1", "P2", "P3");

  private static Source source(List<String> periods, int units) {
    var ids = IntStream.range(0, units).mapToObj("u%02d"::formatted).toList();
    var framework = Frameworks.framework(periods, ids, root(leaf("any", 1, new Scoring.Direct())));
    var means = List.of(50.0, 52.0, 55.5);
    var all = new ArrayList<Row>();
    var scores = new ArrayList<Row>();
    for (int p = 0; p < periods.size(); p++) {
      all.add(
          row(
              Tables.GROUP_SCORES,
              framed(Tables.GROUP_SCORES)
                  .with(PERIOD, periods.get(p))
                  .with(GROUP_BY, "all")
                  .with(GROUP_ID, "all")
                  .with(NODE, ROOT)
                  .with(SCORE, means.get(p))
                  .with(N_UNITS, (long) units)));
      for (int unit = 0; unit < units; unit++) {
        scores.add(
            row(
                Tables.INDEX_SCORES,
                framed(Tables.INDEX_SCORES)
                    .with(PERIOD, periods.get(p))
                    .with(UNIT, ids.get(unit))
                    .with(NODE, ROOT)
                    .with(SCORE, p == periods.size() - 1 ? 50.0 + unit : 50.0)));
      }
    }
    var root =
        row(
            Tables.NODES,
            framed(Tables.NODES)
                .with(NODE, ROOT)
                .with(ORDINAL, 0)
                .with(DEPTH, 0)
                .with(WEIGHT, 1.0)
                .with(TITLE_ZH, "总指数")
                .with(TITLE_EN, "Index"));
    var gold =
        new Gold(
            periods.get(periods.size() - 2),
            periods.get(periods.size() - 1),
            Map.of(
                Tables.NODES, List.of(root), Tables.GROUP_SCORES, all, Tables.INDEX_SCORES, scores),
            Map.of());
    return new Source(gold, new Names(framework, gold), 0.95);
  }

  private static RowBuilder framed(TableSpec table) {
    return new RowBuilder(table).with(FRAMEWORK_ID, "test").with(FRAMEWORK_VERSION, "1");
  }

  /** As tables give them: cells by name. */
  private static Row row(TableSpec table, RowBuilder cells) {
    var row = cells.row();
    return new GenericRowWithSchema(
        IntStream.range(0, row.size()).mapToObj(row::get).toArray(), table.schema());
  }

  @Test
  void theIndexIsDrawnOverAllPeriods() {
    var chart = new Trends(source(THREE, 2)).index().get(0);

    assertThat(chart.data().rows())
        .containsExactly(
            List.of("P1", "P1", "P1", ROOT, "总指数", "Index", 50.0, 2L),
            List.of("P2", "P2", "P2", ROOT, "总指数", "Index", 52.0, 2L),
            List.of("P3", "P3", "P3", ROOT, "总指数", "Index", 55.5, 2L));
    assertThat(chart.sentences().get(0).en()).isEqualTo("Index: 50.00 in P1, 55.50 in P3.");
  }

  @Test
  void twoPeriodsAreShownSideBySideAndNotAsALine() {
    assertThat(new Trends(source(List.of("P1", "P2"), 2)).index()).isEmpty();
    assertThat(new TrendPanels(source(List.of("P1", "P2"), 2)).units()).isEmpty();
  }

  /** Of 26 units the two in the middle, 12 and 13, are left out; the mean of all comes first. */
  @Test
  void ofManyUnitsThoseThatRoseMostAndLeastAreDrawn() {
    var chart = new TrendPanels(source(THREE, 26)).units().get(0);

    var drawn = chart.data().rows().stream().map(row -> row.get(3)).distinct().toList();
    assertThat(drawn).hasSize(25).startsWith("all", "u25", "u24").endsWith("u01", "u00");
    assertThat(drawn).doesNotContain("u12", "u13");
    assertThat(chart.sentences().get(0).en())
        .isEqualTo(
            "From P1 to P3 25 rose and 0 fell; the largest change is that of u25 (+25.00), the"
                + " smallest that of u00 (0.00).");
  }
}
