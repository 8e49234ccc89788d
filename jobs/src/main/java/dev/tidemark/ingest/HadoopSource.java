package dev.tidemark.ingest;

import dev.tidemark.table.FolderUri;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.HashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A delivered file on any Hadoop file system, readable on the driver and in tasks. */
final class HadoopSource implements DeliveredSource {
  private static final long serialVersionUID = 1L;
  private static final long SECOND = 1000;

  private final String uri;
  private final String name;
  private final long length;
  private final long modified;
  private final Settings settings;

  /**
   * Names a file.
   *
   * @param name as tables and messages show it: relative to its input folder
   * @param settings shared by all files of a delivery, so that they travel to a task once
   */
  HadoopSource(FileStatus file, String name, Settings settings) {
    this.uri = file.getPath().toString();
    this.name = name;
    this.length = file.getLen();
    this.modified = file.getModificationTime();
    this.settings = settings;
  }

  /** A Hadoop configuration as plain settings, which travel to tasks. */
  static final class Settings implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, String> values = new HashMap<>();

    static Settings of(Configuration configuration) {
      var settings = new Settings();
      configuration.forEach(entry -> settings.values.put(entry.getKey(), entry.getValue()));
      return settings;
    }

    FileSystem system(Path path) throws IOException {
      var configuration = new Configuration(false);
      values.forEach(configuration::set);
      return path.getFileSystem(configuration);
    }
  }

  @Override
  public String uri() {
    return uri;
  }

  @Override
  public String place() {
    return FolderUri.shown(new Path(uri));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public InputStream open() throws IOException {
    var path = new Path(uri);
    return settings.system(path).open(path);
  }

  @Override
  public boolean hasChanged() throws IOException {
    var path = new Path(uri);
    var now = settings.system(path).getFileStatus(path);
    return now.getLen() != length || isAnother(now.getModificationTime(), modified);
  }

  /**
   * Whether two times of one file are not the same. S3 has them to the second where it is asked for
   * a file, and some of its kind to the millisecond where a folder is listed.
   *
   * @param one in milliseconds, as the other
   */
  static boolean isAnother(long one, long other) {
    boolean isWhole = one % SECOND == 0 || other % SECOND == 0;
    return isWhole ? one / SECOND != other / SECOND : one != other;
  }
}
