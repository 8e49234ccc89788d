package dev.tidemark.table;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Delta log store for S3 that several processes may share.
 *
 * <p>Delta's own one keeps the threads of one process from one another and lets a second process
 * overwrite a version. Here a version is one request that the store refuses if the version exists.
 */
public final class ConditionalPutLogStore extends HadoopFileSystemLogStore {
  /** Called by Delta. */
  public ConditionalPutLogStore(Configuration configuration) {
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
    var content = new ByteArrayOutputStream();
    while (actions.hasNext()) {
      content.write((actions.next() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    var files = path.getFileSystem(configuration);
    if (overwrite) {
      try (var out = files.create(path, true)) {
        content.writeTo(out);
      }
    } else {
      ConditionalPut.create(files, path, content.toByteArray());
    }
  }

  @Override
  public Boolean isPartialWriteVisible(Path path, Configuration configuration) {
    return false;
  }
}
