package dev.tidemark.refresh;

import dev.tidemark.table.TableChanges;
import dev.tidemark.table.TableSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Logs as they might be. */
final class FakeLogs implements Evidence {
  private final Map<TableSpec, Long> versions = new HashMap<>();
  private final Map<TableSpec, Map<Long, Set<String>>> commits = new HashMap<>();

  void at(TableSpec table, long version) {
    versions.put(table, version);
  }

  /** A further commit that changed rows of these partitions. */
  void commit(TableSpec table, String... partitions) {
    at(table, version(table) + 1);
    was(table, partitions);
  }

  /** What the newest commit changed. */
  void was(TableSpec table, String... partitions) {
    commits
        .computeIfAbsent(table, t -> new HashMap<>())
        .put(version(table), Set.copyOf(Arrays.asList(partitions)));
  }

  @Override
  public long version(TableSpec table) {
    return versions.getOrDefault(table, -1L);
  }

  @Override
  public TableChanges since(TableSpec table, long version) {
    var known =
        commits.getOrDefault(table, Map.of()).entrySet().stream()
            .filter(commit -> commit.getKey() > version)
            .toList();
    var touched =
        known.stream().flatMap(commit -> commit.getValue().stream()).collect(Collectors.toSet());
    return new TableChanges(
        version(table), known.size() == version(table) - version, touched, Set.of(), 0);
  }
}
