package dev.tidemark.issues.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts to read instead of all of a theme: near to its centre and unlike each other, by maximal
 * marginal relevance (Carbonell and Goldstein 1998, <a
 * href="https://doi.org/10.1145/290941.291025">doi</a>).
 */
final class Representatives {
  private static final int MOST = 5;

  /** What nearness to the centre counts against likeness to one already chosen. */
  private static final double CENTRALITY = 0.7;

  private Representatives() {}

  /** Their numbers, the most central first; all of a theme that has no more than five. */
  static List<Integer> of(Group theme, float[][] directions) {
    var members = theme.members();
    var relevance = new double[members.length];
    var likeness = new double[members.length];
    for (int i = 0; i < members.length; i++) {
      relevance[i] = Space.cosine(directions[members[i]], theme.centre());
    }
    Arrays.fill(likeness, -1);
    var chosen = new ArrayList<Integer>();
    while (chosen.size() < Math.min(MOST, members.length)) {
      int best = best(members, relevance, likeness, chosen);
      chosen.add(members[best]);
      for (int i = 0; i < members.length; i++) {
        double cosine = Space.cosine(directions[members[i]], directions[members[best]]);
        likeness[i] = Math.max(likeness[i], cosine);
      }
    }
    return chosen;
  }

  private static int best(
      int[] members, double[] relevance, double[] likeness, List<Integer> chosen) {
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < members.length; i++) {
      double value = CENTRALITY * relevance[i] - (1 - CENTRALITY) * likeness[i];
      if (value > highest && !chosen.contains(members[i])) {
        best = i;
        highest = value;
      }
    }
    return best;
  }
}
