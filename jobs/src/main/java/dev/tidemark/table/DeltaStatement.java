package dev.tidemark.table;

import java.util.regex.Pattern;

/** The two questions that Delta's parser understands and Spark's does not. */
final class DeltaStatement {
  private static final Pattern PLAIN =
      Pattern.compile(
          "\\s*DESC(RIBE)?\\s+(HISTORY\\s+\\w+(\\s+LIMIT\\s+\\d+)?|DETAIL\\s+\\w+)\\s*;?\\s*",
          Pattern.CASE_INSENSITIVE);

  private DeltaStatement() {}

  /** Whether it asks for the history or detail of one table, written plainly by its name. */
  static boolean matches(String sql) {
    return PLAIN.matcher(sql).matches();
  }

  /** Whether Spark reads a question for Delta as one about a column of a table of this name. */
  static boolean isKeyword(String table) {
    return table.equalsIgnoreCase("history") || table.equalsIgnoreCase("detail");
  }
}
