package dev.tidemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What one process used.
 *
 * @param cpu seconds, user and system, of all its threads
 * @param wall seconds from start to end
 * @param memory the largest resident set, MB
 */
record Usage(double cpu, double wall, long memory) {
  static Usage read(Path file, double wall) throws IOException {
    var numbers = Files.readString(file).split(" ", -1);
    return new Usage(Double.parseDouble(numbers[0]), wall, Long.parseLong(numbers[1]));
  }
}
