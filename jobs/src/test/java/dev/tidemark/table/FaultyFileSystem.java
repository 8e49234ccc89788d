package dev.tidemark.table;

import dev.tidemark.support.SharedSpark;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local disk under a scheme for which Delta has a log store of its own, with one fault at a
 * time: {@code wasb:///t}.
 */
public final class FaultyFileSystem extends RawLocalFileSystem {
  /** What is done to a file when the fault strikes. */
  public enum At {
    NOTHING,
    LIST,
    OPEN,
    CREATE,
    RENAME,
    /** After the name is changed: the answer is lost. */
    RENAMED
  }

  private static volatile At at = At.NOTHING;
  private static volatile String ending = "";
  private static volatile Supplier<IOException> fault;

  /** Makes the session of all tests know it. */
  public static void install() {
    SharedSpark.session()
        .sparkContext()
        .hadoopConfiguration()
        .set("fs.wasb.impl", FaultyFileSystem.class.getName());
  }

  /** From now on, until another is set, every file whose name ends so. */
  public static void fail(At what, String nameEnding, Supplier<IOException> with) {
    ending = nameEnding;
    fault = with;
    at = what;
  }

  /** The disk is well again. */
  public static void heal() {
    at = At.NOTHING;
  }

  private static void strike(At what, Path file) throws IOException {
    if (at == what && file.getName().endsWith(ending)) {
      throw fault.get();
    }
  }

  @Override
  public URI getUri() {
    return URI.create("wasb:///");
  }

  @Override
  public String getScheme() {
    return "wasb";
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    strike(At.LIST, path);
    return super.listStatus(path);
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    strike(At.OPEN, path);
    return super.open(path, bufferSize);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    strike(At.CREATE, path);
    return super.create(path, overwrite, bufferSize, replication, blockSize, progress);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    strike(At.CREATE, path);
    return super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    strike(At.RENAME, to);
    boolean isRenamed = super.rename(from, to);
    strike(At.RENAMED, to);
    return isRenamed;
  }
}
