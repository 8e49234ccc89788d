package dev.tidemark.framework;

import java.util.List;
import java.util.Optional;

/**
 * How issues are found in what citizens write: the section {@code issues} of the framework file.
 *
 * @param vectors what makes vectors of texts
 * @param dictionary words the town has for places and departments, and what means the same
 * @param linking when two messages are about one issue
 * @param identity when an issue is one of an earlier period
 * @param themes how the themes of messages are found
 * @param bottlenecks where work is called stuck
 * @param scores what makes an issue hot, and what makes it a core one
 * @param labeller a language model that may word labels; empty for none
 */
public record IssueRules(
    TextVectors vectors,
    List<IssueTerm> dictionary,
    IssueLinking linking,
    IssueIdentity identity,
    IssueThemes themes,
    BottleneckRules bottlenecks,
    IssueScores scores,
    Optional<LabellerRules> labeller) {
  /** What applies where the file says nothing. */
  public static final IssueRules DEFAULT =
      new IssueRules(
          TextVectors.MODEL,
          List.of(),
          IssueLinking.DEFAULT,
          IssueIdentity.DEFAULT,
          IssueThemes.DEFAULT,
          BottleneckRules.DEFAULT,
          IssueScores.DEFAULT,
          Optional.empty());

  public IssueRules {
    dictionary = List.copyOf(dictionary);
  }

  /** What makes vectors of texts. */
  public enum TextVectors {
    /** The language model, in process. */
    MODEL,
    /** Sums of vectors of words, learnt from the model: for millions of texts. */
    STATIC,
    /** Sums of vectors of words, learnt from the texts alone: without any native library. */
    WORDS
  }
}
