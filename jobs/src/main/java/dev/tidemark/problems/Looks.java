package dev.tidemark.problems;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.ProblemRule;
import dev.tidemark.table.RuleTables;
import dev.tidemark.table.TableSpec;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What rules see in the rows of one table. */
final class Looks {
  /** The texts that name the thing looked at. */
  static final String PARTS = "parts";

  /** Evidence and messages; null where the row does not show the problem. */
  static final String SHOWN = "shown";

  private static final String LOOK = "look";

  private Looks() {}

  /**
   * Lets every rule look at every row, in one pass.
   *
   * @param rows as of {@link RuleRows}
   * @param rules of this table; each SQL passed the framework's check
   * @param framework which knows the titles of what messages name
   * @return {@code period, rule, unit, parts, is_seen, shown}: one row per rule and row of the
   *     table that can tell
   */
  static Dataset<Row> of(
      Dataset<Row> rows, TableSpec table, List<ProblemRule> rules, EvaluationFramework framework) {
    var zh = Wording.zh(framework);
    var en = Wording.en(framework);
    var looks =
        rules.stream()
            .map(
                rule ->
                    look(
                        rule,
                        table,
                        RenderedMessage.of(rule.zh(), rows.schema(), zh),
                        RenderedMessage.of(rule.en(), rows.schema(), en)))
            .toArray(Column[]::new);
    return rows.select(col(PERIOD), explode(array_compact(array(looks))).as(LOOK))
        .select(PERIOD, LOOK + ".*");
  }

  /** Null where the rule does not look at the row, or the row cannot tell. */
  private static Column look(ProblemRule rule, TableSpec table, Column zh, Column en) {
    var isSeen = expr(rule.where());
    var unit = rule.unit().map(sql -> expr(sql)).orElse(col(UNIT)).cast("string");
    var isLookedAt = rule.among().map(sql -> expr(sql)).orElse(lit(true));
    var names = rule.item().isEmpty() ? RuleTables.itemKey(table) : rule.item();
    var parts = names.stream().map(sql -> expr(sql).cast("string")).toArray(Column[]::new);
    var shown =
        struct(RowEvidence.of(rule, table).as(EVIDENCE), zh.as(MESSAGE_ZH), en.as(MESSAGE_EN));
    return when(
        isLookedAt.and(isSeen.isNotNull()).and(unit.isNotNull()),
        struct(
            lit(rule.id()).as(RULE),
            unit.as(UNIT),
            (parts.length == 0 ? array().cast("array<string>") : array(parts)).as(PARTS),
            isSeen.as(IS_SEEN),
            when(isSeen, shown).as(SHOWN)));
  }
}
