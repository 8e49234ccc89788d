package dev.tidemark.issues.score;

import dev.tidemark.stats.PageRank;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The issues of one period, with edges between those that resemble each other. */
public final class IssueGraph {
  /**
   * Two issues that resemble each other, in either order.
   *
   * @param similarity cosine of their centres; an edge of 0 or less is none
   */
  public record Edge(String a, String b, double similarity) {}

  private IssueGraph() {}

  /**
   * How central each issue is: its PageRank, divided by the largest.
   *
   * @param issues ids
   * @param edges between them, each once, in any order
   * @return above 0 to 1, in the order of ids; 1 of all where there are no edges
   * @throws IllegalArgumentException if an edge has an end that is none of the issues
   */
  public static SortedMap<String, Double> centrality(
      Collection<String> issues, Collection<Edge> edges) {
    var ids = List.copyOf(new TreeSet<>(issues));
    var places = new HashMap<String, Integer>();
    ids.forEach(id -> places.put(id, places.size()));
    // In one order, or sums would differ in their last bits.
    var sorted =
        edges.stream()
            .filter(edge -> edge.similarity() > 0)
            .map(edge -> edge.a().compareTo(edge.b()) <= 0 ? edge : swapped(edge))
            .sorted(
                Comparator.comparing(Edge::a)
                    .thenComparing(Edge::b)
                    .thenComparing(Edge::similarity))
            .toList();
    var ranks =
        PageRank.of(
            ids.size(),
            sorted.stream().mapToInt(edge -> place(places, edge.a())).toArray(),
            sorted.stream().mapToInt(edge -> place(places, edge.b())).toArray(),
            sorted.stream().mapToDouble(Edge::similarity).toArray());
    double largest = Arrays.stream(ranks).max().orElse(1);
    var central = new TreeMap<String, Double>();
    for (int i = 0; i < ranks.length; i++) {
      central.put(ids.get(i), ranks[i] / largest);
    }
    return central;
  }

  private static Edge swapped(Edge edge) {
    return new Edge(edge.b(), edge.a(), edge.similarity());
  }

  private static int place(Map<String, Integer> places, String id) {
    var place = places.get(id);
    if (place == null) {
      throw new IllegalArgumentException("An edge ends at %s, which is no issue.".formatted(id));
    }
    return place;
  }
}
