package dev.tidemark.error;

/** More faults in the input than the caller allowed; no row of it was loaded. */
public final class InputRejected extends TidemarkException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, where, and what to do. */
  public InputRejected(String message) {
    super(message, null);
  }

  /** Says what is wrong, where, and what to do; keeps what was thrown underneath. */
  public InputRejected(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 3;
  }
}
