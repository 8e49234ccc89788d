package dev.tidemark.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.execution.SparkSqlParser;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark's parser makes of a text, without a session: nothing is looked up or run. */
final class ParsedSql {
  private static final ParserInterface PARSER = new SparkSqlParser();

  private static final String TOO_DEEP = "it is nested too deeply to be read";

  /** The parser's time grows with the square of the depth, and ends in an overflow. */
  private static final int MAX_DEPTH = 500;

  private ParsedSql() {}

  /** A text that is not SQL, with the parser's reason in one line. */
  static final class NotSql extends Exception {
    private static final long serialVersionUID = 1L;

    private NotSql(String reason, Throwable cause) {
      super(reason, cause);
    }
  }

  /** One statement. */
  static LogicalPlan statement(String sql) throws NotSql {
    return parse(sql, () -> PARSER.parsePlan(sql));
  }

  /** One expression. */
  static Expression expression(String sql) throws NotSql {
    return parse(sql, () -> PARSER.parseExpression(sql));
  }

  /**
   * A node and all below it: those that are children to Spark, and those that only are fields, as
   * sub-queries, CTEs, window definitions and the query in an EXPLAIN are.
   */
  static Stream<TreeNode<?>> nodes(TreeNode<?> root) {
    var found = new ArrayList<TreeNode<?>>();
    collect(root, found);
    return found.stream();
  }

  /** Spark's message in one line, without its codes. */
  static String reason(Throwable failure) {
    return String.valueOf(failure.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("")
        .replaceFirst("^\\[[A-Z0-9_.]+] ", "")
        .replaceFirst("\\.? SQLSTATE: \\w{5}", "")
        .strip();
  }

  private interface Parsing<T> {
    T run() throws Exception;
  }

  private static <T> T parse(String sql, Parsing<T> parsing) throws NotSql {
    if (depth(sql) > MAX_DEPTH) {
      throw new NotSql(TOO_DEEP, null);
    }
    try {
      return parsing.run();
    } catch (StackOverflowError e) {
      throw new NotSql(TOO_DEEP, e);
    } catch (Exception e) {
      // The parser computes literals, too: any of Spark's exceptions may come out.
      throw new NotSql(reason(e), e);
    }
  }

  /** How many parentheses are open at once, at most; those in texts count, too. */
  private static int depth(String sql) {
    int open = 0;
    int most = 0;
    for (int i = 0; i < sql.length(); i++) {
      open += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
      most = Math.max(most, open);
    }
    return most;
  }

  private static void collect(Object field, List<TreeNode<?>> found) {
    if (field instanceof TreeNode<?> node) {
      found.add(node);
    }
    if (field instanceof scala.collection.Iterable<?> several) {
      CollectionConverters.asJava(several).forEach(one -> collect(one, found));
    } else if (field instanceof Product product) {
      CollectionConverters.asJava(product.productIterator())
          .forEachRemaining(one -> collect(one, found));
    }
  }
}
