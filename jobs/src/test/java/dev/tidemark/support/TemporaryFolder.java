package dev.tidemark.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** A folder for what several test classes share; gone when all tests are done. */
public final class TemporaryFolder {
  private TemporaryFolder() {}

  /** A new one each time. */
  public static Path named(String prefix) {
    try {
      var folder = Files.createTempDirectory(prefix);
      FileSystem.getLocal(new Configuration())
          .deleteOnExit(new org.apache.hadoop.fs.Path(folder.toUri()));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
