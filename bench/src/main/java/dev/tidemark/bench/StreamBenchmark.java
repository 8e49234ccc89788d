package dev.tidemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** How soon after their file has landed messages are in the tables and in the report. */
final class StreamBenchmark {
  private static final List<String> SIZES = List.of("1500", "5000", "10000");
  private static final List<String> OF_ISSUES = List.of("issues", "issue_periods", "bottlenecks");

  /** How often a stream looks, unless it is told otherwise. */
  private static final long EVERY_MS = 5_000;

  private static final long GLANCE_MS = 100;

  private final Path folder;
  private final List<String> options;

  private StreamBenchmark(Path folder, List<String> options) {
    this.folder = folder;
    this.options = options;
  }

  /**
   * What became of one file.
   *
   * @param rows seconds until its messages were committed
   * @param issues the same of the last table of issues and bottlenecks
   * @param report until the report with them was there
   * @param cpu seconds that the stream used until then
   */
  private record Arrival(double rows, double issues, double report, double cpu) {}

  /**
   * Prints a Markdown table; on stderr each arrival, and what the stream said.
   *
   * @param args numbers of messages that are there before. Java options of Tidemark's process begin
   *     with {@code -X} or {@code -D}; {@code --files=N} and {@code --messages=N} are how many
   *     arrive, {@code --vectors=model} names another maker of vectors, {@code --work=DIR} is where
   *     the data go, {@code --keep} leaves them there
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var given = Given.of(args);
    int files = Integer.parseInt(given.option("files").orElse("6"));
    int messages = Integer.parseInt(given.option("messages").orElse("200"));
    var vectors = given.option("vectors").orElse("static");
    System.out.println(
        "| messages before | rows: median s | max | issues: median s | max | report: median s |"
            + " max | CPU s: median | max |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (var size : given.amounts().isEmpty() ? SIZES : given.amounts()) {
      var folder = given.work("stream").resolve("messages-" + size);
      FileUtils.deleteDirectory(folder.toFile());
      var benchmark = new StreamBenchmark(folder, given.javaForLittle());
      var arriving = benchmark.prepare(Integer.parseInt(size), files, messages, vectors);
      System.out.println(row(size, benchmark.stream(arriving)));
      if (!given.isKept()) {
        FileUtils.deleteDirectory(folder.toFile());
      }
    }
  }

  /**
   * Brings everything up to date with all messages but the last ones.
   *
   * @return the texts of the files that are to arrive
   */
  private List<String> prepare(int before, int files, int messages, String vectors)
      throws IOException, InterruptedException {
    var file = SampleAssessment.write(folder, before + files * messages, vectors);
    // A text may have several lines.
    var parts = Files.readString(file).split("\n(?=msg-)", -1);
    var header = parts[0];
    var rows = Stream.of(parts).skip(1).map(String::strip).toList();
    Files.writeString(file, text(header, rows.subList(0, before)));
    try (var others = Files.newDirectoryStream(SampleAssessment.SAMPLE, "*.csv")) {
      for (var other : others) {
        var copy = file.resolveSibling(other.getFileName());
        if (!copy.equals(file)) {
          Files.copy(other, copy);
        }
      }
    }
    var program = new Program(folder);
    program.tidemark(options, folder, "refresh", "--input", file.getParent().toString());
    System.err.print(program.log());
    var arriving = new ArrayList<String>();
    for (int start = before; start < rows.size(); start += messages) {
      arriving.add(text(header, rows.subList(start, start + messages)));
    }
    return arriving;
  }

  private static String text(String header, List<String> rows) {
    return header + "\n" + String.join("\n", rows) + "\n";
  }

  private List<Arrival> stream(List<String> arriving) throws IOException, InterruptedException {
    var landing = Files.createDirectories(folder.resolve("landing/messages")).getParent();
    var program = new Program(folder);
    var stream =
        program.start(
            options,
            dev.tidemark.Main.class,
            Program.arguments(
                folder,
                "issues",
                "--stream",
                "--input",
                landing.toString(),
                "--report",
                folder.resolve("report").toString()));
    try {
      while (!program.log().contains("stream: watching")) {
        live(stream, program, GLANCE_MS);
      }
      var arrivals = new ArrayList<Arrival>();
      for (int file = 0; file < arriving.size(); file++) {
        // Anywhere between two looks, not right after one.
        long moment = EVERY_MS * file / arriving.size();
        live(stream, program, Math.floorMod(moment - System.currentTimeMillis(), EVERY_MS));
        arrivals.add(arrive(stream, program, landing, file + ".csv", arriving.get(file)));
        System.err.println(arrivals.get(file));
      }
      return arrivals;
    } finally {
      stream.destroy();
      stream.waitFor();
      System.err.print(program.log());
    }
  }

  private Arrival arrive(Process stream, Program program, Path landing, String name, String text)
      throws IOException, InterruptedException {
    var written = Files.writeString(landing.resolve("messages/." + name), text);
    var cpu = cpu(stream);
    var landed = Instant.now();
    Files.move(written, landing.resolve("messages").resolve(name));
    while (!isAfter(folder.resolve("report/index.html"), landed)) {
      live(stream, program, GLANCE_MS);
    }
    double report = seconds(landed, Instant.now());
    double used = cpu(stream).minus(cpu).toNanos() / 1e9;
    double issues = 0;
    for (var table : OF_ISSUES) {
      issues = Math.max(issues, seconds(landed, lastCommit(table)));
    }
    return new Arrival(seconds(landed, lastCommit("messages")), issues, report, used);
  }

  /** Waits for the end of the stream, which is not to come in that time. */
  private static void live(Process stream, Program program, long milliseconds)
      throws IOException, InterruptedException {
    if (stream.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
      throw new IOException("The stream ended: " + program.log());
    }
  }

  /** While a report takes the place of the last one, there is none. */
  private static boolean isAfter(Path page, Instant time) throws IOException {
    try {
      return Files.getLastModifiedTime(page).toInstant().isAfter(time);
    } catch (NoSuchFileException notThere) {
      return false;
    }
  }

  private Instant lastCommit(String table) throws IOException {
    var last = Instant.EPOCH;
    var log = folder.resolve("warehouse").resolve(table).resolve("_delta_log");
    try (var commits = Files.newDirectoryStream(log, "*.json")) {
      for (var commit : commits) {
        var time = Files.getLastModifiedTime(commit).toInstant();
        last = time.isAfter(last) ? time : last;
      }
    }
    return last;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }

  private static Duration cpu(Process process) {
    return process.info().totalCpuDuration().orElseThrow();
  }

  private static String row(String size, List<Arrival> arrivals) {
    return Stream.<ToDoubleFunction<Arrival>>of(
            Arrival::rows, Arrival::issues, Arrival::report, Arrival::cpu)
        .map(figure -> arrivals.stream().mapToDouble(figure).sorted().toArray())
        .map(sorted -> " %.0f | %.0f |".formatted(middle(sorted), sorted[sorted.length - 1]))
        .reduce("| " + size + " |", String::concat);
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
