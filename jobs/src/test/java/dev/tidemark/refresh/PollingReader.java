package dev.tidemark.refresh;

import dev.tidemark.cli.Sessions;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.PublishedVersions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeSet;

/**
 * A process that reads a warehouse as it is published, again and again: a score of the leaf {@code
 * points} must be the value that was observed, whatever is written meanwhile.
 */
final class PollingReader {
  private static final String MIXED =
      """
      SELECT count(*) FROM observations o
      FULL OUTER JOIN (SELECT * FROM index_scores WHERE node = 'points' AND period <> 'all') i
        ON o.period = i.period AND o.unit = i.unit
      WHERE coalesce(o.indicator, 'points') = 'points' AND NOT (o.value <=> i.score)
      """;

  private PollingReader() {}

  /**
   * Reads until a file is there; exits 1 at the first mixture.
   *
   * @param args the warehouse, and the file
   */
  public static void main(String[] args) {
    var publications = new TreeSet<Long>();
    long reads = 0;
    try (var session = Sessions.open(Map.of("spark.master", "local[1]"), ZoneOffset.UTC, false)) {
      while (!Files.exists(Path.of(args[1]))) {
        var lake = new DeltaLake(session.spark(), args[0], CommitNote.READER);
        var last = PublishedVersions.last(lake);
        if (last.isEmpty()) {
          continue;
        }
        lake.published().publishNames(MIXED);
        long mixed = session.spark().sql(MIXED).head().getLong(0);
        if (mixed > 0) {
          System.out.printf("%s: %d scores are not of their observations%n", last, mixed);
          System.exit(1);
        }
        publications.add(last.orElseThrow().number());
        reads++;
      }
    }
    System.out.printf("%d reads of the publications %s, none mixed%n", reads, publications);
  }
}
