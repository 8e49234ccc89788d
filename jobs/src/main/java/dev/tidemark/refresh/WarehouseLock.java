package dev.tidemark.refresh;

import dev.tidemark.error.StorageFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.logging.log4j.LogManager;

/**
 * One refresh at a time in a warehouse: a file that only one can create, whose owner beats.
 *
 * <p>It saves work and confusion; that tables stay right is the business of Delta's commits. The
 * lock of a dead owner is taken over; should it still live, it sees that before its next job and
 * before it publishes.
 */
public final class WarehouseLock implements AutoCloseable {
  private static final Duration BEAT = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final String NAME = "_refresh.lock";

  private final LockFile file;
  private final LockOwner owner;
  private final Clock clock;
  private final ScheduledExecutorService heart;
  private final ScheduledFuture<?> beats;

  private WarehouseLock(LockFile file, LockOwner owner, Clock clock) {
    this.file = file;
    this.owner = owner;
    this.clock = clock;
    this.heart =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "tidemark-lock");
              thread.setDaemon(true);
              return thread;
            });
    this.beats =
        heart.scheduleAtFixedRate(this::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * Takes the lock.
   *
   * @param warehouse its folder
   * @param run that wants it
   * @param wait how long to wait for another's
   * @param progress is told once of whom it waits for
   * @throws StorageFailed if another has it still, or the warehouse cannot be written
   */
  public static WarehouseLock take(
      String warehouse,
      Configuration settings,
      String run,
      Duration wait,
      Clock clock,
      Consumer<String> progress) {
    var path = new Path(warehouse, NAME);
    var until = clock.instant().plus(wait);
    boolean isTold = false;
    try {
      var system = path.getFileSystem(settings);
      system.mkdirs(path.getParent());
      var file = new LockFile(path, system);
      while (true) {
        var now = clock.instant();
        var process = ProcessHandle.current().pid();
        var owner = new LockOwner(UUID.randomUUID().toString(), run, host(), process, now, now);
        if (file.create(owner)) {
          return new WarehouseLock(file, owner, clock);
        }
        var other = file.read();
        if (other.isEmpty()) {
          continue;
        }
        if (other.orElseThrow().isStale(now, host())) {
          progress.accept("refresh: taking over from the dead " + other.orElseThrow().told());
          file.breakOpen(other.orElseThrow());
          continue;
        }
        if (!now.isBefore(until)) {
          throw taken(other.orElseThrow(), path);
        }
        if (!isTold) {
          progress.accept("refresh: waiting for " + other.orElseThrow().told());
          isTold = true;
        }
        pause(LOOK);
      }
    } catch (IOException e) {
      throw new StorageFailed("%s cannot be written: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static StorageFailed taken(LockOwner other, Path path) {
    return new StorageFailed(
        "Another refresh works on this warehouse: %s. Nothing was done. Run again when it has ended, or wait for it with --wait 30m. If it is dead, its lock ends %d minutes after it was last seen; or remove %s."
            .formatted(other.told(), LockOwner.STALE.toMinutes(), path));
  }

  static void pause(Duration duration) {
    try {
      boolean isOver = new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
      assert !isOver;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageFailed("Interrupted while waiting for another refresh.", e);
    }
  }

  /**
   * Checks that nobody took the lock over.
   *
   * @throws StorageFailed if somebody did: this run must not go on
   */
  public void check() {
    try {
      var now = file.read();
      if (now.filter(one -> one.token().equals(owner.token())).isEmpty()) {
        throw new StorageFailed(
            "Another refresh took over from this one: %s. This one stops and publishes nothing."
                .formatted(now.map(LockOwner::told).orElse("its lock is gone")));
      }
    } catch (IOException e) {
      throw new StorageFailed("%s cannot be read: %s".formatted(file.path(), e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    release();
  }

  /** Ends it, if it is still this run's. */
  void release() {
    beats.cancel(false);
    heart.shutdown();
    try {
      // A beat that is under way would put the file there again.
      heart.awaitTermination(BEAT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      if (file.read().filter(one -> one.token().equals(owner.token())).isPresent()) {
        file.delete();
      }
    } catch (IOException e) {
      throw new StorageFailed("%s cannot be removed: %s".formatted(file.path(), e.getMessage()), e);
    }
  }

  /** A beat that cannot be written is missed: a lock bears many of them before it is stale. */
  private void beat() {
    try {
      check();
      file.replace(owner.beating(clock.instant()));
    } catch (IOException | StorageFailed e) {
      LogManager.getLogger(WarehouseLock.class)
          .warn("the lock {} was not renewed: {}", file.path(), e.getMessage());
    }
  }

  private static String host() throws IOException {
    return InetAddress.getLocalHost().getHostName();
  }
}
