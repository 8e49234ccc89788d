package dev.tidemark.text.near;

import java.util.Arrays;

/** The few largest of many cosines; of equal ones those of the smaller numbers. */
final class Nearest {
  private final int[] numbers;
  private final float[] cosines;
  private int size;

  Nearest(int most) {
    numbers = new int[most];
    cosines = new float[most];
  }

  /** Takes it in if it is among the largest so far; each number is offered once. */
  void offer(int number, float cosine) {
    if (size == numbers.length && !isBefore(number, cosine, size - 1)) {
      return;
    }
    int at = size == numbers.length ? size - 1 : size++;
    while (at > 0 && isBefore(number, cosine, at - 1)) {
      numbers[at] = numbers[at - 1];
      cosines[at] = cosines[at - 1];
      at--;
    }
    numbers[at] = number;
    cosines[at] = cosine;
  }

  private boolean isBefore(int number, float cosine, int place) {
    return place >= 0
        && (cosine > cosines[place] || (cosine == cosines[place] && number < numbers[place]));
  }

  /** The largest first. */
  int[] numbers() {
    return Arrays.copyOf(numbers, size);
  }

  /** In the same order. */
  float[] cosines() {
    return Arrays.copyOf(cosines, size);
  }
}
