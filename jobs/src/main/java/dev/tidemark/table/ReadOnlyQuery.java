package dev.tidemark.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.analysis.ExpressionWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTable;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedView;
import org.apache.spark.sql.catalyst.plans.logical.DescribeColumn;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** A statement that only asks, and only the warehouse's tables. */
final class ReadOnlyQuery {
  static final String READ_ONLY =
      "only queries run here (SELECT, WITH, VALUES, FROM, TABLE, SHOW, DESCRIBE, EXPLAIN), nothing"
          + " that writes, changes settings or starts a program. Tables are written by tidemark's"
          + " other commands; settings are given with --conf.";

  private static final Pattern OPENING =
      Pattern.compile(
          "(\\s|--[^\\n]*\\n|/\\*.*?\\*/)*(\\(|(SELECT|WITH|VALUES|FROM|TABLE|SHOW|DESC|DESCRIBE|EXPLAIN)\\b).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** What a query is made of. A list of what is good, so that what Spark learns next is refused. */
  private static final Set<String> QUERY_NODES =
      Set.of(
          "Aggregate",
          "Distinct",
          "Except",
          "Filter",
          "Generate",
          "GlobalLimit",
          "Intersect",
          "Join",
          "LateralJoin",
          "LocalLimit",
          "LocalRelation",
          "Offset",
          "OneRowRelation",
          "PipeOperator",
          "Pivot",
          "Project",
          "RelationTimeTravel",
          "Repartition",
          "RepartitionByExpression",
          "Sample",
          "Sort",
          "SubqueryAlias",
          "Union",
          "Unpivot",
          "UnresolvedHaving",
          "UnresolvedHint",
          "UnresolvedInlineTable",
          "UnresolvedRelation",
          "UnresolvedSubqueryColumnAliases",
          "UnresolvedTVFAliases",
          "UnresolvedTableValuedFunction",
          "UnresolvedWith",
          "WithWindowDefinition");

  /** What SHOW, DESCRIBE and EXPLAIN are made of, besides their own nodes. */
  private static final Set<String> QUESTION_NODES =
      Set.of(
          "CurrentNamespace$",
          "ExplainCommand",
          "UnresolvedFunctionName",
          "UnresolvedNamespace",
          "UnresolvedTable",
          "UnresolvedTableOrView",
          "UnresolvedView");

  private static final Set<String> JAVA_CALLS = Set.of("java_method", "reflect", "try_reflect");
  private static final Set<String> ROW_SOURCES =
      Set.of(
          "explode",
          "explode_outer",
          "inline",
          "inline_outer",
          "json_tuple",
          "posexplode",
          "posexplode_outer",
          "range",
          "stack");

  private ReadOnlyQuery() {}

  /** Whether a text begins like a query, right or wrong as it may go on. */
  static boolean opens(String sql) {
    return OPENING.matcher(sql).matches();
  }

  /** Why the statement may not run; empty if it may. */
  static Optional<String> fault(LogicalPlan statement) {
    return ParsedSql.nodes(statement).flatMap(node -> fault(node).stream()).findFirst();
  }

  private static Optional<String> fault(TreeNode<?> node) {
    if (node instanceof LogicalPlan && !isQuestion(node.getClass().getSimpleName())) {
      return Optional.of(READ_ONLY);
    }
    if (node instanceof DescribeColumn column
        && column.relation() instanceof UnresolvedTableOrView table
        && DeltaStatement.isKeyword(table.multipartIdentifier().last())) {
      return Optional.of(
          "write it plainly: DESCRIBE HISTORY table [LIMIT n], or DESCRIBE DETAIL table.");
    }
    if (node instanceof ExpressionWithUnresolvedIdentifier) {
      return Optional.of("IDENTIFIER(…) is not allowed. Write the name itself.");
    }
    if (node instanceof UnresolvedRelation relation && !relation.options().isEmpty()) {
      return Optional.of("a table takes no options here. Leave WITH (…) out.");
    }
    return tableFault(node).or(() -> functionFault(node));
  }

  private static boolean isQuestion(String kind) {
    return QUERY_NODES.contains(kind)
        || QUESTION_NODES.contains(kind)
        || kind.startsWith("Show")
        || kind.startsWith("Describe");
  }

  private static Optional<String> tableFault(TreeNode<?> node) {
    List<String> name = List.of();
    if (node instanceof UnresolvedRelation relation) {
      name = parts(relation.multipartIdentifier());
    } else if (node instanceof UnresolvedTableOrView table) {
      name = parts(table.multipartIdentifier());
    } else if (node instanceof UnresolvedTable table) {
      name = parts(table.multipartIdentifier());
    } else if (node instanceof UnresolvedView view) {
      name = parts(view.multipartIdentifier());
    }
    return name.size() < 2
        ? Optional.empty()
        : Optional.of(
            "%s is outside the warehouse. Name its tables plainly; tidemark tables lists them."
                .formatted(String.join(".", name)));
  }

  private static Optional<String> functionFault(TreeNode<?> node) {
    List<String> name = List.of();
    boolean isAllowed = true;
    if (node instanceof UnresolvedFunction function) {
      name = parts(function.nameParts());
      isAllowed = name.size() == 1 && !JAVA_CALLS.contains(lower(name.get(0)));
    } else if (node instanceof UnresolvedGenerator generator) {
      name = List.of(generator.name().unquotedString());
      isAllowed = ROW_SOURCES.contains(lower(name.get(0)));
    } else if (node instanceof UnresolvedTableValuedFunction function) {
      name = parts(function.name());
      isAllowed = name.size() == 1 && ROW_SOURCES.contains(lower(name.get(0)));
    }
    return isAllowed
        ? Optional.empty()
        : Optional.of(
            "function %s is not allowed, it may reach outside the warehouse. Ask the tables only."
                .formatted(String.join(".", name)));
  }

  private static List<String> parts(Seq<String> name) {
    return CollectionConverters.asJava(name);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
