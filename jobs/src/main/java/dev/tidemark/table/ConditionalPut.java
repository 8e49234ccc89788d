package dev.tidemark.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;

/**
 * Creates a file that only one can create, in an object store: one request that the store refuses
 * if the name is taken.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">S3:
 *     conditional writes</a>
 */
public final class ConditionalPut {
  /** Stores that were seen to refuse. */
  private static final Set<URI> REFUSING = ConcurrentHashMap.newKeySet();

  private ConditionalPut() {}

  /**
   * Creates a file with a content.
   *
   * @throws FileAlreadyExistsException if there is one of this name, unless with this content: then
   *     an earlier try succeeded and its answer was lost
   * @throws IOException if the store cannot be written, or would overwrite the file of another
   */
  public static void create(FileSystem files, Path path, byte[] content) throws IOException {
    checkRefuses(files, path.getParent());
    try {
      put(files, path, content);
    } catch (IOException failure) {
      // Who won is read from the file, not from the error: a repeated request is refused by itself.
      if (isThere(files, path, content)) {
        return;
      }
      throw failure;
    }
  }

  private static void put(FileSystem files, Path path, byte[] content) throws IOException {
    var builder = files.createFile(path).create().overwrite(false).recursive();
    builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
    var out = builder.build();
    try {
      out.write(content);
    } catch (IOException | RuntimeException failure) {
      out.abort(); // closing it would put a part of the content
      throw failure;
    }
    out.close();
  }

  private static boolean isThere(FileSystem files, Path path, byte[] content) throws IOException {
    try (var in = files.open(path)) {
      if (Arrays.equals(in.readAllBytes(), content)) {
        return true;
      }
      throw new FileAlreadyExistsException(path.toString());
    } catch (FileNotFoundException nothing) {
      return false;
    }
  }

  /** A store that does not know the condition ignores it, and of two writers both would win. */
  private static void checkRefuses(FileSystem files, Path folder) throws IOException {
    if (REFUSING.contains(files.getUri())) {
      return;
    }
    var probe = new Path(folder, ".probe-" + UUID.randomUUID() + ".tmp");
    try {
      put(files, probe, bytes("first"));
      try {
        put(files, probe, bytes("second"));
      } catch (IOException refused) {
        REFUSING.add(files.getUri());
        return;
      }
    } finally {
      files.delete(probe, false);
    }
    throw new IOException(
        "%s takes no conditional writes (If-None-Match), without which one of two writers loses its rows"
            .formatted(files.getUri()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
