package dev.tidemark.cli;

/**
 * The end of the process by a signal: Java exits with 130 or 143, and this says what that means.
 */
public final class Interruption {
  private final Thread message =
      new Thread(
          () ->
              System.err.println(
                  "tidemark: Interrupted. No table is half-written: each is as it was before or as"
                      + " it is to be. Run the command again to finish."));

  private Interruption() {}

  /** Speaks up if the process is ended from now on. */
  public static Interruption watch() {
    var interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.message);
    return interruption;
  }

  /** The run is over; what ends the process now is no interruption. */
  public void ignore() {
    if (!isUnderWay()) {
      Runtime.getRuntime().removeShutdownHook(message);
    }
  }

  /** Whether the process is ending, so that what fails now fails because Spark was stopped. */
  static boolean isUnderWay() {
    var probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException isEnding) {
      return true;
    }
  }
}
