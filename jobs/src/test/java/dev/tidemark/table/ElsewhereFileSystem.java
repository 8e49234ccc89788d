package dev.tidemark.table;

import java.net.URI;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The local disk under a scheme for which Delta has a log store of its own: {@code abfs:///t}. */
public final class ElsewhereFileSystem extends RawLocalFileSystem {
  @Override
  public URI getUri() {
    return URI.create("abfs:///");
  }

  @Override
  public String getScheme() {
    return "abfs";
  }
}
