package dev.tidemark.cli;

import dev.tidemark.ingest.BadRowLimit;
import dev.tidemark.ingest.IngestOptions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of commands that read a delivery. */
final class IngestMixin {
  @Option(
      names = {"-i", "--input"},
      paramLabel = "DIR",
      description = "A folder of input tables; repeatable (default: the framework file's folder).")
  private List<String> folders = new ArrayList<>();

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      defaultValue = "UTF-8",
      description = "Encoding of CSV and JSON files, such as GBK (default: ${DEFAULT-VALUE}).")
  private Charset encoding = StandardCharsets.UTF_8;

  @Option(
      names = "--max-bad-rows",
      paramLabel = "N|N%",
      defaultValue = "0",
      description =
          "How many bad rows a load may leave out, a number or a share of the rows delivered"
              + " (default: ${DEFAULT-VALUE}). With more it loads nothing and exits with 3.")
  private BadRowLimit maxBadRows = BadRowLimit.NONE;

  @Option(
      names = "--on-bad-file",
      paramLabel = "reject|quarantine",
      defaultValue = "reject",
      description =
          "Whether a file that cannot be read stops the load, or is left out"
              + " (default: ${DEFAULT-VALUE}).")
  private IngestOptions.OnBadFile onBadFile = IngestOptions.OnBadFile.REJECT;

  @Option(names = "--allow-empty", description = "Take a file without rows for what it is.")
  private boolean allowEmpty;

  /** Whether folders were named; else they are the framework file's. */
  boolean namesFolders() {
    return !folders.isEmpty();
  }

  IngestOptions options(Path frameworkFolder) {
    return new IngestOptions(
        folders.isEmpty() ? List.of(frameworkFolder.toString()) : folders,
        encoding,
        maxBadRows,
        onBadFile,
        allowEmpty ? IngestOptions.OnEmptyFile.ALLOW : IngestOptions.OnEmptyFile.REFUSE);
  }
}
