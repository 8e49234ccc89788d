package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** A page for each unit and for each group: the same figures, of one. */
final class Profiles {
  private final Source source;
  private final Map<String, List<Row>> unitChanges;
  private final Map<String, List<Row>> groupChanges;
  private final Map<String, Map<String, Row>> groupScores = new LinkedHashMap<>();
  private final Map<TableSpec, Map<String, List<Row>>> byUnit = new LinkedHashMap<>();

  Profiles(Source source) {
    this.source = source;
    unitChanges = Gold.by(source.changes(Tables.SCORE_CHANGES, UNIT).toList(), SCOPE_ID);
    groupChanges = new LinkedHashMap<>();
    source
        .changes(Tables.SCORE_CHANGES, "group")
        .forEach(
            row ->
                groupChanges
                    .computeIfAbsent(
                        FileName.group(row.getAs(GROUP_BY), row.getAs(SCOPE_ID)),
                        page -> new ArrayList<>())
                    .add(row));
    source
        .gold()
        .where(Tables.GROUP_SCORES, NODE, source.names().root().id())
        .filter(row -> !"all".equals(row.getAs(GROUP_BY)))
        .forEach(
            row ->
                groupScores
                    .computeIfAbsent(
                        FileName.group(row.getAs(GROUP_BY), row.getAs(GROUP_ID)),
                        page -> new LinkedHashMap<>())
                    .put(row.getAs(PERIOD), row));
    for (var table :
        List.of(
            Tables.INDEX_SCORES,
            Tables.RANK_UNCERTAINTY,
            Tables.VISIT_DRIVERS,
            Tables.PROBLEMS,
            Tables.GUIDE_ELEMENTS,
            Tables.UNIT_MOBILE_CHANNELS)) {
      byUnit.put(table, Gold.by(source.gold().of(table), UNIT));
    }
  }

  private List<Row> rows(TableSpec table, String unit) {
    return byUnit.get(table).getOrDefault(unit, List.of());
  }

  /** The pages, made one after the other as they are asked for. */
  Stream<Page> pages() {
    return Stream.concat(
        source.names().units().stream().map(this::unit),
        source.names().groupings().stream()
            .flatMap(
                by ->
                    source.names().units().stream()
                        .map(unit -> source.names().groupOf(unit, by))
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .sorted()
                        .map(group -> group(by, group))));
  }

  private Page unit(String unit) {
    var names = source.names();
    var root = names.root().id();
    var scores =
        Gold.only(rows(Tables.INDEX_SCORES, unit).stream().filter(Gold.is(NODE, root)), PERIOD);
    var ranks = Gold.only(rows(Tables.RANK_UNCERTAINTY, unit).stream(), PERIOD).get(source.to());
    var score = scores.get(source.to());
    var facts =
        score == null || score.getAs(RANK) == null
            ? new Title("后一期没有总指数。", "No index in the later period.")
            : Words.of(
                "后一期总指数 %s，第 %s 名（共 %s 个）%s",
                "Index %s in the later period, rank %s of %s%s",
                Rounding.points(score.getAs(SCORE)),
                Rounding.count(score.<Number>getAs(RANK)),
                Rounding.count(score.<Number>getAs(N_UNITS)),
                ranks == null
                    ? Title.of("")
                    : Words.of(
                        "，十分之九的抽样在第 %s 至 %s 名。",
                        ", between %s and %s in nine draws of ten.",
                        Rounding.whole(Gold.number(ranks, RANK_P05)),
                        Rounding.whole(Gold.number(ranks, RANK_P95))));
    var chapters = new ArrayList<Chapter>();
    chapters.add(
        nodes(unitChanges.getOrDefault(unit, List.of()), PeriodTable.of(source, scores, N_UNITS)));
    chapters.add(
        new Chapter(
            "visits",
            new Title("跑动次数", "Visits to an office"),
            ProfileTables.visits(source, rows(Tables.VISIT_DRIVERS, unit))));
    chapters.add(
        new Chapter(
            "services",
            new Title("服务时限", "Service levels"),
            ProfileTables.services(source, UNIT, unit)));
    chapters.add(
        new Chapter(
            "channels",
            new Title("渠道", "Channels"),
            ProfileChannels.of(
                source,
                rows(Tables.GUIDE_ELEMENTS, unit),
                rows(Tables.UNIT_MOBILE_CHANNELS, unit))));
    var problems = rows(Tables.PROBLEMS, unit);
    chapters.add(
        new Chapter(
            "problems",
            new Title("问题与整改", "Problems and rectification"),
            problems.isEmpty() ? List.of() : List.of(ProblemList.ofOneUnit(source, problems))));
    var issues = IssuesChapter.current(source).stream().filter(Gold.is(TOP_UNIT, unit)).toList();
    chapters.add(
        new Chapter(
            "issues",
            new Title("在此留言最多的诉求", "Issues that most write of here"),
            issues.isEmpty() ? List.of() : List.of(IssueList.of("issues", source, issues, false))));
    return new Page(
        FileName.unit(unit),
        names.unit(unit),
        Words.join(facts, Words.of("%s。", "%s.", source.span())),
        filled(chapters));
  }

  private Page group(String by, String group) {
    var names = source.names();
    var members = names.members(by, group);
    var chapters = new ArrayList<Chapter>();
    chapters.add(
        nodes(
            groupChanges.getOrDefault(FileName.group(by, group), List.of()),
            PeriodTable.of(
                source, groupScores.getOrDefault(FileName.group(by, group), Map.of()), null)));
    chapters.add(
        new Chapter(
            "units", new Title("组内对象", "Its units"), List.of(MemberTable.of(source, members))));
    chapters.add(
        new Chapter(
            "services",
            new Title("服务时限", "Service levels"),
            ProfileTables.services(source, by, group)));
    return new Page(
        FileName.group(by, group),
        names.group(by, group),
        Words.of("n = %s 个对象；%s。", "n = %s units; %s.", members.size(), source.span()),
        filled(chapters));
  }

  private Chapter nodes(List<Row> changes, List<Block> periods) {
    var blocks = new ArrayList<Block>();
    if (!changes.isEmpty()) {
      blocks.add(ProfileTables.nodes(source, changes));
    }
    blocks.addAll(periods);
    return new Chapter("indicators", new Title("各级指标的变化", "Change of every indicator"), blocks);
  }

  static List<Chapter> filled(List<Chapter> chapters) {
    return chapters.stream().filter(chapter -> !chapter.blocks().isEmpty()).toList();
  }
}
