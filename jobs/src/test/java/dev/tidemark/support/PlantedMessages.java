package dev.tidemark.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is true of the sample's messages; written with them, and known to no job. */
public final class PlantedMessages {
  private static final Path FOLDER = Path.of("src/test/resources/messages");

  private PlantedMessages() {}

  /** The issue of each message that has one. */
  public static Map<String, String> issues() {
    var issues = new LinkedHashMap<String, String>();
    rows("message-issues.csv").forEach(row -> issues.put(row[0], row[1]));
    return issues;
  }

  /** The trend of each issue in the second period. */
  public static Map<String, String> trends() {
    return rows("issues.csv").stream().collect(Collectors.toMap(row -> row[0], row -> row[4]));
  }

  /** Numbers, names and addresses as they stand in texts. */
  public static Set<String> personalData() {
    return rows("personal.csv").stream().map(row -> row[2]).collect(Collectors.toSet());
  }

  /** Stage and department where work is stuck most. */
  public static List<String> bottleneck() {
    return List.of(rows("bottleneck.csv").get(0));
  }

  private static List<String[]> rows(String file) {
    try (var lines = Files.lines(FOLDER.resolve(file))) {
      return lines.skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
