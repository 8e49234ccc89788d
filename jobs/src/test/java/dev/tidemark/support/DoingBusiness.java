package dev.tidemark.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The published file of "starting a business", and deliveries made from it. */
public final class DoingBusiness {
  private static final Map<String, String> PART_SCORES =
      leaves("score_procedures", "score_time", "score_cost", "score_min_capital");
  private static final Map<String, String> RAW_VALUES =
      leaves("procedures", "time_days", "cost_pct_income", "min_capital_pct");

  private final List<Map<String, String>> rows;

  private DoingBusiness(List<Map<String, String>> rows) {
    this.rows = rows;
  }

  /** Reads it, or skips the test that asks; the note at its end has no year and is left out. */
  public static DoingBusiness read() throws IOException {
    var file = SharedData.file("doing-business/starting_a_business_2004_2020.csv");
    var lines = Files.readAllLines(file).stream().map(DoingBusiness::cells).toList();
    var header = lines.get(0);
    var rows = new ArrayList<Map<String, String>>();
    for (var cells : lines.subList(1, lines.size())) {
      var row = new HashMap<String, String>();
      for (int i = 0; i < header.size() && cells.size() == header.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      if (!row.getOrDefault("db_year", "").isEmpty()) {
        rows.add(row);
      }
    }
    return new DoingBusiness(rows);
  }

  /** Published composites by "period unit". */
  public Map<String, Double> composites() {
    var composites = new HashMap<String, Double>();
    for (var row : rows) {
      if (isNumber(row.get("score_starting_business"))) {
        composites.put(
            period(row) + " " + row.get("country_code"),
            Double.valueOf(row.get("score_starting_business")));
      }
    }
    return composites;
  }

  /** Published ranks of the 2020 edition by unit. */
  public Map<String, Integer> ranksIn2020() {
    var ranks = new HashMap<String, Integer>();
    rows.stream()
        .filter(DoingBusiness::isRanked)
        .forEach(
            row ->
                ranks.put(
                    row.get("country_code"),
                    (int) Double.parseDouble(row.get("rank_starting_business"))));
    return ranks;
  }

  /** Published scores of the parts, of all units and editions. */
  public Delivery partScores() {
    return new Delivery("framework-part-scores.yaml", PART_SCORES, rows);
  }

  /** Published raw values, of all units and editions. */
  public Delivery rawValues() {
    return new Delivery("framework.yaml", RAW_VALUES, rows);
  }

  /** Published scores of the parts in the 2020 edition, of units that have a published rank. */
  public Delivery rankedIn2020() {
    return new Delivery(
        "framework-part-scores.yaml",
        PART_SCORES,
        rows.stream().filter(DoingBusiness::isRanked).toList());
  }

  /**
   * Procedures of men by "period unit", where a whole number was published. Seven economies are
   * means of two cities, with fractions, and no counts; their cities are units of their own.
   */
  public Map<String, Integer> procedures() {
    var procedures = new HashMap<String, Integer>();
    rows.stream()
        .filter(row -> row.get("procedures_men").matches("[0-9]+"))
        .forEach(
            row ->
                procedures.put(
                    period(row) + " " + row.get("country_code"),
                    Integer.valueOf(row.get("procedures_men"))));
    return procedures;
  }

  /** Writes {@code framework.yaml}, {@code units.csv}, and procedures as {@code visits.csv}. */
  public void writeProceduresTo(Path folder) throws IOException {
    rawValues().writeTo(folder);
    Files.delete(folder.resolve("observations.csv"));
    var stages = "\nvisits: {stages: [{id: procedures}], at-most: 3}\n";
    var framework = folder.resolve("framework.yaml");
    Files.writeString(framework, Files.readString(framework) + stages);
    var visits =
        procedures().entrySet().stream()
            .map(
                entry ->
                    "%s,procedures,%d"
                        .formatted(entry.getKey().replace(' ', ','), entry.getValue()))
            .sorted()
            .toList();
    Delivery.write(folder.resolve("visits.csv"), "period,unit,stage,visits", visits);
  }

  private static Map<String, String> leaves(
      String procedures, String time, String cost, String capital) {
    var leaves = new LinkedHashMap<String, String>();
    for (var who : List.of("men", "women")) {
      leaves.put("procedures_" + who, procedures + "_" + who);
      leaves.put("time_" + who, time + "_" + who);
      leaves.put("cost_" + who, cost + "_" + who);
    }
    leaves.put("min_capital", capital);
    return leaves;
  }

  private static String period(Map<String, String> row) {
    return "DB" + row.get("db_year");
  }

  private static boolean isRanked(Map<String, String> row) {
    return isNumber(row.get("rank_starting_business"));
  }

  private static boolean isNumber(String cell) {
    return !cell.isEmpty() && !cell.equals("..");
  }

  /** The cells of a line; the file's quoted cells have no quote and no line break inside. */
  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean isQuoted = false;
    for (char c : line.replace("\uFEFF", "").toCharArray()) {
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  /**
   * A framework file, its units and their observations.
   *
   * @param framework one of the files in {@code src/test/resources/doing-business}
   * @param leaves the published column of each leaf
   */
  public record Delivery(
      String framework, Map<String, String> leaves, List<Map<String, String>> rows) {
    /** Writes {@code framework.yaml}, {@code units.csv} and {@code observations.csv}. */
    public void writeTo(Path folder) throws IOException {
      try (var yaml = DoingBusiness.class.getResourceAsStream("/doing-business/" + framework)) {
        Files.copy(yaml, folder.resolve("framework.yaml"));
      }
      var units = new LinkedHashMap<String, String>();
      var observations = new LinkedHashSet<String>();
      for (var row : rows) {
        var unit = row.get("country_code");
        units.putIfAbsent(
            unit,
            "%s,\"%s\",\"%s\",\"%s\""
                .formatted(unit, row.get("economy"), row.get("region"), row.get("income_group")));
        leaves.forEach(
            (leaf, column) ->
                observations.add(
                    "%s,%s,%s,%s".formatted(period(row), unit, leaf, row.get(column))));
      }
      write(folder.resolve("units.csv"), "unit,name,region,income_group", units.values());
      write(folder.resolve("observations.csv"), "period,unit,indicator,value", observations);
    }

    private static void write(Path file, String header, Iterable<String> lines) throws IOException {
      var all = new ArrayList<String>();
      all.add(header);
      lines.forEach(all::add);
      Files.write(file, all);
    }
  }
}
