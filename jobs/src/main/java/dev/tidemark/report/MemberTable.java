package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.table.Tables;
import java.util.Comparator;
import java.util.List;

/** The units of a group, by rank. */
final class MemberTable {
  private MemberTable() {}

  static ShownTable of(Source source, List<String> members) {
    var root = source.names().root().id();
    var rows =
        Gold.only(
            source
                .gold()
                .where(Tables.INDEX_SCORES, PERIOD, source.to())
                .filter(Gold.is(NODE, root)),
            UNIT);
    var table =
        new ShownTable.Builder(
                "members",
                Words.NOTHING,
                Source.head("排名", "Rank", "对象", "Unit", "总指数", "Index"),
                "rank",
                "unit",
                "name_zh",
                "name_en",
                "score")
            .note(
                Words.of(
                    "%s；排名为全部对象中的名次；%s。",
                    "%s; ranks are among all units; %s.",
                    source.names().period(source.to()),
                    Source.twoDigits()));
    members.stream()
        .sorted(
            Comparator.comparing(
                (String unit) ->
                    rows.containsKey(unit) ? rows.get(unit).<Integer>getAs(RANK) : null,
                Comparator.nullsLast(Comparator.naturalOrder())))
        .forEach(
            unit -> {
              var row = rows.get(unit);
              var name = source.names().unit(unit);
              Integer rank = row == null ? null : row.getAs(RANK);
              table.row(
                  List.of(
                      Cell.count(rank),
                      Cell.text(name).to(FileName.unit(unit)),
                      Cell.points(Gold.number(row, SCORE))),
                  rank,
                  unit,
                  name.zh(),
                  name.en(),
                  Gold.number(row, SCORE));
            });
    return table.build();
  }
}
