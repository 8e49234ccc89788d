package dev.tidemark.issues.score;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pow;

import dev.tidemark.framework.EvaluationFramework;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Which issues keep coming back, from many places, with other issues around them. */
public final class CoreScores {
  private static final String PLACE = "place";
  private static final String THEN = "then";
  private static final String OF_ISSUE = "of_issue";
  private static final String FIRST_PLACE = "first_place";
  private static final double POINTS = 100;

  private CoreScores() {}

  /**
   * Scores each issue of each period by what is known until then.
   *
   * <pre>
   * core_score = 100 × (persistence^a · spread^b · centrality^c)^(1 / (a + b + c))
   * persistence = periods with messages of it / periods since the first with messages of any issue
   * spread = ln(1 + units with messages of it) / ln(1 + units of the framework)
   * </pre>
   *
   * @param members one row per message of an issue: {@code period}, {@code issue_id} and {@code
   *     unit}, of all periods
   * @param centrality {@code period}, {@code issue_id} and {@code centrality} (above 0 to 1), of
   *     {@link IssueGraph}
   * @return one row per period and issue that has messages then: {@code persistence} and {@code
   *     spread} (above 0 to 1), {@code centrality} and {@code core_score} (0 to 100; both null if
   *     the issue is not in the graph)
   */
  public static Dataset<Row> of(
      Dataset<Row> members, Dataset<Row> centrality, EvaluationFramework framework) {
    var weights = framework.issues().scores().core();
    var order = new PeriodOrder(framework.periods());
    var met =
        members
            .select(col(ISSUE_ID), col(PERIOD), order.place(col(PERIOD)).as(PLACE), col(UNIT))
            .distinct();
    var then = met.select(col(ISSUE_ID).as(OF_ISSUE), col(PLACE).as(THEN), col(UNIT)).distinct();
    var sinceWhen = met.agg(min(PLACE).as(FIRST_PLACE));
    var untilNow = col(ISSUE_ID).equalTo(col(OF_ISSUE)).and(col(THEN).leq(col(PLACE)));
    var keys = CollectionConverters.asScala(List.of(PERIOD, ISSUE_ID)).toSeq();
    var periods = col(PLACE).minus(col(FIRST_PLACE)).plus(1);
    var exponents = weights.persistence() + weights.spread() + weights.centrality();
    return met.select(ISSUE_ID, PERIOD, PLACE)
        .distinct()
        .join(then, untilNow)
        .groupBy(ISSUE_ID, PERIOD, PLACE)
        .agg(count_distinct(col(THEN)).as(PERSISTENCE), count_distinct(col(UNIT)).as(SPREAD))
        .crossJoin(broadcast(sinceWhen))
        .join(centrality, keys, "left_outer")
        .select(
            col(PERIOD),
            col(ISSUE_ID),
            col(PERSISTENCE).divide(periods).as(PERSISTENCE),
            log1p(col(SPREAD)).divide(Math.log1p(framework.units().size())).as(SPREAD),
            col(CENTRALITY))
        .withColumn(
            CORE_SCORE,
            pow(
                    pow(col(PERSISTENCE), lit(weights.persistence()))
                        .multiply(pow(col(SPREAD), lit(weights.spread())))
                        .multiply(pow(col(CENTRALITY), lit(weights.centrality()))),
                    lit(1 / exponents))
                .multiply(POINTS));
  }
}
