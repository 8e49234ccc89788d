package dev.tidemark.channels;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.types.DataTypes.IntegerType;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.Memberships;
import dev.tidemark.stats.McNemarExact;
import dev.tidemark.stats.Tested;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The table {@code mobile_changes}. */
final class MobileChanges {
  private static final String HAD = "had";
  private static final String HAS = "has";
  private static final List<String> COUNTS =
      List.of(N, FROM_UNITS, TO_UNITS, GAINED_UNITS, LOST_UNITS);

  private MobileChanges() {}

  /**
   * Counts what the units of each group gained and lost between two periods.
   *
   * <p>A kind that nobody has any more was lost; a feature is compared where both periods tell of
   * it.
   *
   * @param units {@code unit_mobile_channels}
   * @return the counts of {@code mobile_changes}; no row where nothing is known in both periods
   */
  static Dataset<Row> between(
      Dataset<Row> units, String from, String to, EvaluationFramework framework) {
    var named = Offered.withNames(units);
    var earlier = named.where(col(PERIOD).equalTo(from)).as(HAD);
    var later = named.where(col(PERIOD).equalTo(to)).as(HAS);
    var offered =
        Offered.of(
            array_union(of(HAD, Offered.ALL_KINDS), of(HAS, Offered.ALL_KINDS)),
            array_intersect(of(HAD, Offered.ALL_FEATURES), of(HAS, Offered.ALL_FEATURES)),
            question ->
                new Column[] {
                  question.of(of(HAD, KINDS), of(HAD, FEATURES)).as(HAD),
                  question.of(of(HAS, KINDS), of(HAS, FEATURES)).as(HAS)
                });
    return earlier
        .join(later, of(HAD, UNIT).equalTo(of(HAS, UNIT)))
        .select(of(HAD, UNIT).as(UNIT), inline(offered))
        .where(col(HAD).isNotNull().and(col(HAS).isNotNull()))
        .join(broadcast(Memberships.of(units.sparkSession(), framework)), UNIT)
        .groupBy(GROUP_BY, GROUP_ID, ASPECT, NAME)
        .agg(
            count(HAS).cast(IntegerType).as(N),
            counted(col(HAD)).as(FROM_UNITS),
            counted(col(HAS)).as(TO_UNITS),
            counted(col(HAS).and(not(col(HAD)))).as(GAINED_UNITS),
            counted(col(HAD).and(not(col(HAS)))).as(LOST_UNITS))
        .withColumn(PERIOD_FROM, lit(from))
        .withColumn(PERIOD_TO, lit(to));
  }

  /** Tests each: as many rows, in the shape of {@code mobile_changes}. */
  static List<Row> tested(List<Row> counts, EvaluationFramework framework) {
    return counts.stream().map(row -> tested(row, framework)).toList();
  }

  private static Row tested(Row counts, EvaluationFramework framework) {
    int gained = counts.<Integer>getAs(GAINED_UNITS);
    int lost = counts.<Integer>getAs(LOST_UNITS);
    var row =
        new RowBuilder(Tables.MOBILE_CHANGES)
            .with(FRAMEWORK_ID, framework.id())
            .with(FRAMEWORK_VERSION, framework.version())
            .with(CHANGE, (double) (gained - lost) / counts.<Integer>getAs(N));
    List.of(PERIOD_FROM, PERIOD_TO, GROUP_BY, GROUP_ID, ASPECT, NAME)
        .forEach(column -> row.with(column, counts.getAs(column)));
    COUNTS.forEach(column -> row.with(column, counts.getAs(column)));
    if (McNemarExact.of(gained, lost, 1 - framework.comparison().alpha())
        instanceof Tested<McNemarExact> test) {
      row.with(P_VALUE, test.value().p());
    }
    return row.row();
  }

  private static Column counted(Column condition) {
    return count_if(condition).cast(IntegerType);
  }

  private static Column of(String side, String column) {
    return col(side + "." + column);
  }
}
