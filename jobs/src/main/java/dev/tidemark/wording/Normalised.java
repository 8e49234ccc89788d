package dev.tidemark.wording;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.try_element_at;

import dev.tidemark.framework.ChannelRules;
import dev.tidemark.framework.ChannelRules.Normalisation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * A text in the form in which texts are compared; docs/channels.md lists every replacement.
 *
 * <p>All of it are Spark's own functions of one row. The form is nested a fixed number of times,
 * however many equivalents there are: these are brought into their form beforehand.
 */
public final class Normalised {
  /** Forms that Unicode takes apart into several characters, of those that guides have. */
  private static final Map<String, String> TAKEN_APART =
      inOrder("㎡", "m2", "㎥", "m3", "℃", "°C", "№", "No", "…", "...");

  /** By the character they become. */
  private static final Map<String, String> PUNCTUATION =
      inOrder(
          ".", "。．｡",
          ",", "，、､",
          ";", "；",
          ":", "：",
          "!", "！",
          "?", "？",
          "(", "（【〔〖［[",
          ")", "）】〕〗］]",
          "\"", "'‘’“”„＂＇「」『』《》〈〉｢｣",
          "-", "‐‑‒–—―−－~～〜");

  private static final String NUMERALS = "零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖拾";
  private static final String DIGITS = "001122233445566778899十";

  /** In this order: tens between digits, after one, before one, alone. */
  private static final Map<String, String> TENS =
      inOrder("(?<=[1-9])十(?=[0-9])", "", "(?<=[1-9])十", "0", "十(?=[0-9])", "1", "十", "10");

  /** What stands behind a number; the longer words first. */
  private static final Map<String, String> UNITS =
      inOrder(
          behindNumber("工作日|工作天|working ?days?|business ?days?|work ?days?"),
          "个工作日",
          behindNumber("自然日|日历日|日历天|calendar ?days?"),
          "个自然日",
          behindNumber("小时|钟头|hours?|hrs?"),
          "小时",
          behindNumber("分钟|minutes?|mins?"),
          "分钟",
          "(?i)(?<=[0-9])\\s*(?:天|days?(?![a-z]))",
          "天",
          "(?i)(?<=[0-9])\\s*(?:个\\s*月|months?(?![a-z]))",
          "个月",
          "(?i)(?<=[0-9])\\s*(?:元人民币|人民币元|元|yuan|rmb|cny)(?![a-z])",
          "元");

  private static final Rewrite NFKC =
      new Rewrite.Characters(SingleForms.NFKC.forms(), SingleForms.NFKC.plain());

  private static final String LAST_PUNCTUATION = "[\\s.,;。，、；]+$";

  private Normalised() {}

  /** The form; null of a null, and of a text of which nothing is left. */
  public static Column of(Column text, ChannelRules rules) {
    var rewrites = rewrites(rules.normalisation());
    var form = text;
    for (var rewrite : rewrites) {
      form = rewrite.of(form);
    }
    var firsts = Equivalents.of(rules.equivalents(), same -> form(same, rewrites));
    if (!firsts.isEmpty()) {
      form = coalesce(try_element_at(lookup(firsts), form), form);
    }
    return nullif(form, lit(""));
  }

  private static String form(String text, List<Rewrite> rewrites) {
    var form = text;
    for (var rewrite : rewrites) {
      form = rewrite.of(form);
    }
    return form;
  }

  private static Column lookup(Map<String, String> firsts) {
    return map(
        firsts.entrySet().stream()
            .flatMap(first -> Stream.of(lit(first.getKey()), lit(first.getValue())))
            .toArray(Column[]::new));
  }

  private static List<Rewrite> rewrites(Set<Normalisation> rules) {
    return Stream.of(Normalisation.values())
        .filter(rules::contains)
        .flatMap(Normalised::rewrites)
        .toList();
  }

  private static Stream<Rewrite> rewrites(Normalisation rule) {
    return switch (rule) {
      case WIDTH -> Stream.concat(apart(), Stream.of(NFKC));
      case CASE -> Stream.of(new Rewrite.LowerCase());
      case PUNCTUATION -> Stream.of(punctuation(), new Rewrite.Pattern(LAST_PUNCTUATION, ""));
      case NUMBERS ->
          Stream.concat(Stream.of(new Rewrite.Characters(NUMERALS, DIGITS)), patterns(TENS));
      case UNITS -> patterns(UNITS);
      case SPACES -> Stream.of(new Rewrite.Characters(SingleForms.BLANKS, ""));
    };
  }

  private static Stream<Rewrite> apart() {
    return TAKEN_APART.entrySet().stream()
        .map(form -> new Rewrite.Literal(form.getKey(), form.getValue()));
  }

  private static Rewrite punctuation() {
    var from = new StringBuilder();
    var to = new StringBuilder();
    PUNCTUATION.forEach(
        (mark, forms) -> {
          from.append(forms);
          to.append(mark.repeat(forms.length()));
        });
    return new Rewrite.Characters(from.toString(), to.toString());
  }

  private static Stream<Rewrite> patterns(Map<String, String> replacements) {
    return replacements.entrySet().stream()
        .map(replacement -> new Rewrite.Pattern(replacement.getKey(), replacement.getValue()));
  }

  private static String behindNumber(String words) {
    return "(?i)(?<=[0-9])\\s*(?:个\\s*)?(?:" + words.replace(" ?", "[\\s-]*") + ")(?![a-z])";
  }

  private static Map<String, String> inOrder(String... fromTo) {
    var ordered = new LinkedHashMap<String, String>();
    for (int i = 0; i < fromTo.length; i += 2) {
      ordered.put(fromTo[i], fromTo[i + 1]);
    }
    return ordered;
  }
}
