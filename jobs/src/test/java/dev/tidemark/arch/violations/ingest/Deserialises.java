package dev.tidemark.arch.violations.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

/** Breaks a rule on purpose. */
public final class Deserialises {
  Object read(InputStream bytes) throws IOException, ClassNotFoundException {
    try (var objects = new ObjectInputStream(bytes)) {
      return objects.readObject();
    }
  }
}
