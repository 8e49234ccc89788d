package dev.tidemark.table;

import dev.tidemark.error.Causes;
import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** A folder as a user names it: one plain place, not a pattern, a detour or a web address. */
public final class FolderUri {
  /** Hadoop has file systems for some of these; none of them is a place to keep tables. */
  private static final Set<String> NOT_FOLDERS =
      Set.of("http", "https", "ftp", "sftp", "jar", "har", "data", "jdbc");

  private static final Pattern GLOB = Pattern.compile("[*?\\[\\]{}]");
  private static final Pattern ENCODED = Pattern.compile("(?i)%(2e|2f|5c|00)");

  private FolderUri() {}

  /**
   * Reads a folder's name.
   *
   * @param option that names it, for messages
   * @param text a path or a URI of any file system Hadoop knows; {@code ..} only leads it, so that
   *     what stands in front says where the folder is
   * @throws UsageWrong if it is no such name
   */
  public static Path of(String option, String text) {
    if (text.isBlank()) {
      throw refused(option, text, "it is blank");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw refused(option, text, "it holds a control character");
    }
    if (GLOB.matcher(text).find()) {
      throw refused(option, text, "patterns are not expanded; name one folder, repeat the option");
    }
    if (ENCODED.matcher(text).find() || leavesWhatItEntered(text)) {
      throw refused(option, text, "it leaves a folder it has entered; name the one it ends in");
    }
    try {
      var path = new Path(text);
      var scheme = path.toUri().getScheme();
      if (scheme != null && NOT_FOLDERS.contains(scheme.toLowerCase(Locale.ROOT))) {
        throw refused(option, text, scheme + ": is not a file system");
      }
      return path;
    } catch (IllegalArgumentException e) {
      throw refused(option, text, e.getMessage());
    }
  }

  /**
   * The folder with its file system and from its root, as Delta asks for it.
   *
   * @throws UsageWrong if it is no folder's name, or on no file system that is installed
   * @throws StorageFailed if the file system does not answer
   */
  static String qualified(String option, String text, Configuration settings) {
    var path = of(option, text);
    try {
      return fileSystem(path, settings).makeQualified(path).toString();
    } catch (UnsupportedFileSystemException e) {
      throw refused(option, text, "it is on no file system that is installed: " + e.getMessage());
    } catch (IOException e) {
      throw new StorageFailed(
          "%s %s cannot be reached: %s".formatted(option, text, e.getMessage()), e);
    }
  }

  /**
   * The file system a folder is on.
   *
   * @throws UnsupportedFileSystemException if none is installed for it, or one whose classes lack
   */
  public static FileSystem fileSystem(Path folder, Configuration settings) throws IOException {
    try {
      return folder.getFileSystem(settings);
    } catch (RuntimeException | LinkageError failure) {
      if (Causes.of(failure).noneMatch(FolderUri::isMissingClass)) {
        throw failure;
      }
      var missing =
          new UnsupportedFileSystemException(
              "%s. Give Spark the file system's jars, with --jars or --packages before the command; s3a needs hadoop-aws"
                  .formatted(Causes.deepest(failure)));
      missing.initCause(failure);
      throw missing;
    }
  }

  private static boolean isMissingClass(Throwable cause) {
    return cause instanceof ClassNotFoundException || cause instanceof NoClassDefFoundError;
  }

  /**
   * Whether there is something of this name.
   *
   * @throws StorageFailed if the file system does not answer
   */
  static boolean exists(String folder, Configuration settings) {
    var path = new Path(folder);
    try {
      return path.getFileSystem(settings).exists(path);
    } catch (IOException e) {
      throw new StorageFailed("%s cannot be reached: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** A path as people write it: on a local disk without a scheme. */
  public static String shown(Path path) {
    var uri = path.toUri();
    return "file".equals(uri.getScheme()) ? uri.getPath() : path.toString();
  }

  private static boolean leavesWhatItEntered(String text) {
    var segments = Arrays.asList(text.split("[/\\\\]", -1));
    var entered = segments.stream().dropWhile(segment -> segment.matches("\\.\\.?")).toList();
    return entered.contains("..");
  }

  private static UsageWrong refused(String option, String text, String why) {
    var shown = new StringBuilder();
    text.chars().forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
    return new UsageWrong("%s %s is not a folder or URI: %s.".formatted(option, shown, why));
  }
}
