package dev.tidemark.issues;

import dev.tidemark.framework.IssueRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts about the same problem at the same place: linked pairs make components, average linkage
 * takes those apart whose members are not alike on the whole, and groups that share a name and are
 * near to each other are put together again. docs/adr/0074.
 */
final class IssueClusters {
  /** Larger components are first taken apart by a higher probability. */
  private static final int LARGEST = 500;

  /** How far from certainty the next higher probability is, seen from the one before. */
  private static final double CLOSER = 0.3;

  private static final double CERTAIN = 0.9999;

  private record Pair(int one, int other, double probability) {}

  private final List<IssueText> texts;
  private final IssueRules rules;
  private final RareRuns rare;
  private final Links links;

  private IssueClusters(List<IssueText> texts, IssueRules rules, double floor) {
    this.texts = texts;
    this.rules = rules;
    rare = RareRuns.ofTexts(texts);
    links = new Links(texts, rare, rules.dictionary(), floor);
  }

  /**
   * Groups the texts.
   *
   * @param floor what a cosine of 0 is on the scale of the language model
   * @return numbers of texts: every text in one group, alone if nothing is like it; groups in the
   *     order of their first texts
   */
  static List<List<Integer>> of(List<IssueText> texts, IssueRules rules, double floor) {
    return new IssueClusters(texts, rules, floor).clusters();
  }

  private List<List<Integer>> clusters() {
    var pairs = new ArrayList<Pair>();
    new Candidates(texts, rules.linking().neighbours())
        .of(links, rare, (one, other) -> link(one, other, pairs));
    var clusters = new Groups(texts.size());
    takeApart(components(pairs), pairs, rules.linking().linkFrom(), clusters);
    return new NamedGroups(texts, links, rules.linking().mergeFrom())
        .of(clusters, RareRuns.ofTitles(texts))
        .all();
  }

  private void link(int one, int other, List<Pair> pairs) {
    if (one != other && texts.get(one).saysSomething() && texts.get(other).saysSomething()) {
      double probability = links.probability(one, other);
      if (probability >= rules.linking().linkFrom()) {
        pairs.add(new Pair(one, other, probability));
      }
    }
  }

  private Groups components(List<Pair> pairs) {
    var components = new Groups(texts.size());
    pairs.forEach(pair -> components.join(pair.one(), pair.other()));
    return components;
  }

  /** Each component by average linkage; of one too large the parts that hang together closer. */
  private void takeApart(Groups components, List<Pair> pairs, double from, Groups clusters) {
    var tooLarge = new ArrayList<List<Integer>>();
    for (var component : components.all()) {
      if (component.size() <= LARGEST) {
        linkOnAverage(component, clusters);
      } else if (from >= CERTAIN) {
        component.forEach(text -> clusters.join(component.get(0), text));
      } else {
        tooLarge.add(component);
      }
    }
    if (tooLarge.isEmpty()) {
      return;
    }
    var isLarge = new boolean[texts.size()];
    tooLarge.forEach(component -> component.forEach(text -> isLarge[text] = true));
    double closer = 1 - (1 - from) * CLOSER;
    var kept =
        pairs.stream().filter(pair -> isLarge[pair.one()] && pair.probability() >= closer).toList();
    var parts = new Groups(texts.size());
    kept.forEach(pair -> parts.join(pair.one(), pair.other()));
    takeApart(parts, kept, closer, clusters);
  }

  private void linkOnAverage(List<Integer> component, Groups clusters) {
    int n = component.size();
    if (n == 1) {
      return;
    }
    var probabilities = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        probabilities[i][j] = links.probability(component.get(i), component.get(j));
        probabilities[j][i] = probabilities[i][j];
      }
    }
    var joined = AverageLinkage.of(probabilities, rules.linking().cut());
    for (int i = 0; i < n; i++) {
      clusters.join(component.get(joined.of(i)), component.get(i));
    }
  }
}
