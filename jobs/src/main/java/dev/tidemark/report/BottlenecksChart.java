package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.table.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Where what citizens write about is stuck: departments by stages. */
final class BottlenecksChart {
  private BottlenecksChart() {}

  /** Draws it, where the table is there. */
  static Optional<Chart> of(Source source) {
    var stuck =
        source.gold().of(Tables.BOTTLENECKS).stream()
            .filter(Gold.is(PERIOD, source.to()))
            .filter(row -> row.getAs(DEPARTMENT) != null && row.getAs(STAGE) != null)
            .sorted(
                Comparator.comparing(
                        (Row row) -> row.<Integer>getAs(RANK),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(row -> row.<String>getAs(DEPARTMENT)))
            .toList();
    if (stuck.isEmpty()) {
      return Optional.empty();
    }
    var grid =
        Grid.of(
            "row",
            "row_zh",
            "row_en",
            "column",
            "column_zh",
            "column_en",
            "text",
            "value",
            "unresolved_rate",
            "n",
            "late_rate",
            "p_value");
    for (var row : stuck) {
      var stage = source.names().stage(row.getAs(STAGE));
      var department = row.<String>getAs(DEPARTMENT);
      grid.row(
          department,
          department,
          department,
          row.getAs(STAGE),
          stage.zh(),
          stage.en(),
          Rounding.percent(Gold.number(row, UNRESOLVED_RATE))
              + " · "
              + Rounding.count(row.<Number>getAs(N)),
          row.getAs(RANK) == null ? null : Gold.number(row, UNRESOLVED_RATE),
          Gold.number(row, UNRESOLVED_RATE),
          row.getAs(N),
          Gold.number(row, LATE_RATE),
          Gold.number(row, P_VALUE));
    }
    var worst = stuck.stream().filter(Gold.is(RANK, 1)).findFirst();
    return Optional.of(
        new Chart(
            "bottlenecks",
            "matrix",
            new Title(
                "堵点：部门 × 环节的未解决率", "Bottlenecks: share not resolved, by department and stage"),
            worst
                .map(
                    row ->
                        List.of(
                            Words.of(
                                "堵得最厉害的是%s的%s：未解决 %s（n = %s）。",
                                "Most stuck is %s at %s: %s not resolved (n = %s).",
                                row.<String>getAs(DEPARTMENT),
                                source.names().stage(row.getAs(STAGE)),
                                Rounding.percent(Gold.number(row, UNRESOLVED_RATE)),
                                row.getAs(N))))
                .orElse(List.of()),
            Words.of(
                "每格为未解决率与 n（留言数），留言太少不排名的不着色；%s；%s。",
                "Each cell: share not resolved, and n, messages; without colour where they are too few for a rank; %s; %s.",
                source.names().period(source.to()),
                Source.oneDigit()),
            grid.build(),
            Map.of("good", "less", "columns", source.names().stages())));
  }
}
