package dev.tidemark.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The last commit of a table, by its log as the Delta protocol lays it out.
 *
 * @param version its number, from 0
 * @param writtenAt when it was committed
 * @param runId the run that wrote it; empty if it does not tell
 * @param frameworkVersion the version of the framework it was written under; empty likewise
 * @param fingerprint SHA-256 of that framework; empty likewise
 * @see <a href="https://github.com/delta-io/delta/blob/master/PROTOCOL.md">Delta protocol</a>
 */
public record TableVersion(
    long version, Instant writtenAt, String runId, String frameworkVersion, String fingerprint) {
  private static final Pattern COMMIT = Pattern.compile("\\d{20}\\.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads the log of a folder.
   *
   * @param pinned the commit that is asked about; empty for the last
   * @return empty if there is no log, or no such commit in it
   */
  static Optional<TableVersion> of(String folder, OptionalLong pinned, Configuration settings)
      throws IOException {
    var log = new Path(folder, "_delta_log");
    var files = log.getFileSystem(settings);
    if (!files.exists(log)) {
      return Optional.empty();
    }
    var last =
        Stream.of(files.listStatus(log, path -> COMMIT.matcher(path.getName()).matches()))
            .map(status -> status.getPath())
            .filter(path -> pinned.isEmpty() || number(path) == pinned.getAsLong())
            .max(java.util.Comparator.comparing(Path::getName));
    if (last.isEmpty()) {
      return Optional.empty();
    }
    long version = number(last.get());
    try (var lines =
        new BufferedReader(new InputStreamReader(files.open(last.get()), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var info = JSON.readTree(line).path("commitInfo");
        if (!info.isMissingNode()) {
          return Optional.of(of(version, info));
        }
      }
    }
    return Optional.of(new TableVersion(version, Instant.EPOCH, "", "", ""));
  }

  private static long number(Path commit) {
    return Long.parseLong(commit.getName().replace(".json", ""));
  }

  private static TableVersion of(long version, JsonNode info) throws IOException {
    var note = JSON.readTree(info.path("userMetadata").asText("{}"));
    return new TableVersion(
        version,
        Instant.ofEpochMilli(info.path("timestamp").asLong()),
        note.path("run").asText(""),
        note.path("framework_version").asText(""),
        note.path("fingerprint").asText(""));
  }
}
