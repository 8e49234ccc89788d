package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import dev.tidemark.table.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** The units that did not keep the floor. */
final class ShortfallTable {
  /** A page with more would be slow to open. */
  private static final int LISTED = 1000;

  private ShortfallTable() {}

  /** Those of the later period, the longest wait first; empty if all kept it. */
  static Optional<ShownTable> of(Source source) {
    var rows =
        source
            .gold()
            .where(Tables.SERVICE_SHORTFALLS, PERIOD, source.to())
            .sorted(
                Comparator.comparing((Row row) -> -row.<Integer>getAs(LONGEST_WORKING_DAYS))
                    .thenComparing(row -> row.<String>getAs(UNIT)))
            .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var table =
        new ShownTable.Builder(
                "service-shortfalls",
                new Title("未守住时限的对象", "Units that did not keep the floor"),
                Source.head(
                    "对象",
                    "Unit",
                    "类别",
                    "Kind",
                    "到期",
                    "Due",
                    "按时",
                    "In time",
                    "超时",
                    "Late",
                    "未答复",
                    "Unanswered",
                    "最长等待（工作日）",
                    "Longest wait, working days"),
                "unit",
                "name_zh",
                "name_en",
                "kind",
                "n_due",
                "within_due",
                "late",
                "unanswered",
                "longest_working_days")
            .searched(20)
            .note(
                Words.join(
                    Words.of(
                        "%s；%s 条；件数少时比例说明不了多少。",
                        "%s; %s rows; with few enquiries a share says little.",
                        source.names().period(source.to()),
                        Rounding.count(rows.size())),
                    rows.size() <= LISTED
                        ? Words.NOTHING
                        : Words.of(
                            "此处列出等待最长的 %s 条；全部见工作簿。",
                            "Listed are the %s longest waits; the workbook has the others.",
                            Rounding.count(LISTED))));
    for (var row : rows.subList(0, Math.min(LISTED, rows.size()))) {
      var unit = row.<String>getAs(UNIT);
      var name = source.names().unit(unit);
      table.row(
          List.of(
              Cell.text(name).to(FileName.unit(unit)),
              Cell.text(Vocabulary.of(row.getAs(KIND))),
              Cell.count(row.<Long>getAs(N_DUE)),
              Cell.count(row.<Long>getAs(WITHIN_DUE)),
              Cell.count(row.<Long>getAs(LATE)),
              Cell.count(row.<Long>getAs(UNANSWERED)),
              Cell.count(row.<Integer>getAs(LONGEST_WORKING_DAYS))),
          unit,
          name.zh(),
          name.en(),
          row.getAs(KIND),
          row.getAs(N_DUE),
          row.getAs(WITHIN_DUE),
          row.getAs(LATE),
          row.getAs(UNANSWERED),
          row.getAs(LONGEST_WORKING_DAYS));
    }
    return Optional.of(table.build());
  }
}
