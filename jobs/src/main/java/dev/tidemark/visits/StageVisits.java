package dev.tidemark.visits;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.job.Memberships;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Visits of each stage, of the periods, units and stages that the framework has. */
final class StageVisits {
  private StageVisits() {}

  /**
   * Leaves out other periods and units, such as those of a former version of the framework.
   *
   * @param visits {@code visits}
   * @return the same columns
   */
  static Dataset<Row> ofUnits(Dataset<Row> visits, EvaluationFramework framework) {
    var periods = framework.periods().stream().map(Period::id).toArray();
    return visits
        .where(col(PERIOD).isin(periods))
        .join(broadcast(Memberships.units(visits.sparkSession(), framework)), UNIT);
  }

  /**
   * Leaves out stages that are not expected.
   *
   * @param visits as of {@link #ofUnits}
   * @return one row per period, unit and stage that was observed, with the stage's place and titles
   */
  static Dataset<Row> ofStages(Dataset<Row> visits, ExpectedStages expected) {
    var columns =
        List.of(PERIOD, UNIT, STAGE, ORDINAL, TITLE_ZH, TITLE_EN, VISITS, STEP, HANDLED_BY, REASON);
    return visits
        .join(broadcast(expected.rows(visits.sparkSession())), STAGE)
        .select(columns.stream().map(name -> col(name)).toArray(Column[]::new));
  }
}
