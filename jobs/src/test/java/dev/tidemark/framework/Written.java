package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tidemark.error.FrameworkInvalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** A framework file on the disk, with the file of units beside it. */
record Written(Path file) {
  /** The least a framework has; its lines 1 to 12 are what tests change. */
  static final String SMALLEST =
      """
      id: water
      version: 1
      periods:
        - {id: P1, start: 2020-01-01, end: 2020-06-30}
        - {id: P2, start: 2020-07-01, end: 2020-12-31}
      units: units.csv
      groups: [region]
      index:
        id: overall
        children:
          - {id: a, weight: 0.25, score: {kind: direct}}
          - {id: b, weight: 0.75, score: {kind: linear, worst: 10, best: 0}}
      """;

  static final String UNITS =
      """
      unit,name,region
      wuhan,武汉,central
      hefei,合肥,east
      """;

  static Written in(Path folder, String yaml) {
    return in(folder, yaml, UNITS);
  }

  static Written in(Path folder, String yaml, String units) {
    return in(
        folder, yaml.getBytes(StandardCharsets.UTF_8), units.getBytes(StandardCharsets.UTF_8));
  }

  static Written in(Path folder, byte[] yaml, byte[] units) {
    try {
      Files.write(folder.resolve("units.csv"), units);
      return new Written(Files.write(folder.resolve("framework.yaml"), yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  EvaluationFramework read() {
    return FrameworkYaml.read(file, ExpressionCheck.trustingTheAuthor());
  }

  /** What is wrong with it, in the order of the file. */
  List<String> faults() {
    return catchThrowableOfType(FrameworkInvalid.class, this::read).faults();
  }

  /** The smallest framework with one change, and the only fault that makes. */
  static Arguments change(String from, String to, String fault) {
    return change(from, to, List.of(fault));
  }

  /** The smallest framework with one change, and the faults that makes. */
  static Arguments change(String from, String to, List<String> faults) {
    assertThat(SMALLEST).contains(from);
    return arguments(SMALLEST.replace(from, to), faults);
  }
}
