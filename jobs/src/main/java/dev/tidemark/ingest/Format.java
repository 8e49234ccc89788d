package dev.tidemark.ingest;

import java.util.Locale;
import java.util.Optional;

/** How a delivered file is written. */
public enum Format {
  /** Comma-separated values (RFC 4180) below a header. */
  CSV,
  /** One JSON object per line. */
  JSON_LINES,
  /** The only sheet with data of an {@code .xlsx} workbook, below a header in row 1. */
  EXCEL,
  /** Apache Parquet; probed here, read by Spark. */
  PARQUET;

  private static final String GZ = ".gz";

  /**
   * The format a file's name promises.
   *
   * @param fileName with or without folders, in any case
   * @return empty if files of this name are not read, {@code .xls} among them
   */
  public static Optional<Format> of(String fileName) {
    var name = fileName.toLowerCase(Locale.ROOT);
    var text = compressed(name) ? name.substring(0, name.length() - GZ.length()) : name;
    if (text.endsWith(".csv")) {
      return Optional.of(CSV);
    }
    if (text.endsWith(".json") || text.endsWith(".jsonl") || text.endsWith(".ndjson")) {
      return Optional.of(JSON_LINES);
    }
    if (name.endsWith(".xlsx")) {
      return Optional.of(EXCEL);
    }
    return name.endsWith(".parquet") ? Optional.of(PARQUET) : Optional.empty();
  }

  static boolean compressed(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(GZ);
  }
}
