package dev.tidemark.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name someone probably meant. */
public final class NearestName {
  private static final int LONGEST = 100;

  private NearestName() {}

  /**
   * The known name that differs least from the one given, if few characters differ.
   *
   * @param given a name that is not known; upper and lower case count as the same letter
   * @param known the names to choose from, in any order
   * @return the nearest, of equally near ones the first by code; empty if even that one needs more
   *     than 2 edits and more than a third of the given name's length, or as many as it is long
   */
  public static Optional<String> to(String given, Collection<String> known) {
    if (given.length() > LONGEST) {
      return Optional.empty();
    }
    var limit = Math.min(Math.max(2, given.length() / 3), given.length() - 1);
    record Candidate(String name, int edits) {}
    return known.stream()
        .filter(name -> Math.abs(name.length() - given.length()) <= limit)
        .map(name -> new Candidate(name, edits(lower(given), lower(name))))
        .filter(candidate -> candidate.edits() <= limit)
        .min(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  /** A phrase to end a message with: {@code "; did you mean unit?"}, or nothing. */
  public static String hint(String given, Collection<String> known) {
    return to(given, known).map(name -> "; did you mean " + name + "?").orElse("");
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's distance, one row of the matrix at a time. */
  private static int edits(String from, String to) {
    var row = new int[to.length() + 1];
    for (var j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (var i = 1; i <= from.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= to.length(); j++) {
        var replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
