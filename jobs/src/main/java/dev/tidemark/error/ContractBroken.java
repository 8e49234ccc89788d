package dev.tidemark.error;

/** Rows do not have the shape their table declares: a bug of a transformation, or of its table. */
public final class ContractBroken extends TidemarkException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, where, and what to do. */
  public ContractBroken(String message) {
    super(message, null);
  }

  /** Says what is wrong, where, and what to do; keeps what was thrown underneath. */
  public ContractBroken(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 1;
  }
}
