package dev.tidemark.stream;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.TidemarkException;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.job.JobContext;
import dev.tidemark.table.FolderUri;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Folders that files are put into, as a stream of the files' names. */
public final class LandingFolders implements Arrivals {
  /** Spark's own source of whole files wants to be told its schema. */
  private static final StructType FILES =
      new StructType()
          .add("path", DataTypes.StringType, false)
          .add("modificationTime", DataTypes.TimestampType, false)
          .add("length", DataTypes.LongType, false)
          .add("content", DataTypes.BinaryType);

  /** A file that was copied with its old date is new all the same. */
  private static final String ANY_AGE = "36500d";

  /** Whoever moves files away, or still writes, has ended by then; or there is other trouble. */
  private static final int LOOKS = 5;

  private final List<Path> folders;
  private final Predicate<JobContext> load;
  private final Duration every;

  /**
   * Watches folders.
   *
   * @param load loads what is new in them, and says whether anything was
   * @param every how long to wait before another look at folders that others work in
   */
  public LandingFolders(List<String> names, Predicate<JobContext> load, Duration every) {
    this.folders = names.stream().map(name -> FolderUri.of("--input", name)).distinct().toList();
    this.load = load;
    this.every = every;
  }

  @Override
  public String place() {
    return folders.stream().map(FolderUri::shown).collect(Collectors.joining(", "));
  }

  /** Names these folders, so that others are another stream. */
  @Override
  public String id() {
    var all = folders.stream().map(Path::toString).sorted().collect(Collectors.joining("\n"));
    return "ingest-" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * One row for each file that is new.
   *
   * @throws UsageWrong if a folder is not there
   */
  @Override
  public Dataset<Row> open(SparkSession spark) {
    for (var folder : folders) {
      if (!exists(spark, folder)) {
        throw new UsageWrong(
            "--input %s does not exist. Make the folder, then watch it."
                .formatted(FolderUri.shown(folder)));
      }
    }
    return folders.stream()
        .map(
            folder ->
                spark
                    .readStream()
                    .format("binaryFile")
                    .schema(FILES)
                    .option("recursiveFileLookup", "true")
                    .option("maxFileAge", ANY_AGE)
                    .load(folder.toString())
                    .select("path"))
        .reduce(Dataset::union)
        .orElseThrow();
  }

  /**
   * The folders as they are: what of them is new, the load knows by content. A file that is moved
   * away while all are looked at, or one that is still written, passes: so they are looked at
   * again.
   */
  @Override
  public Brought load(Dataset<Row> arrived, JobContext run) {
    for (int look = 1; ; look++) {
      try {
        return load.test(run) ? Brought.NEWS : Brought.KNOWN;
      } catch (StorageFailed passing) {
        if (look == LOOKS) {
          throw passing;
        }
        run.progress().accept("stream: %s Looking again.".formatted(passing.getMessage()));
        pause(passing);
      }
    }
  }

  private void pause(StorageFailed passing) {
    try {
      boolean isOver = new CountDownLatch(1).await(every.toMillis(), TimeUnit.MILLISECONDS);
      assert !isOver;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw passing;
    }
  }

  @Override
  public boolean canBeMended() {
    return true;
  }

  @Override
  public Optional<TidemarkException> explained(Throwable failure) {
    return Optional.empty();
  }

  private static boolean exists(SparkSession spark, Path folder) {
    try {
      return FolderUri.fileSystem(folder, spark.sparkContext().hadoopConfiguration())
          .exists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
