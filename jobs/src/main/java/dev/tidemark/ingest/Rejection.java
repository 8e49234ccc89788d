package dev.tidemark.ingest;

import dev.tidemark.error.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a delivery may not be loaded.
 *
 * @param why in a sentence
 */
record Rejection(String why) {
  /**
   * Judges a whole delivery: more bad rows than allowed, or a bad file that may not be left out.
   *
   * @return empty if it may be loaded
   */
  static Optional<Rejection> of(List<StagedTable> staged, IngestOptions options) {
    var total =
        staged.stream()
            .map(StagedTable::total)
            .reduce(StagedTable.Counts.NONE, StagedTable.Counts::plus);
    long badFiles = staged.stream().mapToLong(table -> table.badFiles().size()).sum();
    long rows = total.delivered() - badFiles;
    long badRows = total.quarantined() - badFiles;
    var reasons = new ArrayList<String>();
    if (badFiles > 0 && options.onBadFile() == IngestOptions.OnBadFile.REJECT) {
      reasons.add(Quantity.of(badFiles, "file") + " cannot be read");
    }
    if (!options.maxBadRows().allows(badRows, rows)) {
      reasons.add(
          "%,d of %s %s bad and --max-bad-rows is %s"
              .formatted(
                  badRows,
                  Quantity.of(rows, "row"),
                  badRows == 1 ? "is" : "are",
                  options.maxBadRows()));
    }
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(new Rejection(String.join("; ", reasons)));
  }
}
