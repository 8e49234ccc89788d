package dev.tidemark.ingest;

import java.io.IOException;
import java.io.Serializable;

/** A source that tasks can read, too. */
interface DeliveredSource extends Source, Serializable {
  /** Names it apart from all others. */
  String uri();

  /** Where it lies, as people write it. */
  String place();

  /** Whether it was written to, or replaced, since it was found. */
  boolean hasChanged() throws IOException;
}
