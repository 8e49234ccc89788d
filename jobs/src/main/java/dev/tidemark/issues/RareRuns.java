package dev.tidemark.issues;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs of four characters that few texts have near their beginning: mostly parts of names. */
final class RareRuns {
  private static final int LENGTH = 4;

  /** Letters and digits read of a title, and of a text. */
  private static final int TITLE = 40;

  private static final int TEXT = 150;

  /** A run in more than one text of a hundred is no name; in a few it may be one anyway. */
  private static final int ONE_OF = 100;

  private static final int FEWEST = 8;

  /** Runs are counted by a part of their hash: some seem less rare than they are. */
  private static final int PLACES = 1 << 24;

  private final int[][] runs;
  private final Map<Integer, List<Integer>> textsWith;

  private RareRuns(int[][] runs, Map<Integer, List<Integer>> textsWith) {
    this.runs = runs;
    this.textsWith = textsWith;
  }

  /** Those of titles; of a text without one, those of its beginning. */
  static RareRuns ofTitles(List<IssueText> texts) {
    return of(texts.stream().map(t -> t.title().isEmpty() ? t.text() : t.title()).toList(), TITLE);
  }

  /** Those of titles and texts, up to so many letters. */
  static RareRuns ofTexts(List<IssueText> texts) {
    return of(texts.stream().map(IssueText::text).toList(), TEXT);
  }

  private static RareRuns of(List<String> texts, int letters) {
    var all = new int[texts.size()][];
    var counts = new int[PLACES];
    for (int i = 0; i < all.length; i++) {
      all[i] = CharacterRuns.distinct(beginning(texts.get(i), letters), LENGTH);
      for (int run : all[i]) {
        counts[run & (PLACES - 1)]++;
      }
    }
    int most = Math.max(FEWEST, texts.size() / ONE_OF);
    var textsWith = new TreeMap<Integer, List<Integer>>();
    for (int i = 0; i < all.length; i++) {
      all[i] =
          Arrays.stream(all[i]).filter(run -> isRare(counts[run & (PLACES - 1)], most)).toArray();
      for (int run : all[i]) {
        textsWith.computeIfAbsent(run, any -> new ArrayList<>()).add(i);
      }
    }
    return new RareRuns(all, textsWith);
  }

  private static boolean isRare(int textsWith, int most) {
    return textsWith > 1 && textsWith <= most;
  }

  /** How many rare runs two texts have in common. */
  int shared(int one, int other) {
    int shared = 0;
    int a = 0;
    int b = 0;
    while (a < runs[one].length && b < runs[other].length) {
      if (runs[one][a] == runs[other][b]) {
        shared++;
        a++;
        b++;
      } else if (runs[one][a] < runs[other][b]) {
        a++;
      } else {
        b++;
      }
    }
    return shared;
  }

  /** The texts of each rare run, in ascending order. */
  Iterable<List<Integer>> textsOfEach() {
    return textsWith.values();
  }

  private static int[] beginning(String text, int most) {
    var letters = CharacterRuns.letters(text);
    return Arrays.copyOf(letters, Math.min(letters.length, most));
  }
}
