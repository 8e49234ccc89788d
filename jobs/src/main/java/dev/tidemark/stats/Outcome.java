package dev.tidemark.stats;

import java.util.Optional;

/**
 * What the data allow to be said: a result, or the reason there is none. Never NaN.
 *
 * @param <T> the result of the method, such as {@link PairedT}
 */
public sealed interface Outcome<T> permits Tested, NotTestable {
  /** The result, empty where there is none. */
  Optional<T> result();

  /** Why there is no result, empty where there is one. */
  Optional<Reason> reason();
}
