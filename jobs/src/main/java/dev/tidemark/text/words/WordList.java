package dev.tidemark.text.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Word lists beside this class: a word in a line, lines that begin with # are remarks. */
final class WordList {
  private WordList() {}

  /** Words that stand in texts about anything. */
  static Set<String> stopWords() {
    return read("stop-words.txt");
  }

  /** Words of public services that would fall apart. */
  static Set<String> serviceWords() {
    return read("service-words.txt");
  }

  private static Set<String> read(String name) {
    try (var in = WordList.class.getResourceAsStream(name);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("The list " + name + " cannot be read: " + e.getMessage(), e);
    }
  }
}
