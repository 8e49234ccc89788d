package dev.tidemark.bench;

import dev.tidemark.bench.messages.SampleMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The sample's framework, units and terms in another folder, with any number of messages. */
final class SampleAssessment {
  static final Path SAMPLE = Path.of("data-samples/assessment-36-cities");

  private SampleAssessment() {}

  /**
   * Writes {@code framework.yaml} and what it names, and {@code input/messages.csv}.
   *
   * @param size number of messages, at least 1,500
   * @param vectors who makes them: {@code model}, {@code static} or {@code words}
   * @return the file of messages, in the order of time
   */
  static Path write(Path folder, int size, String vectors) throws IOException {
    var truth = Files.createDirectories(folder.resolve("truth"));
    var input = Files.createDirectories(folder.resolve("input"));
    copy("terms.csv", folder);
    copy("units.csv", folder);
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
    return input.resolve("messages.csv");
  }

  /** Copies a file of the sample. */
  static void copy(String file, Path folder) throws IOException {
    Files.copy(SAMPLE.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
  }
}
