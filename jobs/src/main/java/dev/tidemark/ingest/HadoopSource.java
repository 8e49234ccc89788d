package dev.tidemark.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** A delivered file on any Hadoop file system, readable on the driver and in tasks. */
final class HadoopSource implements Source, Serializable {
  private static final long serialVersionUID = 1L;

  private final String uri;
  private final String name;
  private final long length;
  private final HashMap<String, String> settings;

  /**
   * Names a file.
   *
   * @param uri where it lies
   * @param name as tables and messages show it: relative to its input folder
   */
  HadoopSource(String uri, String name, long length, Map<String, String> settings) {
    this.uri = uri;
    this.name = name;
    this.length = length;
    this.settings = new HashMap<>(settings);
  }

  /** A Hadoop configuration as plain settings, which travel to tasks. */
  static Map<String, String> settings(Configuration configuration) {
    var settings = new HashMap<String, String>();
    configuration.forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
    return settings;
  }

  String uri() {
    return uri;
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
    var configuration = new Configuration(false);
    settings.forEach(configuration::set);
    var path = new Path(uri);
    return path.getFileSystem(configuration).open(path);
  }
}
