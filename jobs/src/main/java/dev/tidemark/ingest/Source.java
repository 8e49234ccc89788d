package dev.tidemark.ingest;

import java.io.IOException;
import java.io.InputStream;

/** One delivered file, wherever it lies. */
public interface Source {
  /** Its name as the user knows it; the ending tells whether it is compressed. */
  String name();

  /** Its length in bytes, as delivered. */
  long length();

  /**
   * Whether each line is a record that somebody sent by itself, as to a queue: what is wrong with
   * one says nothing of the others, and a later one of the same key corrects an earlier one.
   */
  default boolean isQueue() {
    return false;
  }

  /**
   * Its bytes from the first one; each call begins anew, and the caller closes the stream.
   *
   * @throws IOException if the storage does not give it
   */
  InputStream open() throws IOException;
}
