package dev.tidemark.cli;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was published of the sample's assessment, to stand beside what the tables say. */
final class PublishedFigures {
  private final Map<List<String>, String> figures = new HashMap<>();

  private PublishedFigures() {}

  /** Reads {@code what,period,id,published}. */
  static PublishedFigures read(Path file) throws IOException {
    var settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    var published = new PublishedFigures();
    try (var text = Files.newBufferedReader(file)) {
      for (var row : new CsvParser(settings).parseAll(text)) {
        published.figures.put(List.of(row[0], row[1], row[2]), row[3]);
      }
    }
    return published;
  }

  /** The figure as published; empty if it was not. */
  Optional<String> find(String what, String period, String id) {
    return Optional.ofNullable(figures.get(List.of(what, period, id)));
  }

  /** The figure as published, or a dash. */
  String show(String what, String period, String id) {
    return find(what, period, id).orElse("–");
  }
}
