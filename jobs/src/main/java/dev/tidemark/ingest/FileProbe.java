package dev.tidemark.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What one look at a whole file tells, before any of its records is read.
 *
 * @param name of the file
 * @param format it was read as
 * @param length in bytes, as delivered
 * @param sha256 of its bytes, in hexadecimal
 * @param header its column names, trimmed; for JSON lines the declared columns and the features
 *     found; empty for Parquet, and if the header could not be read
 * @param fault what makes the whole file unusable; empty if its records can be read
 */
public record FileProbe(
    String name,
    Format format,
    long length,
    String sha256,
    List<String> header,
    Optional<Fault> fault) {
  /**
   * What the content tells.
   *
   * @param header empty if it could not be read
   * @param fault null if there is none
   */
  record Findings(List<String> header, Fault fault) {
    static Findings faulty(Fault fault) {
      return new Findings(List.of(), fault);
    }
  }

  public FileProbe {
    header = List.copyOf(header);
  }

  /**
   * Reads a file once, from the first byte to the last.
   *
   * @throws IOException if the storage fails; a damaged file is a fault instead
   */
  public static FileProbe of(Source source, Format format, ReadOptions options) throws IOException {
    try (var bytes = new Fingerprint(source.open())) {
      var findings =
          switch (format) {
            case CSV, JSON_LINES -> new TextProbe(source, format, options).look(bytes);
            case EXCEL -> WorkbookProbe.look(bytes, options);
            case PARQUET -> ParquetProbe.look(bytes);
          };
      bytes.drain();
      var fault = wholeFileFault(source, bytes.count(), findings.fault());
      return new FileProbe(
          source.name(),
          format,
          bytes.count(),
          bytes.sha256(),
          findings.header(),
          Optional.ofNullable(fault));
    }
  }

  /** The same, with its name in the hash: what a queue brings a second time is news again. */
  FileProbe named() {
    return new FileProbe(name, format, length, Sha256.of(name + "\n" + sha256), header, fault);
  }

  /** Whether this makes the whole file unusable. */
  boolean isRefusedFor(Reason reason) {
    return fault.isPresent() && fault.get().reason() == reason;
  }

  private static Fault wholeFileFault(Source source, long count, Fault found) {
    if (count == 0) {
      return Fault.of(Reason.EMPTY_FILE, "the file has 0 bytes");
    }
    if (count != source.length()) {
      return Fault.of(
          Reason.UNREADABLE_FILE,
          "is being written: it had %d bytes, then %d; deliver it when it is complete"
              .formatted(source.length(), count));
    }
    return found;
  }
}
