package dev.tidemark.refresh;

import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableChanges;
import dev.tidemark.table.TableSpec;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is known of the tables without opening them. */
interface Evidence {
  /** A table's newest version; -1 if it was never written. */
  long version(TableSpec table);

  /** What changed after a version. */
  TableChanges since(TableSpec table, long version);

  /** By the logs of a warehouse. */
  static Evidence of(DeltaLake lake) {
    return new Evidence() {
      @Override
      public long version(TableSpec table) {
        return lake.log(table).version();
      }

      @Override
      public TableChanges since(TableSpec table, long version) {
        return lake.log(table).since(version);
      }
    };
  }

  /**
   * The same, as if some rows had been loaded.
   *
   * @param coming their periods, by table
   */
  default Evidence expecting(Map<TableSpec, Set<String>> coming) {
    var now = this;
    return new Evidence() {
      @Override
      public long version(TableSpec table) {
        return coming.containsKey(table) ? Math.max(0, now.version(table)) : now.version(table);
      }

      @Override
      public TableChanges since(TableSpec table, long version) {
        var changes = now.since(table, version);
        var partitions = new HashSet<>(changes.partitions());
        partitions.addAll(coming.getOrDefault(table, Set.of()));
        return new TableChanges(
            changes.version(), changes.isKnown(), partitions, changes.runs(), changes.rows());
      }
    };
  }
}
