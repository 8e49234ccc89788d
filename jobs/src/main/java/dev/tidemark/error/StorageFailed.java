package dev.tidemark.error;

/** The warehouse could not be read or written now; the same command may succeed later. */
public final class StorageFailed extends TidemarkException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, where, and what to do. */
  public StorageFailed(String message) {
    super(message, null);
  }

  /** Says what is wrong, where, and what to do; keeps what was thrown underneath. */
  public StorageFailed(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 4;
  }
}
