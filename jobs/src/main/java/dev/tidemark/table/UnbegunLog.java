package dev.tidemark.table;

import dev.tidemark.error.StorageFailed;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
  private static final int LOOK = 50;

  /** Whether this is one: there is a log, and nothing is in it that anyone would miss. */
  boolean isThere() {
    try {
      return isUnbegun();
    } catch (IOException e) {
      throw new StorageFailed(
          "The log of %s cannot be read: %s. Run the command again."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /**
   * Ends with a log that has a commit, or with none. One that a process of before left is removed;
   * never a commit: the log's folder goes only if it is empty. One that may be another process's,
   * or another thread's, is left to it, and waited for.
   *
   * @param begun when this session began, in milliseconds since 1970: a draft gets its name at
   *     once, so one from before has nobody who would name it
   * @param looks how often to look for the first commit, {@value #LOOK} ms apart
   * @throws StorageFailed if it is not made in that time
   */
  void settle(long begun, int looks) {
    try {
      for (int look = 0; isUnbegun(); look++) {
        if (touched() < begun) {
          remove();
        } else if (look == looks) {
          throw new IOException("another process has begun to create the table, and does not end");
        } else {
          pause();
        }
      }
    } catch (IOException e) {
      throw new StorageFailed(
          "The log of %s has no commit: %s. Run the command again."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /** When anything in it was last written; an object store's folders have no such time. */
  private long touched() throws IOException {
    long latest = files().getFileStatus(log()).getModificationTime();
    for (var entry : entries()) {
      latest = Math.max(latest, entry.getModificationTime());
    }
    return latest;
  }

  private void remove() throws IOException {
    for (var entry : entries()) {
      if (isNothing(entry)) {
        files().delete(entry.getPath(), false);
      }
    }
    files().delete(log(), false);
  }

  private static void pause() throws IOException {
    try {
      boolean isOver = new CountDownLatch(1).await(LOOK, TimeUnit.MILLISECONDS);
      assert !isOver;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for it", e);
    }
  }

  private boolean isUnbegun() throws IOException {
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
    } catch (FileNotFoundException e) {
      return isUnbegun(); // it was named, or removed, between two looks
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
