package dev.tidemark.support;

import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.util.List;
import org.apache.spark.sql.Row;

/** Rows of a compared warehouse that break an identity its tables declare. */
public final class Comparisons {
  private final DeltaLake lake;

  public Comparisons(DeltaLake lake) {
    this.lake = lake;
  }

  /** Where both scores were published, the four effects sum to their difference. */
  public List<Row> effectsThatDoNotAddUp() {
    return broken(
        """
        SELECT * FROM score_changes_now
        WHERE published_from IS NOT NULL AND published_to IS NOT NULL
          AND NOT coalesce(abs(score_effect + weight_effect + coverage_effect + unit_effect
                               - (published_to - published_from)) <= 1e-9, false)
        """);
  }

  /** A change is what its two means differ by; without one, a row says why. */
  public List<Row> changesThatAreNotTheDifferenceOfTheirMeans() {
    return broken(
        """
        SELECT * FROM score_changes_now
        WHERE NOT coalesce(change = mean_to - mean_from, not_compared_reason IS NOT NULL)
           OR (change IS NULL) <> (n = 0)
        """);
  }

  /** What is called published stands in index_scores or group_scores. */
  public List<Row> publishedScoresThatWereNot() {
    return broken(
        """
        WITH published AS (
          SELECT period, 'unit' AS group_by, unit AS id, node, score FROM index_scores_now
          UNION ALL
          SELECT period, group_by, group_id, node, score FROM group_scores_now)
        SELECT c.*, p.score FROM score_changes_now c
        JOIN published p
          ON p.group_by = c.group_by AND p.id = c.scope_id AND p.node = c.node
         AND p.period IN (c.period_from, c.period_to)
        WHERE NOT coalesce(
          abs(p.score - if(p.period = c.period_from, published_from, published_to)) <= 1e-9,
          p.score IS NULL)
        """);
  }

  /** The children of a node sum to it, in every part, for every unit and for all. */
  public List<Row> driversThatDoNotSumToTheirParent() {
    return broken(
        """
        SELECT p.period_from, p.period_to, p.unit, p.node
        FROM change_drivers_now c
        JOIN change_drivers_now p
          ON c.period_from = p.period_from AND c.period_to = p.period_to AND c.unit = p.unit
         AND c.parent = p.node
        GROUP BY p.period_from, p.period_to, p.unit, p.node
        HAVING abs(sum(c.contribution) - max(p.contribution)) > 1e-9
            OR abs(sum(c.score_effect) - max(p.score_effect)) > 1e-9
            OR abs(sum(c.weight_effect) - max(p.weight_effect)) > 1e-9
            OR abs(sum(c.coverage_effect) - max(p.coverage_effect)) > 1e-9
        """);
  }

  /** The root's contribution is the published change of units with an index in both periods. */
  public List<Row> rootsThatAreNotTheChangeOfTheIndex() {
    return broken(
        """
        SELECT c.*, d.contribution FROM score_changes_now c
        LEFT JOIN change_drivers_now d
          ON d.period_from = c.period_from AND d.period_to = c.period_to AND d.unit = c.scope_id
         AND d.node = c.node
        JOIN nodes_now r
          ON r.framework_version = c.framework_version AND r.node = c.node AND r.parent IS NULL
        WHERE c.scope IN ('all', 'unit') AND c.published_from IS NOT NULL
          AND c.published_to IS NOT NULL
          AND NOT coalesce(
            abs(d.contribution - (published_to - published_from - unit_effect)) <= 1e-9
            AND abs(d.score_effect - c.score_effect) <= 1e-9
            AND abs(d.weight_effect - c.weight_effect) <= 1e-9
            AND abs(d.coverage_effect - c.coverage_effect) <= 1e-9, false)
        """);
  }

  private List<Row> broken(String query) {
    for (var table :
        List.of(
            Tables.SCORE_CHANGES,
            Tables.CHANGE_DRIVERS,
            Tables.INDEX_SCORES,
            Tables.GROUP_SCORES,
            Tables.NODES)) {
      lake.read(table).createOrReplaceTempView(table.name() + "_now");
    }
    return SharedSpark.session().sql(query).limit(10).collectAsList();
  }
}
