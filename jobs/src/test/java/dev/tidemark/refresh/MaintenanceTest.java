package dev.tidemark.refresh;

import static dev.tidemark.refresh.Refreshed.ran;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.index.IndexJob;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintenanceTest {
  private static final Duration YEAR = Duration.ofDays(365);

  @TempDir private Path folder;

  @Test
  void r15LessThanSevenDaysAreRefused() {
    assertThatThrownBy(() -> new Maintenance(Duration.ofDays(6), Clock.systemUTC()))
        .isInstanceOf(UsageWrong.class)
        .hasMessageContaining("Keep 7 days at least");
  }

  @Test
  void smallFilesAreJoinedWithoutMakingAnythingStaleAndReadersSeeTheSameRows() {
    var life = new Refreshed(folder).with(new IndexJob()).deliver("1.csv", "P1,a,points,40");
    life.refresh();
    life.deliver("2.csv", "P1,b,points,60").refresh();
    long before = life.lake("reader").log(Tables.OBSERVATIONS).version();

    new Maintenance(YEAR, Clock.systemUTC()).run(life.context(), Duration.ZERO);
    var commits = life.commits();
    var idle = life.refresh();

    assertThat(life.lake("reader").log(Tables.OBSERVATIONS).version()).isGreaterThan(before);
    assertThat(life.published(Tables.OBSERVATIONS, "value")).containsExactly("40.0", "60.0");
    assertThat(ran(idle)).isEmpty();
    assertThat(life.commits()).isEqualTo(commits);
  }

  @Test
  void r20ADamagedFileIsNamedAndNothingIsDeleted() throws IOException {
    var life = new Refreshed(folder).with(new IndexJob()).deliver("1.csv", "P1,a,points,40");
    life.refresh();
    var partition = life.warehouse().resolve("observations/period=P1");
    try (var files = Files.list(partition)) {
      var file = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.write(file, new byte[(int) Files.size(file)]);
      Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    }

    assertThatThrownBy(
            () -> new Maintenance(YEAR, Clock.systemUTC()).run(life.context(), Duration.ZERO))
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("observations is damaged or cannot be read");
  }
}
