package dev.tidemark.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.StorageFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseLockTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir private Path warehouse;
  private final List<String> progress = new ArrayList<>();

  private WarehouseLock take(String run) {
    return take(run, new Configuration());
  }

  private WarehouseLock take(String run, Configuration settings) {
    return WarehouseLock.take(
        warehouse.toUri().toString(),
        settings,
        run,
        Duration.ZERO,
        Clock.fixed(NOON, ZoneOffset.UTC),
        progress::add);
  }

  private void isHeld(String host, long process, Instant beat) throws IOException {
    Files.writeString(file(), new LockOwner("other", "theirs", host, process, beat, beat).json());
  }

  private Path file() {
    return warehouse.resolve("_refresh.lock");
  }

  @Test
  void theSecondLeavesAndIsToldWhoWasFirstAndWhatToDo() {
    try (var first = take("run-1")) {
      first.check();

      assertThatThrownBy(() -> take("run-2"))
          .isInstanceOf(StorageFailed.class)
          .hasMessageContaining("Another refresh works on this warehouse: run run-1, process ")
          .hasMessageContaining("--wait 30m");
    }
    assertThat(warehouse).isEmptyDirectory();
  }

  @Test
  void r2ALockOfAProcessThatIsGoneIsTakenOver() throws Exception {
    var gone = new ProcessBuilder("true").start();
    gone.waitFor();
    isHeld(InetAddress.getLocalHost().getHostName(), gone.pid(), NOON);

    try (var lock = take("run-1")) {
      lock.check();
    }

    assertThat(progress)
        .singleElement()
        .asString()
        .contains("taking over from the dead run theirs");
  }

  @Test
  void aLockOfAnotherHostIsTakenOverTenMinutesAfterItsLastBeatAndNoSooner() throws IOException {
    isHeld("elsewhere", 1, NOON.minus(Duration.ofMinutes(10)));
    assertThatThrownBy(() -> take("run-1")).hasMessageContaining("on elsewhere");

    isHeld("elsewhere", 1, NOON.minus(Duration.ofMinutes(10)).minusSeconds(1));
    try (var lock = take("run-2")) {
      lock.check();
    }
  }

  @Test
  void aDeadLockThatCannotBeMovedIsToldAndNotTriedForEver() throws IOException {
    isHeld("elsewhere", 1, NOON.minus(Duration.ofDays(1)));
    var settings = new Configuration();
    settings.setClass("fs.file.impl", Immovable.class, FileSystem.class);
    settings.setBoolean("fs.file.impl.disable.cache", true);

    assertThatThrownBy(() -> take("run-1", settings))
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining(
            "_refresh.lock cannot be written: the lock of a dead refresh cannot be moved away");
    assertThat(file()).exists();
  }

  /** A file system that renames nothing, as one that may be read and written but not changed. */
  static final class Immovable extends RawLocalFileSystem {
    @Override
    public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) {
      return false;
    }
  }

  @Test
  void aLockThatSomebodyIsWritingIsTakenForNobodysOnlyAfterTenMinutes() throws IOException {
    Files.createFile(file());

    assertThatThrownBy(() -> take("run-1")).hasMessageContaining("not known");
  }

  /** As on HDFS, which writes a file anew by emptying it first. */
  @Test
  void aLockIsStillItsOwnersWhileItsFileIsWrittenAnew() throws Exception {
    try (var lock = take("run-1")) {
      var text = Files.readString(file());
      Files.writeString(file(), "");
      var writing =
          CompletableFuture.runAsync(
              () -> rewrite(text), CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));

      lock.check();

      writing.get(10, TimeUnit.SECONDS);
    }
  }

  private void rewrite(String text) {
    try {
      Files.writeString(file(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void r14WhoLostTheLockSeesItAndLeavesTheOthersAlone() throws IOException {
    try (var lock = take("run-1")) {
      isHeld("elsewhere", 1, NOON);

      assertThatThrownBy(lock::check)
          .isInstanceOf(StorageFailed.class)
          .hasMessageContaining("took over from this one: run theirs");
    }
    assertThat(file()).exists();
  }
}
