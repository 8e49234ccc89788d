package dev.tidemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import picocli.CommandLine.IVersionProvider;

/** The version the jar was built as, and of a snapshot, which build. */
final class Version implements IVersionProvider {
  private static final String CURRENT = read();

  /** As {@code 1.2.3}, {@code 1.2.3-SNAPSHOT+0badcafe}, or {@code unpackaged}. */
  static String current() {
    return CURRENT;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"tidemark " + current()};
  }

  private static String read() {
    var version = Version.class.getPackage().getImplementationVersion();
    try {
      return version == null ? "unpackaged" : of(version, jar());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jar() {
    try {
      return Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class loader made the address of the jar", e);
    }
  }

  /**
   * A version; of a snapshot with what its classes and resources add up to, so that two of them are
   * one version where all of these are equal, wherever and whenever they were built.
   */
  static String of(String version, Path jar) throws IOException {
    if (!version.endsWith("-SNAPSHOT")) {
      return version;
    }
    try (var entries = new ZipFile(jar.toFile())) {
      var contents =
          entries.stream()
              .filter(entry -> !entry.getName().startsWith("META-INF/"))
              .map(entry -> entry.getName() + " " + entry.getCrc())
              .sorted()
              .collect(joining("\n"));
      var sum = new CRC32();
      sum.update(contents.getBytes(UTF_8));
      return "%s+%08x".formatted(version, sum.getValue());
    }
  }
}
