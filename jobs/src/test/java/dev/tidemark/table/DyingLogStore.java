package dev.tidemark.table;

import io.delta.storage.HDFSLogStore;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The log store of a process that dies, as by SIGKILL, at its n-th commit of all tables: {@code
 * -Dtidemark.dies=7-before} when the version is written and has no name yet, {@code 7-after} when
 * it has.
 */
public final class DyingLogStore extends HDFSLogStore {
  private static final int KILLED = 137;
  private static final String[] WHEN = System.getProperty("tidemark.dies").split("-", 2);
  private static final AtomicInteger COMMITS = new AtomicInteger();

  private final LinkLogStore store;

  /** Called by Delta. */
  public DyingLogStore(Configuration configuration) {
    super(configuration);
    store = new LinkLogStore(configuration);
  }

  @Override
  public void write(
      Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
      throws IOException {
    boolean isLast = !overwrite && COMMITS.incrementAndGet() == Integer.parseInt(WHEN[0]);
    boolean isBefore = isLast && WHEN[1].equals("before");
    store.write(path, isBefore ? dyingAtItsEnd(actions) : actions, overwrite, configuration);
    if (isLast) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  @Override
  public Boolean isPartialWriteVisible(Path path, Configuration configuration) {
    return false;
  }

  private static Iterator<String> dyingAtItsEnd(Iterator<String> actions) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        if (!actions.hasNext()) {
          Runtime.getRuntime().halt(KILLED);
        }
        return true;
      }

      @Override
      public String next() {
        return actions.next();
      }
    };
  }
}
