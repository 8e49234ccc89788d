package dev.tidemark.problems;

import static dev.tidemark.problems.ProblemStates.*;
import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.job.Memberships;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The table {@code rectification}. */
final class Rectification {
  private static final String OF = "of";

  private Rectification() {}

  /**
   * Counts the problems of every group, unit and owner, of each severity and of all.
   *
   * @param states as of {@link ProblemStates}
   * @param periods the same as there
   * @return {@code rectification}
   */
  static Dataset<Row> of(Dataset<Row> states, EvaluationFramework framework, List<Period> periods) {
    // A grouping column of that name has the rows; where rules are declared it is refused.
    var isCounted = col(OWNER).isNotNull().and(lit(!framework.groups().contains(OWNER)));
    var owner = when(isCounted, struct(lit(OWNER).as(GROUP_BY), col(OWNER).as(GROUP_ID)));
    var counted = array(col(SEVERITY), lit(Period.ALL));
    return states
        .join(broadcast(groups(states.sparkSession(), framework)), UNIT)
        .withColumn(OF, explode(concat(col(OF), array_compact(array(owner)))))
        .withColumn(SEVERITY, explode(counted))
        .groupBy(col(NUMBER), col(OF + "." + GROUP_BY), col(OF + "." + GROUP_ID), col(SEVERITY))
        .agg(
            count_if(col(WAS_OPEN)).as(OPEN_AT_START),
            count_if(col(WAS_OPEN).and(not(col(IS_OPEN)))).as(FIXED),
            count_if(col(WAS_OPEN).and(col(SEEN).isNull())).as(NOT_LOOKED_AT),
            count_if(col(IS_NEW)).as(NEW_PROBLEMS),
            count_if(col(IS_REOPENED)).as(REOPENED),
            count_if(col(IS_OPEN)).as(OPEN_AT_END))
        .withColumn(RECTIFICATION_RATE, try_divide(col(FIXED), col(OPEN_AT_START)))
        .withColumn(PERIOD, periodOf(col(NUMBER), periods))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()))
        .drop(NUMBER);
  }

  /** One row per unit, with all it is counted in. */
  private static Dataset<Row> groups(SparkSession spark, EvaluationFramework framework) {
    var itself =
        Memberships.units(spark, framework)
            .select(col(UNIT), lit(UNIT).as(GROUP_BY), col(UNIT).as(GROUP_ID));
    return Memberships.of(spark, framework)
        .unionByName(itself)
        .groupBy(UNIT)
        .agg(collect_list(struct(GROUP_BY, GROUP_ID)).as(OF));
  }
}
