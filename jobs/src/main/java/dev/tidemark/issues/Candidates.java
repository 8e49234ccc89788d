package dev.tidemark.issues;

import dev.tidemark.text.near.NearestNeighbours;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Pairs of texts that are worth a closer look: nearest neighbours among those of a unit, and among
 * those that name one place of the dictionary; and texts that follow each other among those that
 * share a rare run of characters. Their number grows with that of the texts, never with its square.
 */
final class Candidates {
  private final List<IssueText> texts;
  private final int neighbours;

  Candidates(List<IssueText> texts, int neighbours) {
    this.texts = texts;
    this.neighbours = neighbours;
  }

  /** Takes a pair; may be given it more than once. */
  interface Pairs {
    void take(int one, int other);
  }

  void of(Links links, RareRuns rare, Pairs pairs) {
    var byUnit = new TreeMap<String, List<Integer>>();
    var byPlace = new TreeMap<String, List<Integer>>();
    for (int i = 0; i < texts.size(); i++) {
      byUnit.computeIfAbsent(texts.get(i).unit(), unit -> new ArrayList<>()).add(i);
      for (var place : links.listedPlaces(i)) {
        byPlace.computeIfAbsent(place, any -> new ArrayList<>()).add(i);
      }
    }
    byUnit.values().forEach(group -> nearest(group, pairs));
    byPlace.values().stream().filter(this::areOfSeveralUnits).forEach(g -> nearest(g, pairs));
    for (var group : rare.textsOfEach()) {
      for (int i = 1; i < group.size(); i++) {
        pairs.take(group.get(i - 1), group.get(i));
      }
    }
  }

  private void nearest(List<Integer> group, Pairs pairs) {
    var vectors = group.stream().map(i -> texts.get(i).vector()).toArray(float[][]::new);
    var nearest = NearestNeighbours.of(vectors, neighbours);
    for (int i = 0; i < vectors.length; i++) {
      for (int other : nearest.of(i)) {
        pairs.take(group.get(i), group.get(other));
      }
    }
  }

  private boolean areOfSeveralUnits(List<Integer> group) {
    return group.stream().map(i -> texts.get(i).unit()).distinct().count() > 1;
  }
}
