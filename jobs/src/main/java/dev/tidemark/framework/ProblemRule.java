package dev.tidemark.framework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One rule of the section {@code problems}: what is a problem, of what, and whose it is.
 *
 * @param id names it, and is part of what a problem is known by
 * @param title what reports call it
 * @param severity how bad it is
 * @param table the table or view whose rows it looks at
 * @param unit an SQL expression for the unit of a row; empty for the column {@code unit}
 * @param item SQL expressions that name the thing that has the problem; empty for the table's key
 *     without period and unit
 * @param among an SQL condition on the rows it looks at; empty for all
 * @param where the SQL condition of a problem; null where a row cannot tell
 * @param zh the Chinese message
 * @param en the English message
 * @param owner the department that has to mend it; empty if none was named
 */
public record ProblemRule(
    String id,
    Title title,
    Severity severity,
    String table,
    Optional<String> unit,
    List<String> item,
    Optional<String> among,
    String where,
    MessageText zh,
    MessageText en,
    Optional<String> owner) {
  /** The column that holds the parameters. */
  public static final String PARAMETERS = "parameters";

  private static final Pattern PARAMETER =
      Pattern.compile("\\bparameters\\s*\\.\\s*([a-z][a-z0-9_]*)", Pattern.CASE_INSENSITIVE);

  public ProblemRule {
    item = List.copyOf(item);
  }

  /** All of it that is SQL, the places in its messages among it. */
  public List<String> expressions() {
    var sql = Stream.of(unit.stream(), item.stream(), among.stream(), Stream.of(where));
    var columns = Stream.of(zh, en).flatMap(message -> message.columns().stream());
    return Stream.concat(sql.flatMap(texts -> texts), columns).toList();
  }

  /** The names of the parameters it needs. */
  Set<String> parameters() {
    var names = new TreeSet<String>();
    expressions().stream()
        .flatMap(text -> PARAMETER.matcher(text).results())
        .forEach(found -> names.add(found.group(1).toLowerCase(java.util.Locale.ROOT)));
    return names;
  }
}
