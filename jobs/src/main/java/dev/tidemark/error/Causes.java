package dev.tidemark.error;

import java.util.Objects;
import java.util.stream.Stream;

/** What lies behind a failure. */
public final class Causes {
  private static final int LONGEST_CHAIN = 20;

  private Causes() {}

  /** The failure, its cause, the cause of that, and so on. */
  public static Stream<Throwable> of(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(LONGEST_CHAIN);
  }

  /** The last cause in a line: its class, and the first line of what it says. */
  public static String deepest(Throwable failure) {
    var last = of(failure).reduce(failure, (outer, inner) -> inner);
    var message = Objects.toString(last.getMessage(), "").lines().findFirst().orElse("");
    return last.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
  }
}
