package dev.tidemark.wording;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.ChannelRules;
import dev.tidemark.framework.ChannelRules.Normalisation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * A text in the form in which texts are compared; docs/channels.md lists every replacement.
 *
 * <p>All of it are Spark's own functions of one row, and of a constant text they are computed once.
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

  private static final String LAST_PUNCTUATION = "[\\s.,;。，、；]+$";

  private Normalised() {}

  /** The form; null of a null, and of a text of which nothing is left. */
  public static Column of(Column text, ChannelRules rules) {
    var form = form(text, rules);
    for (var meaning : rules.equivalents()) {
      var forms = meaning.stream().map(same -> (Object) form(lit(same), rules)).toArray();
      form = when(form.isin(forms), (Column) forms[0]).otherwise(form);
    }
    return nullif(form, lit(""));
  }

  private static Column form(Column text, ChannelRules rules) {
    var form = text;
    for (var rule : Normalisation.values()) {
      if (rules.normalisation().contains(rule)) {
        form = apply(rule, form);
      }
    }
    return form;
  }

  private static Column apply(Normalisation rule, Column text) {
    return switch (rule) {
      case WIDTH -> translate(apart(text), SingleForms.NFKC.forms(), SingleForms.NFKC.plain());
      case CASE -> lower(text);
      case PUNCTUATION -> regexp_replace(punctuated(text), lit(LAST_PUNCTUATION), lit(""));
      case NUMBERS -> replaced(translate(text, NUMERALS, DIGITS), TENS);
      case UNITS -> replaced(text, UNITS);
      case SPACES -> translate(text, SingleForms.BLANKS, "");
    };
  }

  private static Column apart(Column text) {
    var parts = text;
    for (var form : TAKEN_APART.entrySet()) {
      parts = replace(parts, lit(form.getKey()), lit(form.getValue()));
    }
    return parts;
  }

  private static Column punctuated(Column text) {
    var from = new StringBuilder();
    var to = new StringBuilder();
    PUNCTUATION.forEach(
        (mark, forms) -> {
          from.append(forms);
          to.append(mark.repeat(forms.length()));
        });
    return translate(text, from.toString(), to.toString());
  }

  private static Column replaced(Column text, Map<String, String> replacements) {
    var result = text;
    for (var replacement : replacements.entrySet()) {
      result = regexp_replace(result, lit(replacement.getKey()), lit(replacement.getValue()));
    }
    return result;
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
