package dev.tidemark.error;

import java.util.List;

/** A framework file that cannot be used, with every fault found in it. */
public final class FrameworkInvalid extends TidemarkException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  /**
   * Lists all faults of one file.
   *
   * @param file the framework file, as the user named it
   * @param faults one phrase for each fault, beginning with its path in the file
   */
  public FrameworkInvalid(String file, List<String> faults) {
    super(
        "%s cannot be used, %s:%n  %s"
            .formatted(
                file,
                Quantity.of(faults.size(), "fault"),
                String.join(System.lineSeparator() + "  ", faults)),
        null);
    this.faults = List.copyOf(faults);
  }

  /** The faults, in the order of the file. */
  public List<String> faults() {
    return faults;
  }

  @Override
  public int exitCode() {
    return 2;
  }
}
