package dev.tidemark.table;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import io.delta.exceptions.DeltaConcurrentModificationException;
import io.delta.tables.DeltaTable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.delta.DeltaAnalysisException;

/**
 * The commits to a warehouse's tables: each table is created, as it is declared, before its first;
 * a commit is tried again if another run's came first. Threads may share it.
 */
final class TableCommits {
  private static final int ATTEMPTS = 5;

  /** Half a minute: a first commit takes a second. */
  private static final int LOOKS = 600;

  /** What Delta says of a table in the moment in which another run creates it. */
  private static final Set<String> HALF_MADE =
      Set.of("DELTA_CREATE_TABLE_WITH_NON_EMPTY_LOCATION", "DELTA_TABLE_NOT_FOUND");

  private final LazySpark spark;
  private final String root;
  private final CommitNote note;
  private final Set<TableSpec> known = ConcurrentHashMap.newKeySet();

  /** One table tells whose all are; asking costs a job. */
  private volatile boolean isOwned;

  /**
   * Commits nothing yet.
   *
   * @param root the warehouse's folder, as a URI
   * @param note on each commit
   */
  TableCommits(LazySpark spark, String root, CommitNote note) {
    this.spark = spark;
    this.root = root;
    this.note = note;
  }

  /** The folder of a table, there or not. */
  String path(TableSpec table) {
    return root + "/" + table.name();
  }

  /** Whether a table has a commit. */
  boolean has(TableSpec table) {
    return DeltaTable.isDeltaTable(spark.get(), path(table)) && !unbegun(table).isThere();
  }

  /**
   * Writes in one commit, again if another run's came first.
   *
   * @param write may be run more than once
   * @throws StorageFailed if other runs' came first each time, or the storage fails
   * @throws UsageWrong if the warehouse is another framework's
   */
  void commit(TableSpec table, Runnable write) {
    for (int attempt = 1; ; attempt++) {
      try {
        createOnce(table);
        write.run();
        return;
      } catch (Exception failure) {
        if (attempt == ATTEMPTS && failure instanceof DeltaConcurrentModificationException) {
          throw new StorageFailed(
              "Table %s was changed by another run at the same time, %d times in a row. Nothing was written to it; run the command again."
                  .formatted(table.name(), ATTEMPTS),
              failure);
        }
        if (attempt == ATTEMPTS || !isOfAnother(failure)) {
          throw StorageTrouble.explained(path(table), failure, spark.settings());
        }
      }
    }
  }

  private void createOnce(TableSpec table) {
    if (known.contains(table)) {
      return;
    }
    var declared = new DeclaredTable(spark.get(), root, note, table);
    boolean isNew = !has(table);
    if (isNew) {
      unbegun(table).settle(spark.get().sparkContext().startTime(), LOOKS);
      isNew = !has(table);
    }
    if (isNew) {
      declared.build(path(table));
    } else if (!isOwned) {
      declared.checkOwner(path(table));
      isOwned = true;
    }
    known.add(table);
  }

  private UnbegunLog unbegun(TableSpec table) {
    return new UnbegunLog(path(table), spark.settings());
  }

  /** Whether another run's commit came between, be it the first of the table. */
  private static boolean isOfAnother(Exception failure) {
    return failure instanceof DeltaConcurrentModificationException
        || (failure instanceof DeltaAnalysisException refused
            && HALF_MADE.contains(refused.getCondition()));
  }
}
