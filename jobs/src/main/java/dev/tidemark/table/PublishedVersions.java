package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static java.util.Comparator.comparing;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
    return last(lake, any -> true);
  }

  /** The last publication of another version of the framework; empty if there was none. */
  public static Optional<PublishedVersions> lastOfAnother(DeltaLake lake, String version) {
    return last(lake, row -> !row.text(FRAMEWORK_VERSION).equals(version));
  }

  private static Optional<PublishedVersions> last(DeltaLake lake, Predicate<LedgerRow> isAsked) {
    var rows =
        lake
            .ledger(Tables.PUBLICATIONS, PUBLICATION, RUN_ID, FRAMEWORK_VERSION, TABLE, VERSION)
            .stream()
            .filter(isAsked)
            .toList();
    // Two of one number are there only if two runs published at once: either is whole.
    return rows.stream()
        .max(
            comparing((LedgerRow row) -> row.number(PUBLICATION))
                .thenComparing(row -> row.text(RUN_ID)))
        .map(
            last ->
                new PublishedVersions(
                    last.number(PUBLICATION),
                    last.text(RUN_ID),
                    last.text(FRAMEWORK_VERSION),
                    rows.stream()
                        .filter(row -> isSame(row, last))
                        .collect(
                            Collectors.toMap(
                                row -> row.text(TABLE),
                                row -> row.number(VERSION),
                                // A store that loses its answer may have been told twice.
                                (one, same) -> one))));
  }

  private static boolean isSame(LedgerRow one, LedgerRow other) {
    return one.number(PUBLICATION) == other.number(PUBLICATION)
        && one.text(RUN_ID).equals(other.text(RUN_ID));
  }
}
