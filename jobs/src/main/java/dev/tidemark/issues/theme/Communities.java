package dev.tidemark.issues.theme;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.text.near.NearestNeighbours;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * Communities of the graph in which every text votes for its nearest neighbours: the Leiden
 * algorithm (Traag, Waltman and van Eck 2019, <a
 * href="https://doi.org/10.1038/s41598-019-41695-z">From Louvain to Leiden</a>) for modularity with
 * a resolution (Reichardt and Bornholdt 2006).
 *
 * <p>A vote weighs as much as the cosine; of two texts that vote for each other both votes count.
 */
final class Communities {
  /** A text that belongs to none. */
  static final int NONE = -1;

  private static final String LIBRARY = "/nl/cwts/networkanalysis/LeidenAlgorithm.class";

  private static final int ITERATIONS = 10;

  /** Up to so many texts the best of several starts is taken; one of 100,000 varies little. */
  private static final int MANY = 20_000;

  private static final int STARTS = 5;

  private Communities() {}

  /**
   * Finds them, and leaves out those that do not fit.
   *
   * @param resolution above 1 for more and smaller ones, below for fewer
   * @param minFit share of a text's votes that must be for its own community, 0 to 1
   * @return the community of each text; {@link #NONE} if less than that share is, or if nothing is
   *     like it
   * @throws UsageWrong if the library is not on the class path
   */
  static int[] of(NearestNeighbours neighbours, double resolution, double minFit, long seed) {
    if (Communities.class.getResource(LIBRARY) == null) {
      throw new UsageWrong(
          "The library of the method graph is not on the class path. Submit with --packages"
              + " nl.cwts:networkanalysis:1.3.0, run bin/tidemark without SPARK_HOME, or set"
              + " issues.themes.method to k-means.");
    }
    var network = network(neighbours);
    if (network.getNEdges() == 0) {
      var none = new int[neighbours.size()];
      Arrays.fill(none, NONE);
      return none;
    }
    int starts = neighbours.size() > MANY ? 1 : STARTS;
    var best =
        IntStream.range(0, starts)
            .parallel()
            .mapToObj(start -> run(network, resolution, seed + start))
            // The first of equal ones: its seed is the smallest.
            .toList()
            .stream()
            .max(
                Comparator.comparingDouble(Run::quality)
                    .thenComparing(Comparator.comparingLong(Run::seed).reversed()))
            .orElseThrow();
    return fitting(best.communities().getClusters(), neighbours, minFit);
  }

  private static Run run(Network network, double resolution, long seed) {
    // Modularity in the terms of the library's quality function, the constant Potts model.
    double scaled = resolution / (2 * network.getTotalEdgeWeight());
    var leiden =
        new LeidenAlgorithm(
            scaled, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed));
    var found = new Clustering(network.getNNodes());
    leiden.improveClustering(network, found);
    return new Run(seed, leiden.calcQuality(network, found), found);
  }

  private static int[] fitting(int[] communities, NearestNeighbours neighbours, double minFit) {
    return IntStream.range(0, communities.length)
        .map(i -> fit(i, communities, neighbours) >= minFit ? communities[i] : NONE)
        .toArray();
  }

  /** The share of a text's votes that is for its own community; -1 if it has none. */
  private static double fit(int text, int[] communities, NearestNeighbours neighbours) {
    var voted = neighbours.of(text);
    var cosines = neighbours.cosines(text);
    double own = 0;
    double all = 0;
    for (int i = 0; i < voted.length; i++) {
      double vote = Math.max(0, cosines[i]);
      all += vote;
      own += communities[voted[i]] == communities[text] ? vote : 0;
    }
    return all > 0 ? own / all : -1;
  }

  private static Network network(NearestNeighbours neighbours) {
    var votes = new Votes();
    for (int i = 0; i < neighbours.size(); i++) {
      var voted = neighbours.of(i);
      var cosines = neighbours.cosines(i);
      for (int j = 0; j < voted.length; j++) {
        boolean isMutual = contains(neighbours.of(voted[j]), i);
        if (cosines[j] > 0 && (i < voted[j] || !isMutual)) {
          votes.add(i, voted[j], isMutual ? 2.0 * cosines[j] : cosines[j]);
        }
      }
    }
    return votes.network(neighbours.size());
  }

  private static boolean contains(int[] numbers, int wanted) {
    for (int number : numbers) {
      if (number == wanted) {
        return true;
      }
    }
    return false;
  }

  private record Run(long seed, double quality, Clustering communities) {}

  /** Edges as the library takes them, each pair once. */
  private static final class Votes {
    private final LargeIntArray from = new LargeIntArray(0);
    private final LargeIntArray to = new LargeIntArray(0);
    private final LargeDoubleArray weights = new LargeDoubleArray(0);

    void add(int one, int other, double weight) {
      from.append(Math.min(one, other));
      to.append(Math.max(one, other));
      weights.append(weight);
    }

    Network network(int nodes) {
      return new Network(nodes, true, new LargeIntArray[] {from, to}, weights, false, true);
    }
  }
}
