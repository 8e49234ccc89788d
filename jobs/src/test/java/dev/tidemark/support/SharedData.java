package dev.tidemark.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Development data that lie beside the repository, in {@code shared/data}, and not in it. */
public final class SharedData {
  private SharedData() {}

  /**
   * A file of it; the test that asks is skipped where it is not there.
   *
   * @param path below {@code shared/data}; the property {@code tidemark.shared} may name another
   *     folder than {@code shared}
   */
  public static Path file(String path) {
    var named = System.getProperty("tidemark.shared");
    var shared =
        named == null
            ? above().map(folder -> folder.resolve("shared")).filter(Files::isDirectory).findFirst()
            : java.util.Optional.of(Path.of(named));
    var file = shared.map(folder -> folder.resolve("data").resolve(path));
    assumeTrue(
        file.filter(Files::isRegularFile).isPresent(),
        () -> "skipped: shared/data/%s is not beside the repository".formatted(path));
    return file.orElseThrow();
  }

  /** A folder of the repository, from its root. */
  public static Path repository(String path) {
    return above()
        .filter(folder -> Files.exists(folder.resolve("mvnw")))
        .findFirst()
        .orElseThrow()
        .resolve(path);
  }

  /** The working directory and the folders it is in, inside out. */
  private static Stream<Path> above() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent);
  }
}
