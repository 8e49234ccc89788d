package dev.tidemark;

import dev.tidemark.cli.Interruption;
import dev.tidemark.cli.TidemarkCommand;
import java.util.Locale;

/** The program: {@code tidemark COMMAND [options]}. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    // Numbers in messages read the same whatever the machine's language.
    Locale.setDefault(Locale.ROOT);
    var interruption = Interruption.watch();
    int exitCode = TidemarkCommand.run(args);
    interruption.ignore();
    System.exit(exitCode);
  }
}
