package dev.tidemark.ingest;

import java.io.Serializable;

/**
 * How much a file may be.
 *
 * @param decompressedBytes of a compressed file or workbook
 * @param ratio decompressed by compressed bytes, once more than {@code ratioFrom} came out
 * @param ratioFrom decompressed bytes up to which any ratio is fine
 * @param lineChars characters of a physical line, and of a CSV record of several
 * @param recordLines physical lines of a CSV record
 * @param workbookBytes of a workbook as delivered, and of the texts its sheets share: both are held
 *     in memory
 * @param sheetRows last row of a sheet
 * @param sheetColumns last column of a sheet
 */
public record Limits(
    long decompressedBytes,
    long ratio,
    long ratioFrom,
    int lineChars,
    int recordLines,
    long workbookBytes,
    int sheetRows,
    int sheetColumns)
    implements Serializable {
  /** Far above what an honest delivery needs, far below what harms the machine. */
  public static final Limits DEFAULT =
      new Limits(2L << 30, 200, 10_000_000, 1_000_000, 100, 64L << 20, 1_048_576, 1_000);

  /** The same with another cap of decompressed bytes. */
  public Limits withDecompressedBytes(long bytes) {
    return new Limits(
        bytes, ratio, ratioFrom, lineChars, recordLines, workbookBytes, sheetRows, sheetColumns);
  }

  /**
   * Why so many bytes are too many.
   *
   * @param in compressed bytes read so far
   * @param out decompressed bytes they gave
   * @return null if they are not
   */
  String exceededBy(long in, long out) {
    if (out > decompressedBytes) {
      return "holds more than %d bytes decompressed: split it".formatted(decompressedBytes);
    }
    if (out > ratioFrom && out / Math.max(1, in) > ratio) {
      return "decompresses to more than %d times its size: it is not an honest delivery"
          .formatted(ratio);
    }
    return null;
  }
}
