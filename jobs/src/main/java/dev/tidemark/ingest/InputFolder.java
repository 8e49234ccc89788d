package dev.tidemark.ingest;

import dev.tidemark.error.NearestName;
import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.table.FolderUri;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;

/**
 * Which delivered files belong to which table: {@code <table>.<ending>}, or any file in a folder
 * {@code <table>/} or, as Spark writes one, {@code <table>.<ending>/}.
 *
 * @param files by table, in the order of their names
 * @param notes what lies there and is not read, one line each
 */
record InputFolder(Map<TableSpec, List<HadoopSource>> files, List<String> notes) {
  /**
   * Looks into the folders.
   *
   * @throws UsageWrong if a folder does not exist, is a file, holds no table, or has something
   *     named like a table's file that is none
   * @throws StorageFailed if a folder of Spark's is still being written
   */
  static InputFolder of(List<String> folders, Configuration configuration) {
    var found = look(folders, configuration);
    if (found.files().isEmpty()) {
      throw new UsageWrong(
          "--input %s holds no input table. Expected files such as observations.csv, or a folder observations/ of files (csv, jsonl, xlsx, parquet). tidemark tables lists the tables.%s"
              .formatted(
                  String.join(", ", folders),
                  found.notes().stream()
                      .map(note -> System.lineSeparator() + "  " + note)
                      .collect(Collectors.joining())));
    }
    return found;
  }

  /**
   * Looks into folders that may hold no table yet.
   *
   * @throws UsageWrong as {@link #of}, but for that
   * @throws StorageFailed as {@link #of}
   */
  static InputFolder look(List<String> folders, Configuration configuration) {
    var search = new Search(configuration);
    folders.forEach(search::look);
    return new InputFolder(search.files, search.notes);
  }

  private static final class Search {
    /** Where Spark's and Hadoop's writers keep what is not complete. */
    private static final String BEING_WRITTEN = "_temporary";

    private final Map<TableSpec, List<HadoopSource>> files = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final Configuration configuration;
    private final HadoopSource.Settings settings;

    Search(Configuration configuration) {
      this.configuration = configuration;
      this.settings = HadoopSource.Settings.of(configuration);
    }

    void look(String folder) {
      try {
        var root = FolderUri.of("--input", folder);
        var system = FolderUri.fileSystem(root, configuration);
        if (!system.getFileStatus(root).isDirectory()) {
          throw new UsageWrong("--input %s is a file. Name the folder it is in.".formatted(folder));
        }
        for (var entry : list(system, root)) {
          look(system, entry);
        }
      } catch (FileNotFoundException e) {
        throw new UsageWrong("--input %s does not exist.".formatted(folder), e);
      } catch (UnsupportedFileSystemException e) {
        throw new UsageWrong(
            "--input %s is on no file system that is installed: %s"
                .formatted(folder, e.getMessage()),
            e);
      } catch (AccessDeniedException | AccessControlException e) {
        throw new UsageWrong(
            "--input %s may not be listed: %s".formatted(folder, e.getMessage()), e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void look(FileSystem system, FileStatus entry) throws IOException {
      var name = entry.getPath().getName();
      var stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
      var table = Tables.inputs().stream().filter(t -> t.name().equals(stem)).findFirst();
      if (table.isEmpty()) {
        noteUnknown(name, stem);
      } else if (isFolder(entry, !name.equals(stem))) {
        lookInside(system, entry, table.get());
      } else {
        add(table.get(), entry, name);
      }
    }

    private void lookInside(FileSystem system, FileStatus folder, TableSpec table)
        throws IOException {
      var name = folder.getPath().getName();
      if (system.exists(new Path(folder.getPath(), BEING_WRITTEN))) {
        throw new StorageFailed(
            "--input: %s is being written: it holds %s. Nothing was loaded; run again when it is complete, or remove it if its writer died."
                .formatted(FolderUri.shown(folder.getPath()), BEING_WRITTEN));
      }
      var inside = list(system, folder.getPath());
      if (inside.isEmpty()) {
        notes.add(name + "/ holds no file");
      }
      for (var file : inside) {
        add(table, file, name + "/" + file.getPath().getName());
      }
    }

    private void add(TableSpec table, FileStatus file, String name) {
      if (Format.of(name).isEmpty() && file.isDirectory()) {
        throw new UsageWrong(
            "--input: %s is a folder within the folder of a table. Put its files into %s/ itself."
                .formatted(FolderUri.shown(file.getPath()), table.name()));
      } else if (Format.of(name).isEmpty()) {
        notes.add(name + " is not read: its ending is none of csv, jsonl, xlsx, parquet");
      } else if (isRegular(file)) {
        files
            .computeIfAbsent(table, t -> new ArrayList<>())
            .add(new HadoopSource(file, name, settings));
      } else {
        throw new UsageWrong(
            "--input: %s is a folder, a link or a pipe, not a regular file. Deliver the file itself; files of one table go into a folder %s/."
                .formatted(FolderUri.shown(file.getPath()), table.name()));
      }
    }

    /** Behind a name with an ending, a link to a folder is none, as one to a file is none. */
    private static boolean isFolder(FileStatus entry, boolean hasEnding) {
      var uri = entry.getPath().toUri();
      return entry.isDirectory()
          && (!hasEnding
              || !"file".equals(uri.getScheme())
              || !Files.isSymbolicLink(java.nio.file.Path.of(uri.getPath())));
    }

    /** Hadoop follows the links of a local disk, and takes a pipe for a file it could wait on. */
    private static boolean isRegular(FileStatus file) {
      var uri = file.getPath().toUri();
      return "file".equals(uri.getScheme())
          ? Files.isRegularFile(java.nio.file.Path.of(uri.getPath()), LinkOption.NOFOLLOW_LINKS)
          : file.isFile() && !file.isSymlink();
    }

    private void noteUnknown(String name, String stem) {
      boolean isFrameworks =
          stem.equals("units") || stem.equals("terms") || name.matches(".*\\.ya?ml");
      if (!isFrameworks && !stem.equals("README")) {
        var names = Tables.inputs().stream().map(TableSpec::name).toList();
        notes.add(
            name
                + " is not an input table and is not read"
                + NearestName.to(stem, names)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse(""));
      }
    }

    /** Entries by name, without those that tools hide. */
    private static List<FileStatus> list(FileSystem system, Path folder) throws IOException {
      return Arrays.stream(system.listStatus(folder))
          .filter(entry -> !entry.getPath().getName().matches("[._].*"))
          .sorted(Comparator.comparing(entry -> entry.getPath().getName()))
          .toList();
    }
  }
}
