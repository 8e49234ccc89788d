package dev.tidemark.table;

import java.io.File;
import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A file system whose paths are not those of the local disk: {@code elsewhere:///t}. */
public final class ElsewhereFileSystem extends RawLocalFileSystem {
  @Override
  public URI getUri() {
    return URI.create("elsewhere:///");
  }

  @Override
  public String getScheme() {
    return "elsewhere";
  }

  @Override
  public File pathToFile(Path path) {
    return new File(getConf().get("elsewhere.root") + path.toUri().getPath());
  }

  @Override
  public Path getInitialWorkingDirectory() {
    return new Path("elsewhere:///");
  }
}
