package dev.tidemark.table;

import dev.tidemark.error.Causes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.QueryContext;
import org.apache.spark.QueryContextType;
import org.apache.spark.SparkThrowable;

/**
 * An expression that what some rows hold makes fail: a division by zero, a text that is no number.
 *
 * @param sql the expression as its author wrote it; empty if Spark does not say
 * @param reason in Spark's words, with what to write instead
 */
public record SqlTrouble(Optional<String> sql, String reason) {
  /** SQLSTATE: data exception. */
  private static final String DATA = "22";

  /** The condition's name, the SQLSTATE, and the advice to take null for every such value. */
  private static final Pattern TECHNICAL =
      Pattern.compile("^\\[[A-Z0-9_.]+] | If necessary set .* to bypass this error\\.| SQLSTATE.*");

  /** What an expression stumbled over; empty if the failure is another, or not of SQL's making. */
  public static Optional<SqlTrouble> of(Throwable failure) {
    return Causes.of(failure)
        .filter(SparkThrowable.class::isInstance)
        .filter(cause -> isOfData((SparkThrowable) cause))
        .reduce((outer, inner) -> inner)
        .flatMap(SqlTrouble::told);
  }

  /** For people: the expression, if it is known, and why it failed. */
  public String inWords() {
    return sql.map(text -> text + ": ").orElse("") + reason;
  }

  /** Whether it may be one of these that failed: where Spark does not say, any. */
  public boolean isOf(List<String> expressions) {
    return sql.map(piece -> expressions.stream().anyMatch(text -> text.contains(piece)))
        .orElse(true);
  }

  private static boolean isOfData(SparkThrowable cause) {
    return cause.getSqlState() != null && cause.getSqlState().startsWith(DATA);
  }

  private static Optional<SqlTrouble> told(Throwable cause) {
    var contexts = ((SparkThrowable) cause).getQueryContext();
    var sql =
        Arrays.stream(contexts)
            .filter(context -> context.contextType() == QueryContextType.SQL)
            .map(QueryContext::fragment)
            .filter(fragment -> !fragment.isBlank())
            .findFirst();
    if (sql.isEmpty() && contexts.length > 0) {
      return Optional.empty();
    }
    var words = cause.getMessage().lines().findFirst().orElse("");
    return Optional.of(new SqlTrouble(sql, TECHNICAL.matcher(words).replaceAll("")));
  }
}
