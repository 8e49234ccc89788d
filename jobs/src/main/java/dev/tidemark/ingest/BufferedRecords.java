package dev.tidemark.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;

/** A reader that fetches one record at a time. */
abstract class BufferedRecords implements RecordReader {
  private final List<String> columns;
  private RawRecord upcoming;
  private boolean ended;

  BufferedRecords(List<String> columns) {
    this.columns = columns;
  }

  /** The next record; null after the last. */
  abstract RawRecord fetch() throws IOException;

  @Override
  public final List<String> columns() {
    return columns;
  }

  @Override
  public final boolean hasNext() {
    if (upcoming == null && !ended) {
      try {
        upcoming = fetch();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      ended = upcoming == null;
    }
    return upcoming != null;
  }

  @Override
  public final RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    var record = upcoming;
    upcoming = null;
    return record;
  }
}
