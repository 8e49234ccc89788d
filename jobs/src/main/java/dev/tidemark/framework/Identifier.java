package dev.tidemark.framework;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that become column names, folder names and keys of tables. */
final class Identifier {
  /** Also the pattern in {@code docs/framework.schema.json}. */
  static final String PATTERN = "^[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}_-]{0,63}$";

  private static final Pattern RULE = Pattern.compile(PATTERN);
  private static final String RULE_IN_WORDS =
      "letters (of any script), digits, _ and -, beginning with a letter or a digit, at most 64";

  private Identifier() {}

  /** An identifier; empty, with a fault, if the node is none. */
  static Optional<String> of(YamlNode node, Faults faults) {
    return Value.text(node, faults).filter(text -> isGood(text, node.place(), faults));
  }

  /** An identifier beside which tables have a row of all; empty, with a fault, if it is none. */
  static Optional<String> besideAll(YamlNode node, Faults faults) {
    return of(node, faults)
        .filter(
            id -> {
              if (isAll(id)) {
                faults.add(node.place(), NOT_ALL);
              }
              return !isAll(id);
            });
  }

  static final String NOT_ALL = "\"all\" is the id of all of them together; choose another";

  /** Whether it is the id under which tables hold the whole. */
  static boolean isAll(String id) {
    return fold(id).equals(Period.ALL);
  }

  /** What two ids share if tables cannot tell them apart: Spark's columns ignore case. */
  static String fold(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  private static boolean isGood(String text, Place place, Faults faults) {
    if (RULE.matcher(text).matches()) {
      return true;
    }
    faults.add(place, "%s is no id; ids are %s".formatted(Quote.of(text), RULE_IN_WORDS));
    return false;
  }
}
