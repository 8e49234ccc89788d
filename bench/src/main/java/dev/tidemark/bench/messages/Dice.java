package dev.tidemark.bench.messages;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random choices; the same on every machine, since {@link Random} is specified to the bit. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /** True so often in a hundred. */
  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  /** From the first to the last, both included. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String digits(int count) {
    var digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  /** In place. */
  void shuffle(List<?> list) {
    Collections.shuffle(list, random);
  }
}
