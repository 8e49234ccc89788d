package dev.tidemark.issues.label;

import dev.tidemark.framework.IssueRules;
import java.util.List;
import java.util.function.Consumer;

/** Words the label of an issue. */
public interface Labeller {
  /**
   * What is known of an issue.
   *
   * @param label the plain one, kept where there is no better
   * @param keywords the most telling first
   * @param texts of its representative messages, masked; the most telling first
   */
  record Draft(String label, List<String> keywords, List<String> texts) {
    public Draft {
      keywords = List.copyOf(keywords);
      texts = List.copyOf(texts);
    }
  }

  /** One plain line of at most 40 characters, or the plain label as it is. */
  String label(Draft draft);

  /**
   * The labeller the framework names; without one, plain labels stay.
   *
   * @param progress is told in one line each why plain labels were kept
   */
  static Labeller of(IssueRules rules, Consumer<String> progress) {
    return rules
        .labeller()
        .<Labeller>map(named -> new ModelLabeller(named, progress))
        .orElse(Draft::label);
  }
}
