package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import dev.tidemark.table.Tables;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/** What to put online next. */
final class PromotionChapter {
  private PromotionChapter() {}

  static Chapter of(Source source) {
    var rows =
        source
            .gold()
            .where(Tables.PROMOTION_LIST, PERIOD, source.to())
            .sorted(
                Comparator.comparing(
                        (Row row) -> row.<Integer>getAs(RANK),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(row -> row.<String>getAs(ITEM)))
            .toList();
    return new Chapter(
        "promotion",
        new Title("优先推行网办的事项", "What to put online next"),
        rows.isEmpty() ? List.of() : List.of(table(source, rows)));
  }

  private static ShownTable table(Source source, List<Row> rows) {
    var table =
        new ShownTable.Builder(
                "promotion",
                new Title("推行清单", "The list"),
                Source.head(
                    "名次",
                    "Rank",
                    "事项",
                    "Item",
                    "得分",
                    "Score",
                    "年办件量（均值）",
                    "Applications a year, mean",
                    "平均跑动次数",
                    "Mean visits",
                    "痛点",
                    "Pain",
                    "成熟度",
                    "Readiness",
                    "已全程网办",
                    "Online already",
                    "所缺技术",
                    "Missing technology"),
                "rank",
                "item",
                "name_zh",
                "name_en",
                "score",
                "demand",
                "demand_source",
                "visits",
                "pain",
                "readiness",
                "online_units",
                "n_units",
                "enabling_technology")
            .note(
                Words.of(
                    "得分为需求、跑动、痛点、成熟度四项的加权几何平均（0 至 100），各项由表中各列换算；%s；n 见“已全程网办”；%s，%s。",
                    "Score: weighted geometric mean of demand, visits, pain and readiness, 0 to 100, each part made from its column; %s; n as in online already; %s; %s.",
                    source.names().period(source.to()),
                    Source.twoDigits(),
                    Source.oneDigit()));
    var first = rows.get(0);
    if (first.getAs(SCORE) != null) {
      table.says(
          Words.of(
              "首先推行%s：得分 %s，平均跑动 %s 次，%s / %s 个对象已全程网办。",
              "First comes %s: score %s, %s visits on average, online already in %s of %s units.",
              name(first),
              Rounding.points(first.getAs(SCORE)),
              Rounding.points(first.getAs(VISITS)),
              first.getAs(ONLINE_UNITS),
              first.getAs(N_UNITS)));
    }
    for (var row : rows) {
      boolean isCounted = "items".equals(row.getAs(DEMAND_SOURCE));
      table.row(
          List.of(
              Cell.count(row.<Integer>getAs(RANK)),
              Cell.text(name(row)),
              Cell.points(row.getAs(SCORE)),
              isCounted
                  ? Cell.number(row.<Double>getAs(DEMAND), Rounding.whole(row.getAs(DEMAND)))
                  : Cell.text((String) null),
              Cell.points(row.getAs(VISITS)),
              Cell.percent(row.getAs(PAIN)),
              Cell.percent(row.getAs(READINESS)),
              Cell.number(
                  row.<Long>getAs(ONLINE_UNITS),
                  row.getAs(ONLINE_UNITS) == null
                      ? Rounding.NONE
                      : row.getAs(ONLINE_UNITS) + " / " + row.getAs(N_UNITS)),
              Cell.text(Vocabulary.of(row.getAs(ENABLING_TECHNOLOGY)))),
          row.getAs(RANK),
          row.getAs(ITEM),
          name(row).zh(),
          name(row).en(),
          row.getAs(SCORE),
          row.getAs(DEMAND),
          row.getAs(DEMAND_SOURCE),
          row.getAs(VISITS),
          row.getAs(PAIN),
          row.getAs(READINESS),
          row.getAs(ONLINE_UNITS),
          row.getAs(N_UNITS),
          row.getAs(ENABLING_TECHNOLOGY));
    }
    return table.build();
  }

  private static Title name(Row row) {
    return new Title(row.getAs(TITLE_ZH), row.getAs(TITLE_EN));
  }
}
