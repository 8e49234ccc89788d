package dev.tidemark.framework;

import dev.tidemark.error.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The file of places, departments and synonyms beside the framework file. */
final class IssueDictionary {
  private static final String TERM = "term";
  private static final String KIND = "kind";
  private static final String MEANS = "means";
  private static final int LARGEST_MEGABYTES = 4;
  private static final int LONGEST = 40;

  private final CsvTable table;
  private final FileFaults faults;
  private final Map<String, Integer> lines = new HashMap<>();

  private IssueDictionary(CsvTable table, FileFaults faults) {
    this.table = table;
    this.faults = faults;
  }

  /** Its terms; with faults, some of them. */
  static List<IssueTerm> read(Path folder, YamlNode node, Faults faults) {
    return Value.text(node, faults)
        .flatMap(
            name ->
                TextFile.readBeside(folder, name, LARGEST_MEGABYTES, "terms", node.place(), faults)
                    .map(
                        text -> {
                          var own = new FileFaults(name, node.place(), faults);
                          var read = new IssueDictionary(CsvTable.of(text, own), own).terms();
                          own.tellTheRest();
                          return read;
                        }))
        .orElse(List.of());
  }

  private List<IssueTerm> terms() {
    var header = table.header();
    var missing = List.of(TERM, KIND).stream().filter(name -> !header.contains(name)).toList();
    missing.forEach(
        name ->
            faults.add(
                1,
                "the header has no column %s%s; it is term,kind,means"
                    .formatted(name, NearestName.hint(name, header))));
    var terms = new ArrayList<IssueTerm>();
    if (missing.isEmpty()) {
      table.rows().forEach(row -> term(row).ifPresent(terms::add));
    }
    return terms;
  }

  private Optional<IssueTerm> term(CsvTable.Row row) {
    var term = cell(row, TERM);
    var means = cell(row, MEANS);
    if (term.length() < 2 || term.length() > LONGEST || means.length() > LONGEST) {
      faults.add(
          row.line(),
          "a term has 2 to %d characters, and so has what it means; is %s"
              .formatted(LONGEST, Quote.of(term)));
      return Optional.empty();
    }
    var first = lines.putIfAbsent(term, row.line());
    if (first != null) {
      faults.add(row.line(), "%s is already in line %d".formatted(Quote.of(term), first));
      return Optional.empty();
    }
    var kinds = Value.names(IssueTerm.Kind.class);
    int kind = kinds.indexOf(cell(row, KIND).toLowerCase(Locale.ROOT));
    if (kind < 0) {
      faults.add(
          row.line(),
          "the kind of %s must be one of %s; is %s"
              .formatted(Quote.of(term), String.join(", ", kinds), Quote.of(cell(row, KIND))));
      return Optional.empty();
    }
    var known = Arrays.asList(IssueTerm.Kind.values()).get(kind);
    return Optional.of(new IssueTerm(term, known, means.isEmpty() ? term : means));
  }

  private String cell(CsvTable.Row row, String column) {
    int i = table.header().indexOf(column);
    return i < 0 ? "" : row.cells().get(i);
  }
}
