package dev.tidemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Runs a program in a process of its own, and says what that used. */
final class Program {
  private final Path work;

  /** The folder is for its log. */
  Program(Path work) {
    this.work = work;
  }

  /**
   * Runs it to its end.
   *
   * @param options for Java
   * @throws IOException if it ends with another code than 0; the message has its output
   */
  Usage run(List<String> options, Class<?> main, String... args)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    int exit = start(options, main, args).waitFor();
    double wall = (System.nanoTime() - start) / 1e9;
    if (exit != 0) {
      throw new IOException("%s ended with %d:%n%s".formatted(main.getName(), exit, log()));
    }
    return Usage.read(usage(), wall);
  }

  /** Starts it, for whoever asks to end it. */
  Process start(List<String> options, Class<?> main, String... args) throws IOException {
    Files.createDirectories(work);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Measured.class.getName(), usage().toString(), main.getName()));
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.to(work.resolve("log").toFile()));
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder.start();
  }

  private Path usage() {
    return work.resolve("usage").toAbsolutePath();
  }

  /**
   * Runs a command of Tidemark on a folder's {@code framework.yaml} and {@code warehouse}, with two
   * threads.
   */
  Usage tidemark(List<String> options, Path folder, String command, String... more)
      throws IOException, InterruptedException {
    return run(options, dev.tidemark.Main.class, arguments(folder, command, more));
  }

  /** The same command's arguments. */
  static String[] arguments(Path folder, String command, String... more) {
    var args =
        Stream.of(
            command,
            "--framework",
            folder.resolve("framework.yaml").toString(),
            "--warehouse",
            folder.resolve("warehouse").toString(),
            "--conf",
            "spark.master=local[2]",
            "--conf",
            "spark.ui.enabled=false");
    return Stream.concat(args, Stream.of(more)).toArray(String[]::new);
  }

  /** What the last one printed. */
  String log() throws IOException {
    return Files.readString(work.resolve("log"));
  }

  /** Java options of a process with Spark in it. */
  static List<String> sparkOptions() throws IOException {
    var properties = new Properties();
    try (var in = Program.class.getResourceAsStream("/java-options.properties")) {
      properties.load(in);
    }
    return List.of(properties.getProperty("embedded").trim().split("\\s+", -1));
  }
}
