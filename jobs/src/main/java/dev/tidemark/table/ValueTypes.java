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
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.types.DataTypeUtils$;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whether the parts of an SQL expression fit each other, by Spark's analyser on a table of no rows.
 */
final class ValueTypes {
  private ValueTypes() {}

  /** What does not fit; empty if the aggregate gives a number and the condition a truth value. */
  static Optional<String> fault(StructType columns, Expression value, Optional<Expression> where) {
    var rows = rows(columns);
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

  /** Why a row's expression does not give a truth value; empty if it does. */
  static Optional<String> conditionFault(String clause, StructType columns, Expression condition) {
    return fault(clause, new Filter(condition, rows(columns)));
  }

  /** Why a row's expression cannot be shown as text; empty if it can. */
  static Optional<String> textFault(String clause, StructType columns, Expression value) {
    var text = Cast$.MODULE$.apply(value, DataTypes.StringType, true);
    NamedExpression named = new UnresolvedAlias(text, Option.empty());
    return fault(clause, new Project(seq(List.of(named)), rows(columns)));
  }

  private static LogicalPlan rows(StructType columns) {
    var attributes = DataTypeUtils$.MODULE$.toAttributes(columns);
    return new LocalRelation(
        seq(CollectionConverters.asJava(attributes)), seq(List.of()), false, Option.empty());
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
