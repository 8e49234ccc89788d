package dev.tidemark.bench;

import dev.tidemark.bench.messages.SampleMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Times {@code ingest} and {@code issues} on messages at several sizes. */
final class IssuesBenchmark {
  private static final Path SAMPLE = Path.of("data-samples/assessment-36-cities");
  private static final List<Integer> SIZES = List.of(10_000, 100_000);

  private IssuesBenchmark() {}

  /**
   * Prints a Markdown table, and what the commands said on stderr.
   *
   * @param args numbers of messages, at least 1,500. Java options of Tidemark's process begin with
   *     {@code -X}, {@code --vectors=static} names another maker of vectors than the model, {@code
   *     --work=DIR} is where the data go, {@code --keep} leaves them there
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var given = List.of(args);
    var work = Path.of(option(given, "--work=").orElse("bench/target/issues"));
    var options = new ArrayList<>(Program.sparkOptions());
    given.stream().filter(arg -> arg.startsWith("-X")).forEach(options::add);
    var wanted = given.stream().filter(arg -> !arg.startsWith("-")).map(Integer::valueOf).toList();
    System.out.println("| messages | command | CPU s | wall s | messages per s | peak MB |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    for (int size : wanted.isEmpty() ? SIZES : wanted) {
      var folder = work.resolve("messages-" + size);
      delete(folder);
      write(folder, size, option(given, "--vectors=").orElse("model"));
      for (var command : List.of("ingest", "issues")) {
        var program = new Program(folder);
        var usage =
            program.tidemark(
                options,
                folder,
                command,
                command.equals("ingest")
                    ? new String[] {"--input", folder.resolve("input").toString()}
                    : new String[0]);
        System.err.print(program.log());
        System.out.println(row(size, command, usage));
      }
      if (!given.contains("--keep")) {
        delete(folder);
      }
    }
  }

  private static void write(Path folder, int size, String vectors) throws IOException {
    var truth = Files.createDirectories(folder.resolve("truth"));
    var input = Files.createDirectories(folder.resolve("input"));
    for (var file : List.of("terms.csv", "units.csv")) {
      Files.copy(SAMPLE.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    var framework = Files.readString(SAMPLE.resolve("framework.yaml"));
    Files.writeString(
        folder.resolve("framework.yaml"),
        framework.replace("\nissues:\n", "\nissues:\n  vectors: " + vectors + "\n"));
    SampleMessages.main(
        new String[] {
          String.valueOf(size),
          folder.resolve("units.csv").toString(),
          input.toString(),
          truth.toString()
        });
  }

  private static String row(int size, String command, Usage usage) {
    return "| %d | %s | %.1f | %.1f | %.0f | %d |"
        .formatted(size, command, usage.cpu(), usage.wall(), size / usage.wall(), usage.memory());
  }

  private static Optional<String> option(List<String> given, String name) {
    return given.stream()
        .filter(arg -> arg.startsWith(name))
        .map(arg -> arg.substring(name.length()))
        .findFirst();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
