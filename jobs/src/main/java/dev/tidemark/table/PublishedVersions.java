package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

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
    // Two of one number are there only if two runs published at once: either is whole.
    return lake
        .read(Tables.PUBLICATIONS)
        .where(condition)
        .groupBy(PUBLICATION, RUN_ID, FRAMEWORK_VERSION)
        .agg(collect_list(struct(TABLE, VERSION)))
        .orderBy(desc(PUBLICATION), desc(RUN_ID))
        .limit(1)
        .collectAsList()
        .stream()
        .map(PublishedVersions::of)
        .findFirst();
  }

  private static PublishedVersions of(Row row) {
    var versions = new HashMap<String, Long>();
    row.<Row>getList(3).forEach(table -> versions.put(table.getString(0), table.getLong(1)));
    return new PublishedVersions(row.getLong(0), row.getString(1), row.getString(2), versions);
  }
}
