package dev.tidemark.ingest;

import static dev.tidemark.table.Col.*;

import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
  private final Set<String> good = new HashSet<>();
  private final TreeSet<String> loads = new TreeSet<>();
  private final ReadingRules rules;
  private long next = 1;

  private LoadedFiles(ReadingRules rules) {
    this.rules = rules;
  }

  /** Reads the table, if there is one. */
  static LoadedFiles of(DeltaLake lake, ReadingRules rules) {
    var loaded = none(rules);
    for (var row :
        lake.ledger(
            Tables.INGESTED_FILES, TABLE, SHA256, RULES, SEQUENCE, LOAD_ID, ROWS_QUARANTINED)) {
      var key = row.text(TABLE) + row.text(SHA256);
      loaded.rulesOf.put(key, row.text(RULES));
      loaded.sequences.put(key, row.number(SEQUENCE));
      loaded.next = Math.max(loaded.next, row.number(SEQUENCE) + 1);
      loaded.loads.add(row.text(LOAD_ID));
      if (row.number(ROWS_QUARANTINED) == 0) {
        loaded.good.add(key);
      }
    }
    return loaded;
  }

  /** Nothing was loaded: every file is to be read. */
  static LoadedFiles none(ReadingRules rules) {
    return new LoadedFiles(rules);
  }

  /** As if nothing had been read yet, but in the same order. */
  LoadedFiles unread() {
    var order = none(rules);
    order.sequences.putAll(sequences);
    order.next = next;
    return order;
  }

  /** Whether this run would learn nothing from the content, as it was loaded or left out. */
  boolean has(TableSpec table, String sha256) {
    var key = table.name() + sha256;
    // A message without a period may get one when a period joins.
    boolean wasGood = good.contains(key) && !table.equals(Tables.MESSAGES);
    return rules.areCoveredBy(rulesOf.get(key), wasGood);
  }

  /** The same, of a content that had nothing to quarantine. */
  boolean hasWhole(TableSpec table, String sha256) {
    return has(table, sha256) && good.contains(table.name() + sha256);
  }

  /** Whether the content was ever loaded, by whatever rules; if not, it was rejected at most. */
  boolean knows(String table, String sha256) {
    return rulesOf.containsKey(table + sha256);
  }

  /** A known content keeps its place; all new ones of a run share the next. */
  long sequenceOf(TableSpec table, String sha256) {
    return sequences.getOrDefault(table.name() + sha256, next);
  }

  /** What this run's files are remembered with. */
  ReadingRules rules() {
    return rules;
  }

  /** Names this state of the table: every load that ends makes another one. */
  String state() {
    return String.join(",", loads);
  }
}
