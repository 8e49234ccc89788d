package dev.tidemark.issues.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Texts that belong together.
 *
 * @param members their numbers, ascending
 * @param sum of their directions
 * @param centre the direction of the sum
 */
@SuppressWarnings("ArrayRecordComponent")
record Group(int[] members, double[] sum, float[] centre) {
  /** Tukey's fence: so many quartile ranges below the lower quartile begins what is far out. */
  private static final double FENCE = 1.5;

  /**
   * Gathers the members of groups.
   *
   * @param groups the group of each text, below 0 for none
   * @param minTexts smaller groups are none
   * @return the largest first, of equal ones the one whose first text comes first
   */
  static List<Group> of(int[] groups, float[][] directions, int minTexts) {
    var members = new TreeMap<Integer, List<Integer>>();
    for (int i = 0; i < groups.length; i++) {
      if (groups[i] >= 0) {
        members.computeIfAbsent(groups[i], group -> new ArrayList<>()).add(i);
      }
    }
    return members.values().stream()
        .filter(texts -> texts.size() >= minTexts)
        .map(texts -> of(texts.stream().mapToInt(Integer::intValue).toArray(), directions))
        .sorted(
            Comparator.comparingInt((Group group) -> -group.members().length)
                .thenComparingInt(group -> group.members()[0]))
        .toList();
  }

  private static Group of(int[] members, float[][] directions) {
    var sum = new double[directions[members[0]].length];
    for (int member : members) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += directions[member][j];
      }
    }
    return new Group(members, sum, Space.ofLengthOne(sum));
  }

  /** The same without the texts below its {@link #fence}. */
  Group withoutFarOnes(float[][] directions) {
    double fence = fence(directions);
    return of(
        IntStream.of(members)
            .filter(member -> Space.cosine(directions[member], centre) >= fence)
            .toArray(),
        directions);
  }

  /** The cosine with the centre below which a text is far out among the members. */
  double fence(float[][] directions) {
    var cosines =
        IntStream.of(members)
            .mapToDouble(member -> Space.cosine(directions[member], centre))
            .sorted()
            .toArray();
    double lower = cosines[cosines.length / 4];
    double upper = cosines[cosines.length * 3 / 4];
    return lower - FENCE * (upper - lower);
  }

  /** The member nearest to the centre, of equal ones the first. */
  int medoid(float[][] directions) {
    return Arrays.stream(members)
        .boxed()
        .max(
            Comparator.comparingDouble((Integer member) -> Space.cosine(directions[member], centre))
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }
}
