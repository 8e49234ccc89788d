package dev.tidemark.framework;

import dev.tidemark.error.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The file of units beside the framework file. */
final class UnitFile {
  private static final String UNIT = "unit";
  private static final String NAME = "name";
  private static final String NAME_ZH = "name_zh";
  private static final String NAME_EN = "name_en";

  /** Columns with a meaning of their own, and so no grouping columns. */
  static final Set<String> OWN_COLUMNS = Set.of(UNIT, NAME, NAME_ZH, NAME_EN);

  private static final int LONGEST_ID = 100;
  private static final int LARGEST_MEGABYTES = 8;

  private final CsvTable table;
  private final FileFaults faults;
  private final Map<String, Integer> ids = new HashMap<>();

  private UnitFile(CsvTable table, FileFaults faults) {
    this.table = table;
    this.faults = faults;
  }

  /**
   * The units.
   *
   * @param folder where the framework file is
   * @param node the name of the file
   * @param groups the grouping columns, each as the framework file has it
   * @return empty, with faults, if there are no good ones
   */
  static Optional<List<Unit>> read(
      Path folder, YamlNode node, Map<String, Place> groups, Faults faults) {
    return Value.text(node, faults)
        .flatMap(
            name ->
                TextFile.readBeside(folder, name, LARGEST_MEGABYTES, "units", node.place(), faults)
                    .map(
                        text -> {
                          var own = new FileFaults(name, node.place(), faults);
                          var units = new UnitFile(CsvTable.of(text, own), own).units(groups);
                          own.tellTheRest();
                          return units;
                        }));
  }

  private List<Unit> units(Map<String, Place> groups) {
    checkHeader();
    groups.forEach(this::checkColumn);
    var units = new ArrayList<Unit>();
    if (table.header().contains(UNIT)) {
      table.rows().forEach(row -> units.add(unit(row, groups.keySet())));
    }
    return units;
  }

  private void checkHeader() {
    var header = table.header();
    if (header.isEmpty()) {
      faults.add(1, "the file is empty; its header begins with unit,name");
      return;
    }
    for (var column : List.of(UNIT, NAME)) {
      if (!header.contains(column)) {
        faults.add(
            1, "the header has no column %s%s".formatted(column, NearestName.hint(column, header)));
      }
    }
    Separator.of(String.join(",", header), List.of(UNIT, NAME))
        .ifPresent(separator -> faults.add(1, separator.hint()));
    var seen = new HashSet<String>();
    IntStream.range(0, header.size())
        .filter(i -> header.get(i).isEmpty() || !seen.add(Identifier.fold(header.get(i))))
        .forEach(
            i ->
                faults.add(
                    1,
                    header.get(i).isEmpty()
                        ? "cell %d of the header is blank".formatted(i + 1)
                        : "the header has the column %s twice".formatted(Quote.of(header.get(i)))));
  }

  private void checkColumn(String group, Place place) {
    if (!table.header().isEmpty() && !table.header().contains(group)) {
      var columns = table.header().stream().filter(c -> !OWN_COLUMNS.contains(c)).toList();
      faults.addColumn(
          place, "has no column %s%s".formatted(Quote.of(group), NearestName.hint(group, columns)));
    }
  }

  private Unit unit(CsvTable.Row row, Set<String> groups) {
    var id = cell(row, UNIT);
    checkId(id, row.line());
    var name = cell(row, NAME);
    var zh = firstOf(cell(row, NAME_ZH), name, cell(row, NAME_EN));
    var en = firstOf(cell(row, NAME_EN), name, cell(row, NAME_ZH));
    if (zh.isEmpty() && table.header().contains(NAME)) {
      faults.add(row.line(), "the name of unit %s is blank".formatted(Quote.of(id)));
    }
    var memberships = new HashMap<String, String>();
    for (var group : groups) {
      var value = cell(row, group);
      if (Identifier.isAll(value)) {
        faults.add(row.line(), "%s of unit %s: %s".formatted(group, id, Identifier.NOT_ALL));
      }
      if (!value.isEmpty()) {
        memberships.put(group, value);
      }
    }
    checkText(row);
    return new Unit(id, new Title(zh, en), memberships);
  }

  private void checkId(String id, int line) {
    if (id.isEmpty()) {
      faults.add(line, "the unit's id is blank");
      return;
    }
    if (Identifier.isAll(id)) {
      faults.add(line, "unit: " + Identifier.NOT_ALL);
    }
    if (id.length() > LONGEST_ID) {
      faults.add(
          line, "the unit's id %s is over %d characters".formatted(Quote.of(id), LONGEST_ID));
    }
    var first = ids.putIfAbsent(id, line);
    if (first != null) {
      faults.add(line, "unit %s is already in line %d".formatted(Quote.of(id), first));
    }
  }

  private void checkText(CsvTable.Row row) {
    row.cells().stream()
        .filter(cell -> cell.chars().anyMatch(Character::isISOControl))
        .forEach(
            cell ->
                faults.add(
                    row.line(),
                    "the cell %s holds a line break or another control character; is a quote open?"
                        .formatted(Quote.of(cell))));
  }

  private String cell(CsvTable.Row row, String column) {
    int i = table.header().indexOf(column);
    return i < 0 ? "" : row.cells().get(i);
  }

  private static String firstOf(String... texts) {
    for (var text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
