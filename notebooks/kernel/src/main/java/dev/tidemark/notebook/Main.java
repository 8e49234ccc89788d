package dev.tidemark.notebook;

import dev.tidemark.cli.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** The kernel's process, as Jupyter starts it: {@code Main CONNECTION-FILE}. */
public final class Main {
  private Main() {}

  /**
   * Serves one notebook until Jupyter ends it.
   *
   * <p>The system properties {@code tidemark.warehouse} and {@code tidemark.timezone} say where the
   * tables are and in which zone times are shown.
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    if (args.length != 1) {
      System.err.println("Jupyter starts this kernel; run bin/notebooks.");
      System.exit(2);
    }
    // Numbers read the same whatever the machine's language.
    Locale.setDefault(Locale.ROOT);
    var kernel = JavaKernel.create(new JavaShell(Notebook::stopJobs));
    Notebook.showWith(kernel::show);
    // Jupyter gives up on a kernel that is not heard of soon; Spark takes longer than that.
    kernel.prepare(
        () -> {
          var zone = ZoneId.of(System.getProperty("tidemark.timezone", "Asia/Shanghai"));
          Notebook.open(
              Sessions.open(Map.of(), zone, false),
              System.getProperty("tidemark.warehouse", "warehouse"));
          return null;
        });
    var connection =
        new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(args[0]))));
    kernel.becomeHandlerForConnection(connection);
    connection.connect();
    connection.waitUntilClose();
    System.exit(0);
  }
}
