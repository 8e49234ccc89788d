package dev.tidemark.stats;

import java.util.Objects;
import java.util.Optional;

/**
 * What the data do not allow to be said.
 *
 * @param because the reason, not null
 */
public record NotTestable<T>(Reason because) implements Outcome<T> {
  public NotTestable {
    Objects.requireNonNull(because);
  }

  @Override
  public Optional<T> result() {
    return Optional.empty();
  }

  @Override
  public Optional<Reason> reason() {
    return Optional.of(because);
  }
}
