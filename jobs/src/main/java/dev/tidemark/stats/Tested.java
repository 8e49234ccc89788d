package dev.tidemark.stats;

import java.util.Objects;
import java.util.Optional;

/**
 * A result the data allow.
 *
 * @param value the result, not null; its numbers are never NaN
 */
public record Tested<T>(T value) implements Outcome<T> {
  public Tested {
    Objects.requireNonNull(value);
  }

  @Override
  public Optional<T> result() {
    return Optional.of(value);
  }

  @Override
  public Optional<Reason> reason() {
    return Optional.empty();
  }
}
