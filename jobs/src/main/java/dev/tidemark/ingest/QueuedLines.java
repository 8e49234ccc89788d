package dev.tidemark.ingest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * Records of a queue in their order: JSON lines that are held in memory and stored nowhere.
 *
 * @param name as tables show it; no other lines have it
 * @param place where they are, for messages
 * @param utf8 the lines; a blank one is no record
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record QueuedLines(String name, String place, byte[] utf8) implements DeliveredSource {
  @Override
  public String uri() {
    return name;
  }

  @Override
  public long length() {
    return utf8.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(utf8);
  }

  @Override
  public boolean isQueue() {
    return true;
  }

  @Override
  public boolean hasChanged() {
    return false;
  }
}
