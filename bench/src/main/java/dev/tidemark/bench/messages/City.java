package dev.tidemark.bench.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A unit of the sample. */
record City(String unit, String name) {
  /** Those of a {@code units.csv}, in its order. */
  static List<City> all(Path units) throws IOException {
    try (var lines = Files.lines(units)) {
      return lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(cells -> new City(cells[0], cells[1]))
          .toList();
    }
  }
}
