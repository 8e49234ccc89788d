package dev.tidemark.issues;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Puts groups together that share a rare run of characters in their titles, most often part of a
 * name, whose centres are near to each other, and whose texts on the whole agree about the place.
 */
final class NamedGroups {
  /** Texts of a group that are held against those of another. */
  private static final int HELD = 20;

  private record Near(int one, int other, double cosine) {}

  private final List<IssueText> texts;
  private final Links links;
  private final double from;

  /** Of groups of more than one text: a vector of doubles for each text would be too many. */
  private final Map<Integer, double[]> sums = new HashMap<>();

  private final Map<Integer, List<Integer>> members = new HashMap<>();

  NamedGroups(List<IssueText> texts, Links links, double from) {
    this.texts = texts;
    this.links = links;
    this.from = from;
  }

  /** The same groups, some of them joined. */
  Groups of(Groups groups, RareRuns rare) {
    for (int i = 0; i < texts.size(); i++) {
      if (groups.of(i) != i) {
        var sum = sums.computeIfAbsent(groups.of(i), first -> doubles(texts.get(first).vector()));
        add(sum, doubles(texts.get(i).vector()));
        members.computeIfAbsent(groups.of(i), first -> new ArrayList<>(List.of(first))).add(i);
      }
    }
    candidates(groups, rare).stream()
        .sorted(
            Comparator.comparingDouble((Near near) -> -near.cosine())
                .thenComparingInt(Near::one)
                .thenComparingInt(Near::other))
        .forEach(near -> join(near, groups));
    return groups;
  }

  private List<Near> candidates(Groups groups, RareRuns rare) {
    var seen = new HashSet<Long>();
    var near = new ArrayList<Near>();
    for (var together : rare.textsOfEach()) {
      for (int i = 1; i < together.size(); i++) {
        int one = groups.of(together.get(i - 1));
        int other = groups.of(together.get(i));
        if (one != other
            && links.arePossible(together.get(i - 1), together.get(i))
            && seen.add(((long) Math.min(one, other) << 32) | Math.max(one, other))) {
          double cosine = cosine(sum(one), sum(other));
          if (cosine >= from) {
            near.add(new Near(Math.min(one, other), Math.max(one, other), cosine));
          }
        }
      }
    }
    return near;
  }

  /** Unless their groups have grown apart by what they were joined with since. */
  private void join(Near near, Groups groups) {
    int one = groups.of(near.one());
    int other = groups.of(near.other());
    if (one != other && cosine(sum(one), sum(other)) >= from && agree(one, other)) {
      groups.join(one, other);
      var sum = sum(one);
      add(sum, sum(other));
      sums.put(groups.of(one), sum);
      var both = new ArrayList<>(members(one));
      both.addAll(members(other));
      members.put(groups.of(one), both);
    }
  }

  /** Whether what their texts tell of the place speaks for one rather than for two. */
  private boolean agree(int one, int other) {
    double sum = 0;
    for (int text : held(one)) {
      for (int with : held(other)) {
        sum += links.agreement(text, with);
      }
    }
    return sum > 0;
  }

  private List<Integer> held(int group) {
    return members(group).stream().sorted().limit(HELD).toList();
  }

  private List<Integer> members(int group) {
    return members.getOrDefault(group, List.of(group));
  }

  private double[] sum(int group) {
    var sum = sums.get(group);
    return sum == null ? doubles(texts.get(group).vector()) : sum;
  }

  private static void add(double[] sum, double[] more) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += more[d];
    }
  }

  private static double[] doubles(float[] vector) {
    var doubles = new double[vector.length];
    for (int d = 0; d < doubles.length; d++) {
      doubles[d] = vector[d];
    }
    return doubles;
  }

  private static double cosine(double[] one, double[] other) {
    double product = 0;
    double ones = 0;
    double others = 0;
    for (int d = 0; d < one.length; d++) {
      product += one[d] * other[d];
      ones += one[d] * one[d];
      others += other[d] * other[d];
    }
    return ones > 0 && others > 0 ? product / Math.sqrt(ones * others) : 0;
  }
}
