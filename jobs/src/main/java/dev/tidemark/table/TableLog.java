package dev.tidemark.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.error.StorageFailed;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The log of a Delta table, read as the files it is: which version the table has, and what the
 * commits after another one changed.
 *
 * <p>This asks for the commits since the last run alone, where opening the table reads the state of
 * all of it. A commit that only moves rows to other files (OPTIMIZE) changes nothing.
 *
 * @see <a href="https://github.com/delta-io/delta/blob/master/PROTOCOL.md">Delta's protocol</a>
 */
public final class TableLog {
  private static final Pattern COMMIT = Pattern.compile("\\d{20}\\.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Configuration settings;
  private final Map<Long, Commit> commits = new ConcurrentHashMap<>();

  private record Commit(Set<String> partitions, String run, long rows) {}

  TableLog(String table, Configuration settings) {
    this.folder = new Path(table, "_delta_log");
    this.settings = settings;
  }

  /** The table's newest version; -1 if it was never written. */
  public long version() {
    return versions(-1).newest();
  }

  /**
   * What changed after a version.
   *
   * @param version -1 for all there is
   */
  public TableChanges since(long version) {
    var found = versions(version);
    if (found.newest() == version) {
      return TableChanges.none(version);
    }
    var partitions = new HashSet<String>();
    var runs = new HashSet<String>();
    long rows = 0;
    boolean isKnown = found.newest() > version && found.count() == found.newest() - version;
    if (isKnown) {
      for (long at = version + 1; at <= found.newest(); at++) {
        var commit = commits.computeIfAbsent(at, this::read);
        partitions.addAll(commit.partitions());
        if (!commit.partitions().isEmpty()) {
          runs.add(commit.run());
          rows += commit.rows();
        }
      }
    }
    return new TableChanges(found.newest(), isKnown, partitions, runs, rows);
  }

  /**
   * Versions that the log has.
   *
   * @param count of those after the one asked about
   */
  private record Versions(long newest, long count) {}

  private Versions versions(long after) {
    try {
      var numbers =
          Arrays.stream(folder.getFileSystem(settings).listStatus(folder))
              .map(file -> file.getPath().getName())
              .filter(name -> COMMIT.matcher(name).matches())
              .mapToLong(name -> Long.parseLong(name.substring(0, name.indexOf('.'))))
              .toArray();
      return new Versions(
          Arrays.stream(numbers).max().orElse(-1),
          Arrays.stream(numbers).filter(number -> number > after).count());
    } catch (FileNotFoundException e) {
      return new Versions(-1, 0);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private Commit read(long version) {
    var file = new Path(folder, "%020d.json".formatted(version));
    var partitions = new HashSet<String>();
    var run = "";
    long rows = 0;
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                file.getFileSystem(settings).open(file), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var action = JSON.readTree(line);
        partition(action.path("add"), partitions);
        partition(action.path("remove"), partitions);
        var info = action.path("commitInfo");
        if (info.isObject()) {
          run = run(info.path("userMetadata").asText(""));
          rows = rows(info.path("operationMetrics"));
        }
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return new Commit(partitions, run, rows);
  }

  private static void partition(JsonNode file, Set<String> partitions) {
    if (file.path("dataChange").asBoolean(false)) {
      var values = file.path("partitionValues").elements();
      partitions.add(values.hasNext() ? values.next().asText("") : "");
    }
  }

  private static String run(String note) {
    try {
      return note.startsWith("{") ? JSON.readTree(note).path("run").asText("") : "";
    } catch (IOException e) {
      // Another writer's note, which need not be JSON.
      return "";
    }
  }

  private static long rows(JsonNode metrics) {
    return metrics.has("numTargetRowsInserted")
        ? metrics.path("numTargetRowsInserted").asLong()
            + metrics.path("numTargetRowsUpdated").asLong()
        : metrics.path("numOutputRows").asLong();
  }

  private static StorageFailed unreadable(Path file, IOException e) {
    return new StorageFailed(
        "%s cannot be read: %s".formatted(FolderUri.shown(file), e.getMessage()), e);
  }
}
