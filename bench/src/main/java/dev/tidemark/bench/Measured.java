package dev.tidemark.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Runs another class's {@code main} and leaves behind what the process used until it ended. */
final class Measured {
  private static final long TICKS_PER_SECOND = 100;

  private Measured() {}

  /**
   * Runs a program in this process.
   *
   * @param args the file for the usage, the name of the class, and its arguments
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    var file = Path.of(args[0]);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> write(file)));
    Class.forName(args[1])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
  }

  /** CPU seconds of all threads, JVM included, then the largest resident memory in MB. */
  private static void write(Path file) {
    try {
      var stat = Files.readString(Path.of("/proc/self/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      double cpu =
          (double) (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
      try (var status = Files.lines(Path.of("/proc/self/status"))) {
        var peak = status.filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow();
        long megabytes = Long.parseLong(peak.replaceAll("\\D", "")) / 1024;
        Files.writeString(file, cpu + " " + megabytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
