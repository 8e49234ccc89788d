package dev.tidemark.ingest;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;

/**
 * Files {@code part-…} in one folder, which Spark or Hadoop wrote as one export. That of a task
 * without rows has none; so has the only one of an export without any.
 *
 * @param written folders in which a part has rows
 */
record PartFiles(Set<String> written) {
  private static final String PART = "part-";

  /** Looks which of these have rows. */
  static PartFiles of(List<DeliveredFile> files) {
    return new PartFiles(
        files.stream()
            .filter(file -> isPart(file) && file.probe().fault().isEmpty())
            .map(PartFiles::folder)
            .collect(toSet()));
  }

  /** Whether the file has no rows and is part of an export that has some. */
  boolean isEmptyPart(DeliveredFile file) {
    return isPart(file) && hasNoRows(file.probe()) && written.contains(folder(file));
  }

  /** Without rows Spark writes nothing at all as JSON, in every other format a header. */
  private static boolean hasNoRows(FileProbe probe) {
    return probe.isRefusedFor(Reason.NO_ROWS)
        || (probe.isRefusedFor(Reason.EMPTY_FILE) && probe.format() == Format.JSON_LINES);
  }

  private static boolean isPart(DeliveredFile file) {
    var name = file.source().name();
    return name.startsWith(PART, name.indexOf('/') + 1) && !file.source().isQueue();
  }

  private static String folder(DeliveredFile file) {
    var uri = file.source().uri();
    return uri.substring(0, uri.lastIndexOf('/'));
  }
}
