package dev.tidemark.issues;

import dev.tidemark.text.words.CommonWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of places, known by how people use them, whatever they are called: two to four characters
 * that stand alone or between different others, are written to one unit and hardly to any other,
 * and are no word of the language. Of 天津叠微政务大厅 and 叠微区的窗口 that is 叠微. docs/adr/0076 says more.
 * Where all texts are of one unit, none is known.
 */
final class LocalNames {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 4;

  /** Characters read of a text. */
  private static final int READ = 400;

  /** Share of the texts with a name that are of its unit, at least. */
  private static final double LOCAL = 0.8;

  /** So improbable must it be that texts of one unit alone have it, were the units all the same. */
  private static final double CHANCE = 0.01;

  /** Runs are counted by a part of their hash; some are looked at that need not be. */
  private static final int PLACES = 1 << 22;

  /** Characters that names hardly have and what stands beside them often has. */
  private static final String NO_PART = "在到去从和与及的了是于至离由住往对给把被让向我你他她它们这那有个里内外上下前后并请望因为将就都也很太不没说要";

  private final int[] units;

  /** How many texts of a unit a name of it is in, at least. */
  private final double[] needed;

  private final int[][] characters;
  private final Map<String, RunUse> uses = new HashMap<>();
  private final int[][] names;

  private LocalNames(List<IssueText> texts) {
    var numbers = new HashMap<String, Integer>();
    units = new int[texts.size()];
    characters = new int[texts.size()][];
    var sizes = new int[texts.size()];
    for (int i = 0; i < units.length; i++) {
      units[i] = numbers.computeIfAbsent(texts.get(i).unit(), unit -> numbers.size());
      sizes[units[i]]++;
      characters[i] = texts.get(i).text().codePoints().limit(READ).toArray();
    }
    needed = new double[numbers.size()];
    for (int unit = 0; unit < needed.length; unit++) {
      double share = (double) sizes[unit] / units.length;
      // The first text only tells which unit it is.
      needed[unit] = 1 + Math.log(CHANCE) / Math.log(share);
    }
    names = new int[units.length][0];
    if (needed.length > 1) {
      findUses();
      uses.entrySet().removeIf(entry -> !isName(entry.getKey(), entry.getValue()));
      nameTexts();
    }
  }

  static LocalNames of(List<IssueText> texts) {
    return new LocalNames(texts);
  }

  /** Whether both texts have names, and one in common. */
  boolean agree(int one, int other) {
    for (int name : names[one]) {
      if (Arrays.binarySearch(names[other], name) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether both texts have names of one unit, and none in common. */
  boolean disagree(int one, int other) {
    return units[one] == units[other]
        && names[one].length > 0
        && names[other].length > 0
        && !agree(one, other);
  }

  private interface Runs {
    void take(int from, int to);
  }

  private static void runs(int[] characters, Runs runs) {
    for (int from = 0; from < characters.length; from++) {
      for (int to = from + 1; to <= characters.length && to <= from + LONGEST; to++) {
        if (!Character.isIdeographic(characters[to - 1])) {
          break;
        }
        if (to - from >= SHORTEST) {
          runs.take(from, to);
        }
      }
    }
  }

  private static int place(int[] characters, int from, int to) {
    return CharacterRuns.hash(characters, from, to) & (PLACES - 1);
  }

  private static int[] distinctPlaces(int[] characters) {
    var places = new int[characters.length * (LONGEST - SHORTEST + 1)];
    var count = new int[1];
    runs(characters, (from, to) -> places[count[0]++] = place(characters, from, to));
    return Arrays.stream(places, 0, count[0]).sorted().distinct().toArray();
  }

  /** First which unit may have most of the texts with a run (Boyer and Moore 1981), then how. */
  private void findUses() {
    var most = new int[PLACES];
    var votes = new int[PLACES];
    for (int i = 0; i < units.length; i++) {
      for (int place : distinctPlaces(characters[i])) {
        if (votes[place] == 0) {
          most[place] = units[i];
        }
        votes[place] += most[place] == units[i] ? 1 : -1;
      }
    }
    for (int i = 0; i < units.length; i++) {
      var own = characters[i];
      int text = i;
      runs(
          own,
          (from, to) -> {
            int place = place(own, from, to);
            if (votes[place] >= fewestVotes(most[place])) {
              var run = new String(own, from, to - from);
              uses.computeIfAbsent(run, any -> new RunUse(most[place]))
                  .add(text, units[text], own, from, to);
            }
          });
    }
  }

  /** What is left to a unit if texts of others, as many as may be, have voted against it. */
  private double fewestVotes(int unit) {
    return needed[unit] * (2 - 1 / LOCAL);
  }

  private boolean isName(String run, RunUse use) {
    return use.local() >= Math.max(LOCAL * use.texts(), needed[use.unit()])
        && use.standsAlone()
        && run.codePoints().noneMatch(character -> NO_PART.indexOf(character) >= 0)
        && !CommonWords.has(run);
  }

  private record Found(String name, int from, int to) {}

  private void nameTexts() {
    var places = new BitSet(PLACES);
    for (var name : uses.keySet()) {
      var own = name.codePoints().toArray();
      places.set(place(own, 0, own.length));
    }
    var numbers = new HashMap<String, Integer>();
    for (int i = 0; i < names.length; i++) {
      names[i] =
          namesIn(i, places).stream()
              .map(Found::name)
              .distinct()
              .mapToInt(name -> numbers.computeIfAbsent(name, any -> numbers.size()))
              .sorted()
              .toArray();
    }
  }

  /** Of names that overlap the one more texts have; of names side by side the last, the nearest. */
  private List<Found> namesIn(int text, BitSet places) {
    var found = new ArrayList<Found>();
    runs(
        characters[text],
        (from, to) -> {
          if (!places.get(place(characters[text], from, to))) {
            return;
          }
          var run = new String(characters[text], from, to - from);
          var use = uses.get(run);
          if (use == null || use.unit() != units[text]) {
            return;
          }
          var before = found.isEmpty() ? null : found.get(found.size() - 1);
          if (before == null || from > before.to()) {
            found.add(new Found(run, from, to));
          } else if (from == before.to() || isMoreUsed(use, from, to, before)) {
            found.set(found.size() - 1, new Found(run, from, to));
          }
        });
    return found;
  }

  private boolean isMoreUsed(RunUse use, int from, int to, Found before) {
    int texts = uses.get(before.name()).texts();
    return use.texts() > texts || (use.texts() == texts && to - from > before.to() - before.from());
  }
}
