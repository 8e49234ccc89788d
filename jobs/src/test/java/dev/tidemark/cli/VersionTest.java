package dev.tidemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionTest {
  @TempDir private Path folder;

  /** Each text is {@code name=contents}; the hour is that of building. */
  private Path jar(long hour, String... files) throws IOException {
    var jar = Files.createTempFile(folder, "build", ".jar");
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (var file : files) {
        var entry = new ZipEntry(file.split("=", -1)[0]);
        entry.setTime(hour * 3_600_000);
        out.putNextEntry(entry);
        out.write(file.split("=", -1)[1].getBytes(UTF_8));
      }
    }
    return jar;
  }

  private String snapshot(Path jar) throws IOException {
    return Version.of("1.2.3-SNAPSHOT", jar);
  }

  @Test
  void aReleaseIsItsNumber() throws IOException {
    assertThat(Version.of("1.2.3", jar(400_000, "A.class=a"))).isEqualTo("1.2.3");
  }

  @Test
  void theSameSnapshotIsOneWhereverItWasBuilt() throws IOException {
    var one = jar(400_000, "META-INF/MANIFEST.MF=Build-Jdk 17", "A.class=a", "rules.yaml=r");
    var other = jar(400_001, "rules.yaml=r", "A.class=a", "META-INF/MANIFEST.MF=Build-Jdk 21");
    assertThat(snapshot(one))
        .matches("1\\.2\\.3-SNAPSHOT\\+[0-9a-f]{8}")
        .isEqualTo(snapshot(other));
  }

  @Test
  void aSnapshotWithAnotherClassOrResourceIsAnother() throws IOException {
    var first = snapshot(jar(400_000, "A.class=a", "rules.yaml=r"));
    assertThat(snapshot(jar(400_000, "A.class=b", "rules.yaml=r"))).isNotEqualTo(first);
    assertThat(snapshot(jar(400_000, "A.class=a", "rules.yaml=s"))).isNotEqualTo(first);
    assertThat(snapshot(jar(400_000, "B.class=a", "rules.yaml=r"))).isNotEqualTo(first);
  }
}
