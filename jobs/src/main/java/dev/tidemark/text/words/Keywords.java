package dev.tidemark.text.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses from weighted terms those that people should read, none of which says another again. */
final class Keywords {
  static final int MOST = 10;
  private static final int OF_LABEL = 3;
  private static final String BETWEEN = "、";

  /** A pair of words stands for one of them if it is in this share of the texts that have it. */
  private static final double STANDS_FOR = 0.5;

  /**
   * A word or two side by side.
   *
   * @param n texts of the class that have it
   * @param weight how much it says about the class
   */
  record Term(String text, long n, double weight) {}

  private Keywords() {}

  /** Two words as one term: Chinese without a space. */
  static String phrase(String first, String second) {
    boolean isSpaced = isLatin(first.charAt(first.length() - 1)) && isLatin(second.charAt(0));
    return isSpaced ? first + " " + second : first + second;
  }

  /**
   * The terms by falling weight, ties by text, at most ten: a part of a longer term comes only if
   * most of its texts have it without the longer one, and a longer term only if it is in at least
   * half of the texts of a part that came before.
   */
  static List<String> of(List<Term> terms) {
    var chosen = new ArrayList<Term>();
    var sorted =
        terms.stream()
            .sorted(Comparator.comparingDouble(Term::weight).reversed().thenComparing(Term::text))
            .toList();
    for (var term : sorted) {
      var longest = longest(term, sorted);
      if (chosen.size() < MOST && chosen.stream().noneMatch(other -> isSaid(longest, other))) {
        chosen.add(longest);
      }
    }
    return chosen.stream().map(Term::text).toList();
  }

  /** The first keywords as one line; null if there are none. */
  static String label(List<String> keywords) {
    return keywords.isEmpty()
        ? null
        : String.join(BETWEEN, keywords.subList(0, Math.min(OF_LABEL, keywords.size())));
  }

  /** The heaviest longer term that stands for a term, or the term itself. */
  private static Term longest(Term term, List<Term> sorted) {
    return sorted.stream()
        .filter(other -> contains(other, term) && other.n() >= STANDS_FOR * term.n())
        .findFirst()
        .map(other -> longest(other, sorted))
        .orElse(term);
  }

  /** Whether more than half of the shorter term stands in the other. */
  private static boolean isSaid(Term term, Term other) {
    int shorter = Math.min(term.text().length(), other.text().length());
    return 2 * commonRun(term.text(), other.text()) > shorter;
  }

  /** The length of the longest run of characters that both have. */
  private static int commonRun(String one, String other) {
    int longest = 0;
    var above = new int[other.length() + 1];
    for (int i = 0; i < one.length(); i++) {
      var row = new int[other.length() + 1];
      for (int j = 0; j < other.length(); j++) {
        row[j + 1] = one.charAt(i) == other.charAt(j) ? above[j] + 1 : 0;
        longest = Math.max(longest, row[j + 1]);
      }
      above = row;
    }
    return longest;
  }

  private static boolean contains(Term longer, Term part) {
    return longer.text().length() > part.text().length() && longer.text().contains(part.text());
  }

  private static boolean isLatin(char letter) {
    return letter < 0x250 && Character.isLetterOrDigit(letter);
  }
}
