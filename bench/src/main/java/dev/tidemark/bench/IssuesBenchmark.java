package dev.tidemark.bench;

import java.io.IOException;
import java.util.List;
import org.apache.commons.io.FileUtils;

/** Times {@code ingest} and {@code issues} on messages at several sizes. */
final class IssuesBenchmark {
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
    var given = Given.of(args);
    var options = given.java();
    var wanted = given.amounts().stream().map(Integer::valueOf).toList();
    System.out.println("| messages | command | CPU s | wall s | messages per s | peak MB |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    for (int size : wanted.isEmpty() ? SIZES : wanted) {
      var folder = given.work("issues").resolve("messages-" + size);
      FileUtils.deleteDirectory(folder.toFile());
      SampleAssessment.write(folder, size, given.option("vectors").orElse("model"));
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
      if (!given.isKept()) {
        FileUtils.deleteDirectory(folder.toFile());
      }
    }
  }

  private static String row(int size, String command, Usage usage) {
    return "| %d | %s | %.1f | %.1f | %.0f | %d |"
        .formatted(size, command, usage.cpu(), usage.wall(), size / usage.wall(), usage.memory());
  }
}
