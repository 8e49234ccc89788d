package dev.tidemark.ingest;

import static dev.tidemark.table.Col.*;

import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.HashMap;
import java.util.Map;

/**
 * What {@code ingested_files} knows: which contents were loaded, by which rules, in which order.
 *
 * <p>Loading a file again is a no-op, also after another file corrected its rows. Once the rules
 * differ (another encoding, another unit in the framework) it is read again, at its old place in
 * the order, so that corrections still win.
 */
final class LoadedFiles {
  private final Map<String, String> rulesOf = new HashMap<>();
  private final Map<String, Long> sequences = new HashMap<>();
  private final String rules;
  private final long version;
  private long next = 1;

  private LoadedFiles(String rules, long version) {
    this.rules = rules;
    this.version = version;
  }

  /**
   * Reads the table, if there is one.
   *
   * @param rules fingerprint of the rules of this run
   */
  static LoadedFiles of(DeltaLake lake, String rules) {
    if (!lake.has(Tables.INGESTED_FILES)) {
      return new LoadedFiles(rules, -1);
    }
    var loaded = new LoadedFiles(rules, lake.version(Tables.INGESTED_FILES));
    for (var row :
        lake.read(Tables.INGESTED_FILES).select(TABLE, SHA256, RULES, SEQUENCE).collectAsList()) {
      var key = row.getString(0) + row.getString(1);
      loaded.rulesOf.put(key, row.getString(2));
      loaded.sequences.put(key, row.getLong(3));
      loaded.next = Math.max(loaded.next, row.getLong(3) + 1);
    }
    return loaded;
  }

  /** Nothing was loaded: every file is to be read. */
  static LoadedFiles none(String rules) {
    return new LoadedFiles(rules, -1);
  }

  boolean has(TableSpec table, String sha256) {
    return rules.equals(rulesOf.get(table.name() + sha256));
  }

  /** A known content keeps its place; all new ones of a run share the next. */
  long sequenceOf(TableSpec table, String sha256) {
    return sequences.getOrDefault(table.name() + sha256, next);
  }

  String rules() {
    return rules;
  }

  /** Version of the table that was read; −1 if there is none yet. */
  long version() {
    return version;
  }
}
