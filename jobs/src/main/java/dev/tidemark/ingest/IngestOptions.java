package dev.tidemark.ingest;

import java.nio.charset.Charset;
import java.util.List;

/**
 * How to load a delivery.
 *
 * @param folders where it lies
 * @param encoding of CSV and JSON files
 * @param maxBadRows how many faulty rows may be left out
 * @param onBadFile what a file that cannot be read at all does
 * @param onEmptyFile what a file without rows does
 */
public record IngestOptions(
    List<String> folders,
    Charset encoding,
    BadRowLimit maxBadRows,
    OnBadFile onBadFile,
    OnEmptyFile onEmptyFile) {
  public IngestOptions {
    folders = List.copyOf(folders);
  }

  /** The same for another encoding. */
  IngestOptions withEncoding(Charset other) {
    return new IngestOptions(folders, other, maxBadRows, onBadFile, onEmptyFile);
  }

  /** What an unreadable file does to the load. */
  public enum OnBadFile {
    /** Stops it. */
    REJECT,
    /** Is quarantined whole; the others load. */
    QUARANTINE
  }

  /** What a file without rows does to the load. */
  public enum OnEmptyFile {
    /** It is a bad file: an empty delivery is more often an accident than news. */
    REFUSE,
    /** It is loaded, as no rows. */
    ALLOW
  }
}
