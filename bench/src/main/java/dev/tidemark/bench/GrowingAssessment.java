package dev.tidemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An assessment of twelve units in four regions that grows by a week: something of every input
 * table in each of its periods, in one file for each table and week. The same every time.
 */
final class GrowingAssessment {
  private static final int UNITS = 12;
  private static final LocalDate START = LocalDate.of(2020, 1, 6);
  private static final List<String> STAGES = List.of("registration", "seal", "invoice");
  private static final List<String> LEAVES = List.of("G1", "G2", "T1", "T2");
  private static final List<String> SUBJECTS =
      List.of(
          "营业执照网上申请一直显示审核中",
          "公章刻制预约排队要等两个星期",
          "电子发票申领系统提示登录失败",
          "社保登记窗口要求重复提交材料",
          "注册地址变更需要跑三个部门",
          "办事指南和窗口说的收费不一样");
  private static final List<String> MANNERS =
      List.of("请问怎么办", "已经打过电话没有人接", "希望尽快解决", "昨天又去了一次还是不行", "邻居也遇到了");

  private final Path folder;

  GrowingAssessment(Path folder) {
    this.folder = folder;
  }

  Path framework() {
    return folder.resolve("framework.yaml");
  }

  Path input() {
    return folder.resolve("input");
  }

  Path warehouse() {
    return folder.resolve("warehouse");
  }

  /** Declares so many periods, and delivers those that were not delivered yet. */
  void grow(int periods) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(framework(), yaml(periods));
    Files.writeString(folder.resolve("units.csv"), units());
    for (int period = 1; period <= periods; period++) {
      if (!Files.exists(file("messages", period))) {
        deliver(period);
      }
    }
  }

  private void deliver(int period) throws IOException {
    write("observations", period, "period,unit,indicator,value", observations(period));
    write("visits", period, "period,unit,stage,visits,step,handled_by", visits(period));
    write(
        "enquiries",
        period,
        "id,period,unit,kind,submitted_at,answered_at,resolved",
        enquiries(period));
    write("guide_audits", period, "period,unit,item,element,channel,value", guides(period));
    write("mobile_channels", period, "period,unit,channel,maps", mobile(period));
    write("items", period, "period,unit,level,item,attribute,value", items(period));
    write("messages", period, "id,unit,created_at,text,stage,answered_at", messages(period));
  }

  private void write(String table, int period, String header, List<String> rows)
      throws IOException {
    var file = file(table, period);
    Files.createDirectories(file.getParent());
    Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
  }

  private Path file(String table, int period) {
    return input().resolve(table).resolve(id(period) + ".csv");
  }

  private static List<String> observations(int period) {
    var rows = new ArrayList<String>();
    for (int unit = 1; unit <= UNITS; unit++) {
      for (int leaf = 0; leaf < LEAVES.size(); leaf++) {
        int points = (unit * 37 + period * 11 + leaf * 23) % 101;
        rows.add("%s,u%d,%s,%d".formatted(id(period), unit, LEAVES.get(leaf), points));
      }
    }
    return rows;
  }

  private static List<String> visits(int period) {
    var rows = new ArrayList<String>();
    for (int unit = 1; unit <= UNITS; unit++) {
      for (int stage = 0; stage < STAGES.size(); stage++) {
        int visits = (unit + period + stage) % 3;
        rows.add(
            "%s,u%d,%s,%d,%s"
                .formatted(
                    id(period),
                    unit,
                    STAGES.get(stage),
                    visits,
                    visits == 0 ? ",online" : "collect,hall"));
      }
    }
    return rows;
  }

  private static List<String> enquiries(int period) {
    var day = day(period);
    var rows = new ArrayList<String>();
    for (int unit = 1; unit <= UNITS; unit++) {
      int days = 1 + (unit * 5 + period) % 12;
      rows.add(
          "%s-u%d,%s,u%d,%s,%sT09:00:00,%sT15:00:00,true"
              .formatted(
                  id(period),
                  unit,
                  id(period),
                  unit,
                  unit % 2 == 0 ? "consultation" : "complaint",
                  day,
                  day.plusDays(days)));
    }
    return rows;
  }

  private static List<String> guides(int period) {
    var rows = new ArrayList<String>();
    for (int unit = 1; unit <= UNITS; unit++) {
      var fee = (unit + period) % 4 == 0 ? "100元" : "不收费";
      rows.add("%s,u%d,company,fee,web,不收费".formatted(id(period), unit));
      rows.add("%s,u%d,company,fee,one-window,%s".formatted(id(period), unit, fee));
    }
    return rows;
  }

  private static List<String> mobile(int period) {
    return IntStream.rangeClosed(1, UNITS)
        .mapToObj(
            unit ->
                "%s,u%d,%s,%d"
                    .formatted(id(period), unit, unit % 2 == 0 ? "app" : "wechat", unit % 2))
        .toList();
  }

  private static List<String> items(int period) {
    var rows = new ArrayList<String>();
    for (int unit = 1; unit <= UNITS; unit++) {
      int days = 1 + (unit + period / 5) % 6;
      rows.add("%s,u%d,city,registration,time-limit,%d个工作日".formatted(id(period), unit, days));
      rows.add("%s,u%d,city,registration,annual-applications,%d".formatted(id(period), unit, 500));
    }
    return rows;
  }

  private static List<String> messages(int period) {
    var rows = new ArrayList<String>();
    for (int message = 0; message < 2 * UNITS; message++) {
      int subject = (message + period) % SUBJECTS.size();
      var text =
          "%s，%s。"
              .formatted(
                  SUBJECTS.get(subject), MANNERS.get((message * 3 + period) % MANNERS.size()));
      rows.add(
          "m%d-%d,u%d,%sT%02d:00:00,%s,%s,"
              .formatted(
                  period,
                  message,
                  1 + message % UNITS,
                  day(period).plusDays(message % 7),
                  8 + message % 10,
                  text,
                  STAGES.get(subject % STAGES.size())));
    }
    return rows;
  }

  private static String id(int period) {
    return "P%03d".formatted(period);
  }

  private static LocalDate day(int period) {
    return START.plusWeeks(period - 1L);
  }

  private static String units() {
    return IntStream.rangeClosed(1, UNITS)
        .mapToObj(unit -> "u%d,Unit %d,r%d".formatted(unit, unit, unit % 4))
        .collect(Collectors.joining("\n", "unit,name,region\n", "\n"));
  }

  private static String yaml(int periods) {
    return """
        id: growing
        version: "1"
        timezone: Asia/Shanghai
        periods:
        %s
        units: units.csv
        groups: [region]
        visits:
          stages: [{id: registration}, {id: seal}, {id: invoice}]
        service-levels:
          consultation: {reply-within: 5 working-days}
          complaint: {reply-within: 5 working-days}
        channels: {compare: [web, one-window]}
        problems:
          parameters: {flow_chart: G2, key_stages: [registration]}
        weights: relative
        index:
          id: overall
          children:
            - id: guide
              weight: 2
              children:
                - {id: G1, weight: 1, score: {kind: direct}}
                - {id: G2, weight: 2, score: {kind: min-max, direction: up, pool: period}}
            - id: technical
              weight: 1
              children:
                - {id: T1, weight: 1, score: {kind: linear, worst: 100, best: 0}}
                - {id: T2, weight: 1, score: {kind: direct}}
            - id: handling
              weight: 1
              children:
                - id: H1
                  weight: 1
                  from: {table: visits, value: "sum(visits)"}
                  score: {kind: linear, worst: 6, best: 0}
        """
        .formatted(
            IntStream.rangeClosed(1, periods)
                .mapToObj(
                    period ->
                        "  - {id: %s, start: %s, end: %s}"
                            .formatted(id(period), day(period), day(period).plusDays(6)))
                .collect(Collectors.joining("\n")));
  }
}
