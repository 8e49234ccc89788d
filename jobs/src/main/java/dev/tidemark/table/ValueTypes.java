package dev.tidemark.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.QueryPlanningTracker;
import org.apache.spark.sql.catalyst.analysis.SimpleAnalyzer$;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAlias;
import org.apache.spark.sql.catalyst.expressions.Cast$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.types.DataTypeUtils$;
import org.apache.spark.sql.types.DataTypes;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whether the parts of a derived value fit each other, by Spark's analyser on a table of no rows.
 */
final class ValueTypes {
  private ValueTypes() {}

  /** What does not fit; empty if the aggregate gives a number and the condition a truth value. */
  static Optional<String> fault(TableSpec table, Expression value, Optional<Expression> where) {
    var columns = DataTypeUtils$.MODULE$.toAttributes(table.schema());
    LogicalPlan rows =
        new LocalRelation(
            seq(CollectionConverters.asJava(columns)), seq(List.of()), false, Option.empty());
    LogicalPlan chosen = where.<LogicalPlan>map(c -> new Filter(c, rows)).orElse(rows);
    return where
        .flatMap(condition -> fault("where", chosen))
        .or(
            () -> {
              var number = Cast$.MODULE$.apply(value, DataTypes.DoubleType, true);
              NamedExpression named = new UnresolvedAlias(number, Option.empty());
              return fault(
                  "value",
                  new Aggregate(seq(List.of()), seq(List.of(named)), chosen, Option.empty()));
            });
  }

  private static Optional<String> fault(String clause, LogicalPlan plan) {
    try {
      SimpleAnalyzer$.MODULE$.executeAndCheck(plan, new QueryPlanningTracker(Option.empty()));
      return Optional.empty();
    } catch (Exception e) {
      // AnalysisException is checked, and Scala does not declare it.
      return Optional.of(clause + ": " + ParsedSql.reason(e));
    }
  }

  private static <T> Seq<T> seq(List<? extends T> elements) {
    return CollectionConverters.<T>asScala(new ArrayList<T>(elements)).toSeq();
  }
}
