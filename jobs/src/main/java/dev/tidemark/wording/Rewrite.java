package dev.tidemark.wording;

import static org.apache.spark.sql.functions.lit;

import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** One replacement in a text, of a column or of a constant: either gives the same. */
sealed interface Rewrite {
  /** The column rewritten; null of a null. */
  Column of(Column text);

  /** The constant rewritten. */
  String of(String text);

  /**
   * One character for another.
   *
   * @param from the characters replaced
   * @param to what becomes of each, in the same places; those without a place are dropped
   */
  record Characters(String from, String to) implements Rewrite {
    @Override
    public Column of(Column text) {
      return functions.translate(text, from, to);
    }

    /** Of a character that is listed twice the first place counts, as Spark has it. */
    @Override
    public String of(String text) {
      int[] olds = from.codePoints().toArray();
      int[] news = to.codePoints().toArray();
      return text.codePoints()
          .mapToObj(
              c -> {
                int at = 0;
                while (at < olds.length && olds[at] != c) {
                  at++;
                }
                if (at == olds.length) {
                  return Character.toString(c);
                }
                return at < news.length ? Character.toString(news[at]) : "";
              })
          .collect(Collectors.joining());
    }
  }

  /**
   * A pattern, wherever it is.
   *
   * @param pattern as of {@link java.util.regex.Pattern}
   * @param by the text instead
   */
  record Pattern(String pattern, String by) implements Rewrite {
    @Override
    public Column of(Column text) {
      return functions.regexp_replace(text, lit(pattern), lit(by));
    }

    @Override
    public String of(String text) {
      return text.replaceAll(pattern, by);
    }
  }

  /**
   * A text, wherever it is.
   *
   * @param old the text replaced
   * @param by the text instead
   */
  record Literal(String old, String by) implements Rewrite {
    @Override
    public Column of(Column text) {
      return functions.replace(text, lit(old), lit(by));
    }

    @Override
    public String of(String text) {
      return text.replace(old, by);
    }
  }

  /** Small letters for capitals. */
  record LowerCase() implements Rewrite {
    @Override
    public Column of(Column text) {
      return functions.lower(text);
    }

    @Override
    public String of(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  }
}
