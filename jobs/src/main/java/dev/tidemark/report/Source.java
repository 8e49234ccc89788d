package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import dev.tidemark.table.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * What every chapter is written from.
 *
 * @param gold the rows
 * @param names what to call things
 * @param confidence level of the intervals, 0 to 1
 */
record Source(Gold gold, Names names, double confidence) {
  private static final int NAMED = 12;
  private static final List<String> VERDICTS =
      List.of("improved", "declined", "unchanged", "inconclusive");

  String from() {
    return gold.from();
  }

  String to() {
    return gold.to();
  }

  /** Such as: Wave 1 → Wave 2. */
  Title span() {
    return Words.of("%s → %s", "%s → %s", names.period(from()), names.period(to()));
  }

  /** Rows of a table of changes about one scope. */
  Stream<Row> changes(TableSpec table, String scope) {
    return gold.where(table, SCOPE, scope);
  }

  Title level() {
    return Title.of(Rounding.plain(100 * confidence, 0) + "%");
  }

  /** What a chart's figures rest on. */
  Title note(Title n, Title rounding) {
    return Words.of("%s；%s；%s。", "%s; %s; %s.", n, span(), rounding);
  }

  /** How many, of what is assessed. */
  static Title units(long n) {
    return Words.of("n = %s 个评估对象", "n = %s units", Rounding.count(n));
  }

  static Title twoDigits() {
    return new Title("四舍五入至两位小数", "rounded half-up to two digits");
  }

  static Title oneDigit() {
    return new Title("百分比四舍五入至一位小数", "percentages rounded half-up to one digit");
  }

  static Title counts() {
    return new Title("均为计数，未作取整", "counts, not rounded");
  }

  /** What became of each, verdict by verdict: a sentence for each verdict that was reached. */
  static List<Title> verdicts(List<Row> rows, Function<Row, Title> name) {
    var phrases =
        Map.of(
            "improved", new Title("提升：%s。", "Improved: %s."),
            "declined", new Title("下降：%s。", "Declined: %s."),
            "unchanged", new Title("可确认未变：%s。", "Shown to be unchanged: %s."),
            "inconclusive", new Title("数据不足以判定：%s。", "The data do not tell: %s."));
    return VERDICTS.stream()
        .map(
            verdict -> {
              var told =
                  rows.stream()
                      .filter(Gold.is(VERDICT, verdict))
                      .map(
                          row ->
                              Words.of(
                                  "%s（%s）",
                                  "%s (%s)",
                                  name.apply(row),
                                  Rounding.signed(Gold.number(row, CHANGE))))
                      .toList();
              var phrase = phrases.get(verdict);
              return told.isEmpty()
                  ? Words.NOTHING
                  : Words.of(phrase.zh(), phrase.en(), some(told));
            })
        .filter(sentence -> !sentence.equals(Words.NOTHING))
        .toList();
  }

  /** Names of which nobody would read more; the table below has them. */
  private static Title some(List<Title> names) {
    return names.size() <= NAMED
        ? Words.list(names)
        : Words.of(
            "%s等 %s 个",
            "%s and %s more",
            Words.list(names.subList(0, NAMED)),
            new Title(String.valueOf(names.size()), String.valueOf(names.size() - NAMED)));
  }

  /** A change with its interval and verdict, in words. */
  Title told(Row row, int digits) {
    return Words.of(
        "%s，%s 区间 %s，结论：%s",
        "%s, %s interval %s: %s",
        Rounding.signed(Gold.number(row, CHANGE), digits),
        level(),
        Rounding.interval(Gold.number(row, CI_LOW), Gold.number(row, CI_HIGH)),
        Vocabulary.of(Gold.text(row, VERDICT)));
  }

  /** A page's table headings: Chinese and English by turns. */
  static List<Title> head(String... words) {
    return java.util.stream.IntStream.range(0, words.length / 2)
        .mapToObj(i -> new Title(words[2 * i], words[2 * i + 1]))
        .toList();
  }
}
