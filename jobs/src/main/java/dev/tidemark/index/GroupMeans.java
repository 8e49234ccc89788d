package dev.tidemark.index;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc_nulls_last;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Mean scores of groups of units, and of all of them. */
final class GroupMeans {
  private static final String CELL = "cell";
  private static final String HIGH = "high";
  private static final String LOW = "low";

  private GroupMeans() {}

  /**
   * Averages and ranks.
   *
   * <p>Units that share all their groups are added up first, so that the rows are read once however
   * many grouping columns there are.
   *
   * @param indexScores {@code index_scores}
   * @return {@code group_scores}, with a null score where no unit of the group has one
   */
  static Dataset<Row> of(Dataset<Row> indexScores, EvaluationFramework framework) {
    var cells = new HashMap<Map<String, String>, Integer>();
    var members = new ArrayList<Row>();
    for (var unit : framework.units()) {
      int cell = cells.computeIfAbsent(unit.groups(), groups -> cells.size());
      members.add(RowFactory.create(unit.id(), cell));
    }
    var spark = indexScores.sparkSession();
    var unitCells =
        spark.createDataFrame(
            members,
            new StructType()
                .add(UNIT, DataTypes.StringType, false)
                .add(CELL, DataTypes.IntegerType, false));
    var cellGroups =
        spark.createDataFrame(
            memberships(cells, framework.groups()),
            new StructType()
                .add(CELL, DataTypes.IntegerType, false)
                .add(GROUP_BY, DataTypes.StringType, false)
                .add(GROUP_ID, DataTypes.StringType, false));
    var byCell =
        indexScores
            .join(broadcast(unitCells), UNIT)
            .groupBy(PERIOD, NODE, CELL)
            .agg(
                ExactMean.highSum(col(SCORE)).as(HIGH),
                ExactMean.lowSum(col(SCORE)).as(LOW),
                count(SCORE).as(N_UNITS));
    var mean = ExactMean.of(col(HIGH), col(LOW), col(N_UNITS));
    var best = Window.partitionBy(PERIOD, GROUP_BY, NODE).orderBy(desc_nulls_last(SCORE));
    return byCell
        .join(broadcast(cellGroups), CELL)
        .groupBy(PERIOD, GROUP_BY, GROUP_ID, NODE)
        .agg(sum(HIGH).as(HIGH), sum(LOW).as(LOW), sum(N_UNITS).as(N_UNITS))
        .withColumn(SCORE, when(mean.isNotNull(), greatest(lit(0.0), least(lit(100.0), mean))))
        .withColumn(RANK, when(col(SCORE).isNotNull(), rank().over(best)))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()))
        .drop(HIGH, LOW);
  }

  private static List<Row> memberships(
      Map<Map<String, String>, Integer> cells, List<String> groupColumns) {
    var rows = new ArrayList<Row>();
    cells.forEach(
        (groups, cell) -> {
          rows.add(RowFactory.create(cell, Period.ALL, Period.ALL));
          groupColumns.stream()
              .filter(groups::containsKey)
              .forEach(by -> rows.add(RowFactory.create(cell, by, groups.get(by))));
        });
    return rows;
  }
}
