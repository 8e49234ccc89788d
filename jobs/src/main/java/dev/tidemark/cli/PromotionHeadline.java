package dev.tidemark.cli;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.Period;
import dev.tidemark.framework.Title;
import dev.tidemark.table.Tables;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** What to put online next, what is asked again, and how catalogues keep to their standard. */
record PromotionHeadline(Brief brief) {
  private static final int SHOWN = 3;
  private static final String NONE = "–";

  static void print(Brief brief) {
    var headline = new PromotionHeadline(brief);
    headline.printNext();
    headline.printAskedAgain();
    headline.printCatalogues();
  }

  private void printNext() {
    var table =
        new TextTable()
            .row(
                "Put online next 下一步推广, " + brief.last(),
                "score",
                "visits",
                "one too many",
                "no visit in",
                "missing technology",
                "lack it",
                "have it elsewhere",
                "claim more than measured");
    brief
        .lake()
        .read(Tables.PROMOTION_LIST)
        .where(col(PERIOD).equalTo(brief.last()).and(col(RANK).leq(SHOWN)))
        .orderBy(RANK, ITEM)
        .collectAsList()
        .forEach(row -> table.row(next(row)));
    table.print(brief.out());
  }

  private static String[] next(Row row) {
    var missing =
        row.<Row>getList(row.fieldIndex(TECHNOLOGIES)).stream()
            .filter(technology -> technology.getAs(TECHNOLOGY) != null)
            .findFirst();
    return new String[] {
      "  %d. %s"
          .formatted(
              row.<Integer>getAs(RANK),
              Headline.both(new Title(row.getAs(TITLE_ZH), row.getAs(TITLE_EN)))),
      Figures.round(row, SCORE),
      Figures.round(row, VISITS),
      Figures.percent(row, PAIN),
      String.valueOf(row.<Long>getAs(ONLINE_UNITS)),
      missing.map(technology -> technology.<String>getAs(TECHNOLOGY)).orElse(NONE),
      missing.map(technology -> technology.<Long>getAs(N_UNITS).toString()).orElse(NONE),
      missing.map(technology -> technology.<Long>getAs(EQUIPPED_UNITS).toString()).orElse(NONE),
      "%d of %d".formatted(row.<Long>getAs(OVERCLAIMED_UNITS), row.<Long>getAs(CLAIMED_UNITS))
    };
  }

  private void printAskedAgain() {
    var again =
        brief
            .lake()
            .read(Tables.DATA_SHARING_DEMANDS)
            .where(col(PERIOD).equalTo(brief.last()).and(col(RANK).leq(SHOWN)))
            .orderBy(RANK, HOLDING_DEPARTMENT, FIELD)
            .collectAsList()
            .stream()
            .map(
                row ->
                    "%s, held by %s (%d)"
                        .formatted(
                            row.<String>getAs(FIELD),
                            row.<String>getAs(HOLDING_DEPARTMENT),
                            row.<Long>getAs(N_UNITS)))
            .collect(Collectors.joining("; "));
    if (!again.isEmpty()) {
      brief.out().println("  asked again 重复填报, units: " + again);
    }
    brief.out().println();
  }

  private void printCatalogues() {
    if (!brief.lake().has(Tables.CATALOGUE_SUMMARY)) {
      return;
    }
    var table =
        new TextTable()
            .row(
                "Catalogues 事项目录",
                "same as above",
                "differing",
                "missing",
                "single entry",
                "not updated since policy");
    brief
        .lake()
        .read(Tables.CATALOGUE_SUMMARY)
        .where(col(GROUP_BY).equalTo(Period.ALL).and(col(LEVEL).notEqual(Period.ALL)))
        .where(col(COMPARED).gt(0))
        .orderBy(PERIOD, LEVEL)
        .collectAsList()
        .forEach(
            row ->
                table.row(
                    "  %s %s".formatted(row.<String>getAs(PERIOD), row.<String>getAs(LEVEL)),
                    Figures.percent(row, STANDARDISATION_RATE),
                    String.valueOf(row.<Long>getAs(DIFFERING)),
                    String.valueOf(row.<Long>getAs(MISSING)),
                    Figures.percent(row, SINGLE_ENTRY_SHARE),
                    Figures.percent(row, STALE_SHARE)));
    table.print(brief.out());
    brief.out().println();
  }
}
