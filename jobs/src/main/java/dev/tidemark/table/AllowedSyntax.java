package dev.tidemark.table;

import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Expression;

/** The parts of an expression a derived leaf may be made of, by the names of Spark's nodes. */
final class AllowedSyntax {
  private static final Set<String> NODES =
      Set.of(
          "Add",
          "And",
          "CaseWhen",
          "Cast",
          "Concat",
          "CreateNamedStruct",
          "Divide",
          "EqualNullSafe",
          "EqualTo",
          "GreaterThan",
          "GreaterThanOrEqual",
          "ILike",
          "In",
          "IntegralDivide",
          "IsNotNull",
          "IsNull",
          "LessThan",
          "LessThanOrEqual",
          "Like",
          "LikeAll",
          "LikeAny",
          "Literal",
          "Multiply",
          "Not",
          "NotLikeAll",
          "NotLikeAny",
          "Or",
          "Remainder",
          "SortOrder",
          "StringLocate",
          "StringTrim",
          "StringTrimLeft",
          "StringTrimRight",
          "Substring",
          "Subtract",
          "TimestampAdd",
          "TimestampDiff",
          "UnaryMinus",
          "UnaryPositive",
          "UnresolvedAttribute",
          "UnresolvedExtractValue",
          "UnresolvedFunction");

  private AllowedSyntax() {}

  static boolean contains(Expression node) {
    return NODES.contains(node.getClass().getSimpleName());
  }

  /** Why it is not, and what to write instead where that is known. */
  static String reasonAgainst(Expression node) {
    return switch (node.getClass().getSimpleName()) {
      case "RLike" ->
          "rlike is not allowed: %s".formatted(AllowedFunctions.reasonAgainst("rlike").orElse(""));
      case "AggregateExpression" ->
          "first, last and any_value are not allowed: "
              + AllowedFunctions.reasonAgainst("first").orElse("");
      case "Exists", "InSubquery", "ScalarSubquery" ->
          "a sub-query is not allowed; only the table's own rows are seen";
      case "UnresolvedWindowExpression", "WindowExpression" ->
          "a window function is not allowed; one value per unit and period is wanted";
      case "LambdaFunction" -> "a lambda is not allowed";
      case "UnresolvedStar" -> "* stands for no one column here; name a column";
      case "Alias" -> "the value takes no name; leave AS out";
      default -> node.prettyName() + " is not allowed; docs/sql.md lists what is";
    };
  }
}
