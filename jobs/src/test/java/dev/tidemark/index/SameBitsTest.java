package dev.tidemark.index;

import static dev.tidemark.framework.Scoring.Direction.UP;
import static dev.tidemark.support.Frameworks.composite;
import static dev.tidemark.support.Frameworks.framework;
import static dev.tidemark.support.Frameworks.ids;
import static dev.tidemark.support.Frameworks.leaf;
import static dev.tidemark.support.Frameworks.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Aggregate;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.MinCoverage;
import dev.tidemark.framework.Replicates;
import dev.tidemark.framework.Scoring;
import dev.tidemark.framework.Scoring.Pool;
import dev.tidemark.framework.Unit;
import dev.tidemark.support.SharedSpark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same observations give the same bits, however they are spread and in whatever order. */
class SameBitsTest {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";

  @AfterEach
  void restoreSettings() {
    SharedSpark.session().conf().set(PARTITIONS, 2);
    SharedSpark.session().conf().set(ADAPTIVE, false);
    compile(false);
  }

  /**
   * On one partition one core works, on seven both. Doubles compare bit by bit: {@code
   * Row.toString} prints each so that it reads back as itself.
   */
  @Test
  void r19PartitionsOrderOfRowsAndReplanningChangeNoBit() {
    var rows = observations(new Random(20200101));
    var shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(7));
    var backwards = new ArrayList<>(rows);
    Collections.reverse(backwards);

    var onOne = printed(rows, 1);
    SharedSpark.session().conf().set(ADAPTIVE, false);
    var onTwo = printed(shuffled, 2);
    SharedSpark.session().conf().set(ADAPTIVE, true);
    var onSeven = printed(backwards, 7);

    assertThat(onTwo).isEqualTo(onOne);
    assertThat(onSeven).isEqualTo(onOne);
  }

  @Test
  void r19CompilingExpressionsChangesNoBit() {
    var rows = observations(new Random(20200101));
    var asTheyStand = printed(rows, 2);

    compile(true);

    assertThat(printed(rows, 2)).isEqualTo(asTheyStand);
  }

  private static void compile(boolean isCompiled) {
    var conf = SharedSpark.session().conf();
    conf.set("spark.sql.codegen.wholeStage", isCompiled);
    conf.set("spark.sql.codegen.factoryMode", isCompiled ? "CODEGEN_ONLY" : "NO_CODEGEN");
  }

  private static List<String> printed(List<Row> rows, int partitions) {
    SharedSpark.session().conf().set(PARTITIONS, partitions);
    var scored = Assessment.of(manyUnits(), Observed.rows(rows).repartition(partitions));
    var printed = new ArrayList<String>();
    scored.rows().forEach(row -> printed.add(row.toString()));
    scored.groups().forEach(row -> printed.add(row.toString()));
    Collections.sort(printed);
    return printed;
  }

  private static EvaluationFramework manyUnits() {
    var units = new ArrayList<Unit>();
    ids("u", 40).forEach(id -> units.add(unit(id, Map.of("half", id.length() > 2 ? "x" : "y"))));
    return framework(
        List.of("P1", "P2", "P3"),
        List.of("half"),
        units,
        composite(
            "index",
            1,
            Aggregate.GEOMETRIC,
            MinCoverage.NONE,
            leaf("mean", 0.3, new Scoring.Linear(0, 1e6)),
            leaf("sum", 0.3, new Scoring.Linear(0, 1e7), Replicates.SUM),
            leaf("pool", 0.3, new Scoring.MinMax(UP, Pool.PERIOD)),
            leaf("z", 0.1, new Scoring.ZScore(UP, Pool.ALL))));
  }

  /** Seven replicates each, of every size, so that sums in another order end in other digits. */
  private static List<Row> observations(Random random) {
    var rows = new ArrayList<Row>();
    for (var period : ids("P", 3)) {
      for (var unit : ids("u", 40)) {
        for (var leaf : List.of("mean", "sum", "pool", "z")) {
          for (var observer : ids("o", 7)) {
            double value = random.nextDouble() * Math.pow(10, random.nextInt(7));
            rows.add(Observed.row(period, unit, leaf, value, observer, null, null));
          }
        }
      }
    }
    return rows;
  }
}
