package dev.tidemark.table;

import dev.tidemark.error.Causes;
import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.TidemarkException;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkThrowable;

/** Tells a disk that is full, gone or forbidden from a bug. */
public final class StorageTrouble {
  /** SQLSTATE: system error, a commit that lost a race, files that cannot be read or written. */
  private static final List<String> STORAGE = List.of("58", "2D521", "KD");

  private StorageTrouble() {}

  /** Whether storage is to blame, so that the same command may succeed later. */
  public static boolean caused(Throwable failure) {
    return Causes.of(failure).anyMatch(StorageTrouble::isStorage);
  }

  /** The file that Spark could not read, if it names one, and what was wrong in the end. */
  public static String told(Throwable failure) {
    var wrong = Causes.deepest(failure);
    return Causes.of(failure)
        .filter(cause -> cause instanceof SparkThrowable)
        .map(cause -> ((SparkThrowable) cause).getMessageParameters().get("path"))
        .filter(path -> path != null && !wrong.contains(path))
        .findFirst()
        .map(path -> path + ": " + wrong)
        .orElse(wrong);
  }

  /**
   * What an operator must know of a failed write, or the failure itself if storage is not to blame.
   *
   * @param folder of the table
   */
  static RuntimeException explained(String folder, Exception failure, Configuration settings) {
    if (caused(failure)) {
      return new StorageFailed(
          "%s cannot be written: %s%s. The table is as it was before. Mend the cause and run the command again."
              .formatted(folder, told(failure), free(folder, settings)),
          failure);
    }
    return unchecked(failure);
  }

  /** What an operator must know of work that failed, or the failure itself. */
  public static RuntimeException explained(Exception failure) {
    return caused(failure) && !(failure instanceof TidemarkException)
        ? new StorageFailed(
            "The warehouse or an input could not be read or written: %s. Mend the cause and run the command again."
                .formatted(told(failure)),
            failure)
        : unchecked(failure);
  }

  /** Scala throws checked exceptions without declaring them. */
  private static RuntimeException unchecked(Exception failure) {
    return failure instanceof RuntimeException bug ? bug : new IllegalStateException(failure);
  }

  /** The same of a failed read of what was written before. */
  static RuntimeException damaged(String folder, Exception failure) {
    return new StorageFailed(
        "%s is damaged or cannot be read: %s. Nothing was deleted. An older version may still have the rows (SELECT … VERSION AS OF); an output is made anew by tidemark refresh --full, an input by a fresh delivery into another --warehouse."
            .formatted(folder, told(failure)),
        failure);
  }

  private static boolean isStorage(Throwable cause) {
    if (cause instanceof SparkThrowable spark && spark.getSqlState() != null) {
      return STORAGE.stream().anyMatch(spark.getSqlState()::startsWith);
    }
    return cause instanceof IOException && !(cause instanceof ObjectStreamException);
  }

  private static String free(String folder, Configuration settings) {
    try {
      var path = new Path(folder);
      return " (%,d bytes free)"
          .formatted(path.getFileSystem(settings).getStatus(path).getRemaining());
    } catch (IOException | UnsupportedOperationException e) {
      // The storage is in trouble: that it does not say how full it is, is no news.
      return "";
    }
  }
}
