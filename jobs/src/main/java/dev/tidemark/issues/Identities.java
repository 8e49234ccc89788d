package dev.tidemark.issues;

import dev.tidemark.framework.IssueIdentity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which clusters of a window are issues of earlier periods: one to one, by common messages first
 * (Jaccard similarity over the messages that had an issue before, as in Greene, Doyle and
 * Cunningham 2010), then by nearness of their centres.
 */
final class Identities {
  /** An issue most of whose messages are in another's cluster went into it. */
  private static final double MOST = 0.5;

  /**
   * An issue of an earlier period.
   *
   * @param members ids of its messages in the window
   * @param units they were sent to
   * @param centre of their vectors
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Known(Set<String> members, Set<String> units, float[] centre) {}

  private record Match(int cluster, String issue, int common, double share) {}

  private final List<Cluster> clusters;
  private final Map<String, Known> known;
  private final IssueIdentity rules;
  private final List<Match> overlaps = new ArrayList<>();
  private final Map<Integer, String> issueOf = new TreeMap<>();
  private final Set<String> taken = new HashSet<>();

  private Identities(List<Cluster> clusters, Map<String, Known> known, IssueIdentity rules) {
    this.clusters = clusters;
    this.known = known;
    this.rules = rules;
  }

  /** Finds them; the result does not depend on the order of the clusters. */
  static Identities of(List<Cluster> clusters, Map<String, Known> known, IssueIdentity rules) {
    var identities = new Identities(clusters, known, rules);
    identities.findOverlaps();
    identities.matchByMessages();
    identities.matchByCentres();
    return identities;
  }

  /** The earlier issue that each cluster is; none for those that are new. */
  Map<Integer, String> issues() {
    return issueOf;
  }

  /** The earlier issues whose messages a cluster has, besides the one it is. */
  List<Lineage> parents(int cluster, String issue) {
    boolean isNew = !issueOf.containsKey(cluster);
    return overlaps.stream()
        .filter(overlap -> overlap.cluster() == cluster && !overlap.issue().equals(issue))
        .flatMap(overlap -> parent(overlap, issue, isNew).stream())
        .toList();
  }

  private Optional<Lineage> parent(Match overlap, String issue, boolean isNew) {
    boolean livesOn = taken.contains(overlap.issue());
    int of = known.get(overlap.issue()).members().size();
    if (isNew && livesOn) {
      return Optional.of(new Lineage(issue, overlap.issue(), Lineage.Kind.SPLIT, overlap.common()));
    }
    return !livesOn && overlap.common() > MOST * of
        ? Optional.of(new Lineage(issue, overlap.issue(), Lineage.Kind.MERGE, overlap.common()))
        : Optional.empty();
  }

  private void findOverlaps() {
    var issueOfMessage = new HashMap<String, String>();
    known.forEach((issue, is) -> is.members().forEach(id -> issueOfMessage.put(id, issue)));
    for (int i = 0; i < clusters.size(); i++) {
      var common = new TreeMap<String, Integer>();
      int earlier = 0;
      for (var message : clusters.get(i).members()) {
        var issue = issueOfMessage.get(message.id());
        if (issue != null) {
          common.merge(issue, 1, Integer::sum);
          earlier++;
        }
      }
      for (var entry : common.entrySet()) {
        int shared = entry.getValue();
        int either = earlier + known.get(entry.getKey()).members().size() - shared;
        overlaps.add(new Match(i, entry.getKey(), shared, (double) shared / either));
      }
    }
  }

  private void matchByMessages() {
    match(overlaps.stream().filter(overlap -> overlap.share() >= rules.overlap()).toList());
  }

  /** Clusters that have no message of an earlier issue, and issues that no cluster has any of. */
  private void matchByCentres() {
    var touched = new HashSet<String>();
    var touching = new HashSet<Integer>();
    overlaps.forEach(
        overlap -> {
          touched.add(overlap.issue());
          touching.add(overlap.cluster());
        });
    var near = new ArrayList<Match>();
    for (int i = 0; i < clusters.size(); i++) {
      if (!touching.contains(i)) {
        for (var entry : known.entrySet()) {
          var one = clusters.get(i);
          if (!touched.contains(entry.getKey())
              && one.units().stream().anyMatch(entry.getValue().units()::contains)) {
            double cosine = Links.product(one.centre(), entry.getValue().centre());
            if (cosine >= rules.similarity()) {
              near.add(new Match(i, entry.getKey(), 0, cosine));
            }
          }
        }
      }
    }
    match(near);
  }

  /** The best first, each cluster and each issue once. */
  private void match(List<Match> matches) {
    matches.stream()
        .sorted(
            Comparator.comparingDouble((Match match) -> -match.share())
                .thenComparingInt(match -> -match.common())
                .thenComparing(Match::issue)
                .thenComparing(match -> clusters.get(match.cluster()).members().get(0).id()))
        .forEach(
            match -> {
              if (!issueOf.containsKey(match.cluster()) && !taken.contains(match.issue())) {
                issueOf.put(match.cluster(), match.issue());
                taken.add(match.issue());
              }
            });
  }
}
