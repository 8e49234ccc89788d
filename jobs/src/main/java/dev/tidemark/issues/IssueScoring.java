package dev.tidemark.issues;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.issues.score.CoreScores;
import dev.tidemark.issues.score.Heat;
import dev.tidemark.issues.score.NearestIndicators;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What makes issues hot, core, and a matter of an indicator. */
final class IssueScoring {
  /** What it adds to issues. */
  static final List<String> COLUMNS =
      List.of(
          GROWTH,
          SPAN_DAYS,
          APPROVAL,
          MEAN_AGE_DAYS,
          RECENCY,
          HEAT,
          PERSISTENCE,
          SPREAD,
          CENTRALITY,
          CORE_SCORE,
          INDICATOR,
          INDICATOR_SIMILARITY);

  private IssueScoring() {}

  /**
   * Scores issues.
   *
   * @param issues rows of {@code issues} without the scores
   * @param members messages with their issue, as it was known at the end of their period, of all
   *     periods up to the last of {@code issues}
   * @param centres {@code period}, {@code issue_id}, {@code vector} and {@code centrality}
   * @param leaves {@code indicator} and {@code vector}
   * @return the same issues; scores are null without messages in the period
   */
  static Dataset<Row> of(
      Dataset<Row> issues,
      Dataset<Row> members,
      Dataset<Row> centres,
      Dataset<Row> leaves,
      EvaluationFramework framework) {
    var heat = Heat.of(members, framework).drop(VOICES, PREVIOUS_VOICES);
    var centrality = centres.select(PERIOD, ISSUE_ID, CENTRALITY);
    var core = CoreScores.of(members, centrality, framework);
    var nearest = NearestIndicators.of(centres.select(PERIOD, ISSUE_ID, VECTOR), leaves);
    var keys = names(PERIOD, ISSUE_ID);
    return issues
        .join(heat, keys, "left_outer")
        .join(core, keys, "left_outer")
        .join(nearest, keys, "left_outer");
  }

  /** Messages with the issue they had when their period ended. */
  static Dataset<Row> members(Dataset<Row> messages, Dataset<Row> issueMessages) {
    var known =
        issueMessages.where(col(ASSIGNED_IN).equalTo(col(PERIOD))).select(ID, ISSUE_ID, VOICE);
    return messages
        .select(ID, PERIOD, UNIT, CREATED_AT, LIKES, DISLIKES)
        .join(known, names(ID), "inner");
  }

  private static Seq<String> names(String... columns) {
    return CollectionConverters.asScala(List.of(columns)).toSeq();
  }
}
