package dev.tidemark.issues;

import dev.tidemark.issues.score.IssueGraph;
import dev.tidemark.text.near.NearestNeighbours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** How central each issue of a period is among those that resemble it. */
final class Neighbourhood {
  /** Of an issue that are looked at. */
  private static final int NEIGHBOURS = 10;

  /** Cosine, on the language model's scale, from which issues resemble each other. */
  private static final double ALIKE = 0.6;

  private Neighbourhood() {}

  /**
   * The centrality of {@link IssueGraph}, over edges to nearest neighbours.
   *
   * @param centres of issues, by id
   * @param floor what a cosine of 0 is on the scale of the language model
   */
  static SortedMap<String, Double> centrality(Map<String, float[]> centres, double floor) {
    var ids = List.copyOf(centres.keySet());
    var nearest =
        NearestNeighbours.of(ids.stream().map(centres::get).toArray(float[][]::new), NEIGHBOURS);
    var edges = new ArrayList<IssueGraph.Edge>();
    for (int i = 0; i < ids.size(); i++) {
      var others = nearest.of(i);
      var cosines = nearest.cosines(i);
      for (int j = 0; j < others.length; j++) {
        double alike = floor + (1 - floor) * cosines[j];
        boolean isSecond = others[j] < i && contains(nearest.of(others[j]), i);
        if (alike >= ALIKE && !isSecond) {
          edges.add(new IssueGraph.Edge(ids.get(i), ids.get(others[j]), alike));
        }
      }
    }
    return IssueGraph.centrality(ids, edges);
  }

  private static boolean contains(int[] numbers, int number) {
    for (int one : numbers) {
      if (one == number) {
        return true;
      }
    }
    return false;
  }
}
