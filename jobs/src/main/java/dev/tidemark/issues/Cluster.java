package dev.tidemark.issues;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Messages of a window about one issue.
 *
 * @param members earliest first, near copies among them
 * @param originals the texts among them that were compared
 * @param centre of the originals' vectors, of length 1
 */
@SuppressWarnings("ArrayRecordComponent")
record Cluster(List<Message> members, List<IssueText> originals, float[] centre) {
  private static final int REPRESENTATIVES = 5;

  /** How much likeness to what was chosen before counts against being chosen. */
  private static final double DIVERSITY = 0.3;

  static final Comparator<Message> EARLIEST =
      Comparator.comparing(Message::createdAt).thenComparing(Message::id);

  static Cluster of(List<Message> members, List<IssueText> originals) {
    return new Cluster(
        members.stream().sorted(EARLIEST).toList(),
        List.copyOf(originals),
        centre(originals.stream().map(IssueText::vector).toList()));
  }

  /** The mean of vectors, brought to length 1; all 0 where they cancel out. */
  static float[] centre(List<float[]> vectors) {
    var sum = new double[vectors.get(0).length];
    for (var vector : vectors) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += vector[d];
      }
    }
    double square = 0;
    for (double part : sum) {
      square += part * part;
    }
    var centre = new float[sum.length];
    for (int d = 0; d < sum.length && square > 0; d++) {
      centre[d] = (float) (sum[d] / Math.sqrt(square));
    }
    return centre;
  }

  /** Messages, near copies by one voice counted once. */
  long distinctMessages() {
    return members.stream().map(m -> List.of(m.voice(), m.copyOf())).distinct().count();
  }

  Set<String> ids() {
    return members.stream().map(Message::id).collect(Collectors.toSet());
  }

  Set<String> units() {
    return members.stream().map(Message::unit).collect(Collectors.toSet());
  }

  boolean hasMessagesOf(int period) {
    return members.stream().anyMatch(message -> message.period() == period);
  }

  /** Cosine of each member's original with the centre, by the original's id. */
  TreeMap<String, Double> similarities() {
    var similarities = new TreeMap<String, Double>();
    originals.forEach(text -> similarities.put(text.id(), Links.product(text.vector(), centre)));
    return similarities;
  }

  /**
   * Ids of the originals near the centre that do not say the same (maximal marginal relevance,
   * Carbonell and Goldstein 1998), at most five.
   */
  List<String> representatives() {
    var chosen = new ArrayList<IssueText>();
    while (chosen.size() < Math.min(REPRESENTATIVES, originals.size())) {
      originals.stream()
          .filter(text -> !chosen.contains(text))
          .max(
              Comparator.comparingDouble((IssueText text) -> worth(text, chosen))
                  .thenComparing(IssueText::id, Comparator.reverseOrder()))
          .ifPresent(chosen::add);
    }
    return chosen.stream().map(IssueText::id).toList();
  }

  private double worth(IssueText text, List<IssueText> chosen) {
    double said =
        chosen.stream().mapToDouble(t -> Links.product(t.vector(), text.vector())).max().orElse(0);
    return Links.product(text.vector(), centre) - DIVERSITY * said;
  }
}
