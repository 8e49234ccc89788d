package dev.tidemark.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Abortable;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The local disk as an object store: what is put is there whole, once its stream is closed. */
final class PutFileSystem extends RawLocalFileSystem {
  /** What the store does to a put. */
  enum Manner {
    /** Refuses one whose name is taken. */
    CONDITIONAL,
    /** Takes it, whatever is there. */
    UNCONDITIONAL,
    /** Takes it, but the first answer is lost and the repeated request is refused. */
    LOSING_ANSWERS,
    /** Has no room for it. */
    FULL
  }

  private URI uri;
  private Manner manner = Manner.CONDITIONAL;

  /** From now on. */
  void behave(Manner next) {
    manner = next;
  }

  @Override
  public void initialize(URI name, Configuration settings) throws IOException {
    super.initialize(name, settings);
    uri = name;
  }

  @Override
  public URI getUri() {
    return Objects.requireNonNullElse(uri, URI.create("put:///")); // Hadoop asks before it says
  }

  @Override
  protected void checkPath(Path path) {}

  @Override
  @SuppressWarnings("rawtypes") // as Hadoop declares it
  public FSDataOutputStreamBuilder createFile(Path path) {
    return new Builder(this, path);
  }

  private void put(Path path, byte[] content) throws IOException {
    var file = pathToFile(path).toPath();
    if (manner != Manner.UNCONDITIONAL && Files.exists(file)) {
      throw new IOException("Status Code: 412");
    }
    Files.write(file, content);
    if (manner == Manner.LOSING_ANSWERS) {
      throw new IOException("Status Code: 412");
    }
  }

  private static final class Builder
      extends FSDataOutputStreamBuilder<FSDataOutputStream, Builder> {
    private final PutFileSystem files;

    Builder(PutFileSystem files, Path path) {
      super(files, path);
      this.files = files;
    }

    @Override
    public Builder getThisBuilder() {
      return this;
    }

    @Override
    public FSDataOutputStream build() throws IOException {
      return new FSDataOutputStream(new Put(files, getPath()), null);
    }
  }

  private static final class Put extends ByteArrayOutputStream implements Abortable {
    private final PutFileSystem files;
    private final Path path;

    Put(PutFileSystem files, Path path) {
      this.files = files;
      this.path = path;
    }

    @Override
    public synchronized void write(byte[] content, int from, int length) {
      boolean isFull = files.manner == Manner.FULL;
      super.write(content, from, isFull ? 1 : length);
      if (isFull) {
        throw new IllegalStateException("No space left on device");
      }
    }

    @Override
    public void close() throws IOException {
      files.put(path, toByteArray());
    }

    @Override
    public AbortableResult abort() {
      return null;
    }
  }
}
