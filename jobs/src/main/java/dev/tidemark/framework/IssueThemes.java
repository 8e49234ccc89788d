package dev.tidemark.framework;

import java.util.OptionalInt;

/**
 * How the themes of messages are found.
 *
 * @param method what finds them
 * @param neighbours of a text that it votes for, a count; of the method graph
 * @param resolution above 1 for more and smaller themes, below for fewer; of the method graph
 * @param minFit share of a text's votes that must be for its own theme, 0 to 1, or it is in none;
 *     of the method graph
 * @param k themes wanted; if empty, the number with the highest silhouette; of the method k-means
 * @param mostK themes at most where {@code k} is empty, a count; of the method k-means
 * @param minTexts distinct texts that make a theme, near copies counted once
 */
public record IssueThemes(
    Method method,
    int neighbours,
    double resolution,
    double minFit,
    OptionalInt k,
    int mostK,
    int minTexts) {
  /** What applies where the file says nothing. */
  public static final IssueThemes DEFAULT =
      new IssueThemes(Method.GRAPH, 15, 1, 0.3, OptionalInt.empty(), 20, 5);

  /** What finds themes. */
  public enum Method {
    /** Communities of the graph of nearest neighbours, as many as there are. */
    GRAPH,
    /** MLlib's k-means on the sphere: for a fixed number, or millions of texts. */
    K_MEANS
  }
}
