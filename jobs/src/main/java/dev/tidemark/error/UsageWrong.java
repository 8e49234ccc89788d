package dev.tidemark.error;

/** The command line asks for something that does not exist or is not allowed. */
public final class UsageWrong extends TidemarkException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, where, and what to do. */
  public UsageWrong(String message) {
    super(message, null);
  }

  /** Says what is wrong, where, and what to do; keeps what was thrown underneath. */
  public UsageWrong(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 2;
  }
}
