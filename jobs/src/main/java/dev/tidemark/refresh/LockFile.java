package dev.tidemark.refresh;

import dev.tidemark.table.ConditionalPut;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file that only one can create. On a local disk Hadoop asks and then creates, so there Java does
 * it, and on S3 one conditional request; elsewhere the file system must keep {@code create} without
 * overwriting to one, as HDFS does.
 */
final class LockFile {
  private static final int LOOKS = 10;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Path file;
  private final FileSystem system;

  LockFile(Path file, FileSystem system) {
    this.file = file;
    this.system = system;
  }

  Path path() {
    return file;
  }

  /** Creates it; false if it is there. */
  boolean create(LockOwner owner) throws IOException {
    try {
      if (isLocal()) {
        var draft = draft(owner);
        try {
          Files.createLink(local(file), draft);
        } finally {
          Files.delete(draft);
        }
      } else if ("s3a".equals(file.toUri().getScheme())) {
        ConditionalPut.create(system, file, bytes(owner));
      } else {
        write(owner, false);
      }
      return true;
    } catch (FileAlreadyExistsException | org.apache.hadoop.fs.FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Writes it anew. */
  void replace(LockOwner owner) throws IOException {
    if (isLocal()) {
      Files.move(draft(owner), local(file), StandardCopyOption.ATOMIC_MOVE);
    } else {
      write(owner, true);
    }
  }

  /**
   * Who has it; empty if nobody has. Where a file is not replaced in one step, as on HDFS, it is
   * empty while its owner beats: so it is looked at again before it is called unreadable.
   */
  Optional<LockOwner> read() throws IOException {
    var owner = read(file);
    for (int look = 1; look < LOOKS && owner.filter(one -> !one.isKnown()).isPresent(); look++) {
      WarehouseLock.pause(PAUSE);
      owner = read(file);
    }
    return owner;
  }

  void delete() throws IOException {
    system.delete(file, false);
  }

  /**
   * Takes it from an owner, if it is still this one's: of several that try one moves it away.
   *
   * @throws IOException if it is there and cannot be moved
   */
  void breakOpen(LockOwner stale) throws IOException {
    var aside = beside();
    if (!system.rename(file, aside)) {
      if (read(file).filter(one -> one.token().equals(stale.token())).isPresent()) {
        throw new IOException("the lock of a dead refresh cannot be moved away");
      }
      return;
    }
    if (read(aside).filter(one -> !one.token().equals(stale.token())).isPresent()) {
      system.rename(aside, file);
    } else {
      system.delete(aside, false);
    }
  }

  private Optional<LockOwner> read(Path from) throws IOException {
    try (var in = system.open(from)) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var written = Instant.ofEpochMilli(system.getFileStatus(from).getModificationTime());
      return Optional.of(LockOwner.parse(text, written));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  private void write(LockOwner owner, boolean overwrite) throws IOException {
    try (var out = system.create(file, overwrite)) {
      out.write(bytes(owner));
    }
  }

  private java.nio.file.Path draft(LockOwner owner) throws IOException {
    return Files.write(local(beside()), bytes(owner), StandardOpenOption.CREATE_NEW);
  }

  private Path beside() {
    return new Path(file.getParent(), file.getName() + "." + UUID.randomUUID());
  }

  private static byte[] bytes(LockOwner owner) {
    return owner.json().getBytes(StandardCharsets.UTF_8);
  }

  private boolean isLocal() {
    return "file".equals(file.toUri().getScheme());
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
