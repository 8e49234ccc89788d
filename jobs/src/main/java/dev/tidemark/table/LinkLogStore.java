package dev.tidemark.table;

import io.delta.storage.HDFSLogStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Delta log store for a local disk that several processes may share.
 *
 * <p>Delta's own one asks whether the version exists and then renames over it, so that of two
 * writers at the same instant both are told they committed. Here a version is published by {@code
 * link(2)}, which fails if the name is taken.
 */
public final class LinkLogStore extends HDFSLogStore {
  /** Called by Delta. */
  public LinkLogStore(Configuration configuration) {
    super(configuration);
  }

  /**
   * Writes one version of the log.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the version exists and may not be replaced
   */
  @Override
  public void write(
      Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
      throws IOException {
    if (overwrite) {
      super.write(path, actions, true, configuration);
      return;
    }
    var target = java.nio.file.Path.of(path.toUri().getPath());
    var draft =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (var channel =
          FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        while (actions.hasNext()) {
          var line = ByteBuffer.wrap((actions.next() + "\n").getBytes(StandardCharsets.UTF_8));
          while (line.hasRemaining()) {
            channel.write(line);
          }
        }
        channel.force(true);
      }
      Files.createLink(target, draft);
    } catch (UnsupportedOperationException e) {
      throw new IOException(
          target.getParent() + " is on a disk without hard links; keep the warehouse on another",
          e);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  @Override
  public Boolean isPartialWriteVisible(Path path, Configuration configuration) {
    return false;
  }
}
