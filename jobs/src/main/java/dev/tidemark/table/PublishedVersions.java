package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * The versions of the tables that belong together, by the table {@code publications}.
 *
 * @param number of the publication, from 1
 * @param run that published
 * @param frameworkVersion it was made by
 * @param versions by the table's name
 */
public record PublishedVersions(
    long number, String run, String frameworkVersion, Map<String, Long> versions) {
  public PublishedVersions {
    versions = Map.copyOf(versions);
  }

  /** The last publication; empty if there was none. */
  public static Optional<PublishedVersions> last(DeltaLake lake) {
    return last(lake, lit(true));
  }

  /** The last publication of another version of the framework; empty if there was none. */
  public static Optional<PublishedVersions> lastOfAnother(DeltaLake lake, String version) {
    return last(lake, col(FRAMEWORK_VERSION).notEqual(version));
  }

  private static Optional<PublishedVersions> last(DeltaLake lake, Column condition) {
    if (lake.log(Tables.PUBLICATIONS).version() < 0) {
      return Optional.empty();
    }
    var all = lake.read(Tables.PUBLICATIONS).where(condition);
    var key = struct(PUBLICATION, RUN_ID);
    // Two of one number are there only if two runs published at once: either is whole.
    var last = all.agg(max(key).as("last"));
    var rows =
        all.join(last, key.equalTo(col("last")))
            .select(PUBLICATION, RUN_ID, FRAMEWORK_VERSION, TABLE, VERSION)
            .orderBy(desc(TABLE))
            .collectAsList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var versions = new HashMap<String, Long>();
    rows.forEach(row -> versions.put(row.getString(3), row.getLong(4)));
    var first = rows.get(0);
    return Optional.of(
        new PublishedVersions(first.getLong(0), first.getString(1), first.getString(2), versions));
  }
}
