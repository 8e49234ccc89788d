package dev.tidemark.error;

/**
 * What an operator can act on: the message says what cannot be done, why, and what to do now.
 *
 * <p>Anything else that is thrown is a bug of Tidemark.
 */
public abstract sealed class TidemarkException extends RuntimeException
    permits UsageWrong,
        FrameworkInvalid,
        YearNotCovered,
        InputRejected,
        ContractBroken,
        StorageFailed {
  private static final long serialVersionUID = 1L;

  TidemarkException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The process exit code of this failure, as the command line documents it. */
  public abstract int exitCode();
}
