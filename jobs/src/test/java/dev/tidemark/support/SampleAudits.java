package dev.tidemark.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rule by which the sample's {@code guide_audits.csv} was made from its observations; the
 * sample's README tells it in words. Run with the sample's folder, it writes the file again.
 */
public final class SampleAudits {
  /**
   * One element of the guide.
   *
   * @param text what the first channel says
   * @param rewritten the same in other writings
   * @param other what it says where the channels differ
   */
  private record Element(String id, String text, List<String> rewritten, String other) {}

  private static final List<Element> ELEMENTS =
      List.of(
          new Element("fee", "不收费", List.of("免费", "不收费。"), "20元"),
          new Element("phone", "12345", List.of("１２３４５", "12345。"), "12315"),
          new Element("time-limit", "5个工作日", List.of("５ 个工作日", "五个工作日", "5 working days"), "3个工作日"),
          new Element(
              "materials",
              "公司登记（备案）申请书、公司章程、住所使用证明",
              List.of("公司登记(备案)申请书，公司章程，住所使用证明。", "公司登记（备案）申请书、 公司章程、 住所使用证明"),
              "公司登记（备案）申请书、公司章程"),
          new Element(
              "address", "市政务服务中心2楼A区", List.of("市政务服务中心二楼Ａ区", "市政务服务中心 2楼a区"), "市政务服务中心1楼"),
          new Element(
              "office-hours",
              "周一至周五9:00—17:00",
              List.of("周一至周五 9：00-17：00", "周一至周五９:００～１７:００"),
              "周一至周五9:00—12:00"),
          new Element(
              "procedure",
              "申请、受理、审查、决定、送达",
              List.of("申请，受理，审查，决定，送达", "申请、受理、审查、决定、送达。"),
              "申请、审查、送达"),
          new Element(
              "eligibility",
              "有公司名称、住所和章程；股东符合法定人数",
              List.of("有公司名称、住所和章程;股东符合法定人数", "有公司名称、住所和章程； 股东符合法定人数。"),
              "有公司名称和住所"),
          new Element(
              "legal-basis",
              "《中华人民共和国公司法》第六条",
              List.of("「中华人民共和国公司法」第6条", "《中华人民共和国公司法》 第六条"),
              "《中华人民共和国公司登记管理条例》第二条"),
          new Element("result", "营业执照（正本、副本）", List.of("营业执照(正本、副本)", "营业执照 （正本，副本）"), "营业执照"));

  private SampleAudits() {}

  /** Writes the file into the sample's folder. */
  public static void main(String[] args) throws IOException {
    Files.write(Path.of(args[0], "guide_audits.csv"), lines(Path.of(args[0])));
  }

  /** The file, line by line, from the sample's {@code units.csv} and {@code observations.csv}. */
  public static List<String> lines(Path sample) throws IOException {
    var places = places(sample);
    var lines = new ArrayList<String>();
    lines.add("period,unit,item,element,channel,value");
    for (var observation : Files.readAllLines(sample.resolve("observations.csv"))) {
      var cells = observation.split(",", -1);
      if (cells[2].equals("G21")) {
        lines.addAll(lines(cells[0], cells[1], places.get(cells[1]), Integer.parseInt(cells[3])));
      }
    }
    return lines;
  }

  private static List<String> lines(String period, String unit, int city, int agreeing) {
    int wave = period.equals("W1") ? 0 : 1;
    int first = city % 3;
    var lines = new ArrayList<String>();
    for (int place = 0; place < ELEMENTS.size(); place++) {
      var element = ELEMENTS.get(place);
      int turn = Math.floorMod(place - first, ELEMENTS.size());
      var other =
          turn < ELEMENTS.size() - agreeing
              ? turn % 4 == 3 ? "" : element.other()
              : written(element, city + wave + place);
      var line = "%s,%s,company-registration,%s,".formatted(period, unit, element.id());
      lines.add(line + "web," + element.text());
      lines.add(line + "one-window," + other);
    }
    return lines;
  }

  /** The same text in one of its writings. */
  private static String written(Element element, int choice) {
    int writing = choice % (element.rewritten().size() + 1);
    return writing == 0 ? element.text() : element.rewritten().get(writing - 1);
  }

  /** Each city's place in the file of units, from 0. */
  private static Map<String, Integer> places(Path sample) throws IOException {
    var units =
        Files.readAllLines(sample.resolve("units.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1)[0])
            .collect(Collectors.toList());
    var places = new LinkedHashMap<String, Integer>();
    units.forEach(unit -> places.put(unit, places.size()));
    return places;
  }
}
