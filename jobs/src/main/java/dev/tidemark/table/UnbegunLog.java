package dev.tidemark.table;

import dev.tidemark.error.StorageFailed;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The log of a table whose first commit was never made, because its process was killed in it:
 * nothing, or hidden drafts and empty folders alone. Delta takes it for a table, neither reads it
 * nor creates another one.
 *
 * @param folder of the table
 */
record UnbegunLog(String folder, Configuration settings) {
  /** Whether this is one: there is a log, and nothing is in it that anyone would miss. */
  boolean isThere() {
    try {
      if (!files().exists(log())) {
        return false;
      }
      for (var entry : entries()) {
        if (!isNothing(entry)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new StorageFailed(
          "The log of %s cannot be read: %s. Run the command again."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /**
   * Removes it if it is there; never a commit: the log's folder goes only if it is empty.
   *
   * @param begun when this session began, in milliseconds since 1970: a draft gets its name at
   *     once, so one from before has nobody who would name it
   * @throws StorageFailed if another process may be making the first commit
   */
  void clear(long begun) {
    if (!isThere()) {
      return;
    }
    try {
      var entries = entries();
      if (Stream.of(entries)
          .anyMatch(entry -> entry.isFile() && entry.getModificationTime() >= begun)) {
        throw new IOException("another process has begun to create the table");
      }
      for (var entry : entries) {
        if (isNothing(entry)) {
          files().delete(entry.getPath(), false);
        }
      }
      files().delete(log(), false);
    } catch (IOException e) {
      throw new StorageFailed(
          "The log of %s, which has no commit, cannot be removed: %s. Run the command again."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private FileStatus[] entries() throws IOException {
    return files().listStatus(log());
  }

  private boolean isNothing(FileStatus entry) throws IOException {
    return entry.isFile()
        ? entry.getPath().getName().startsWith(".")
        : files().listStatus(entry.getPath()).length == 0;
  }

  private FileSystem files() throws IOException {
    return log().getFileSystem(settings);
  }

  private Path log() {
    return new Path(folder, "_delta_log");
  }
}
