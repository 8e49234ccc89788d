package dev.tidemark.bench.messages;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that people complain of, in many words.
 *
 * @param stage empty if it is in no stage of starting a business
 * @param department who is responsible
 * @param others whom some hold responsible; the same, if nobody else
 * @param where the list of the ways in which its places are called
 */
record Problem(
    String id,
    String stage,
    String department,
    String others,
    String where,
    List<String> titles,
    List<String> says,
    List<String> more,
    List<String> english) {

  /** Those of the resource, in its order. */
  static List<Problem> all() {
    var problems = new ArrayList<Problem>();
    for (var line : Phrases.lines("problems.txt")) {
      if (line.startsWith("= ")) {
        problems.add(begun(List.of(line.substring(2).split(" ", -1))));
      } else {
        problems.get(problems.size() - 1).add(line.substring(0, 2), line.substring(3));
      }
    }
    return problems;
  }

  /** Met on one platform of the whole country. */
  boolean isNational() {
    return where.startsWith("national");
  }

  private static Problem begun(List<String> head) {
    return new Problem(
        head.get(0),
        head.get(1).equals("-") ? "" : head.get(1),
        head.get(2),
        head.get(head.size() > 4 ? 4 : 2),
        head.get(3),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  private void add(String mark, String text) {
    switch (mark) {
      case "t:" -> titles.add(text);
      case "s:" -> says.add(text);
      case "m:" -> more.add(text);
      case "e:" -> english.add(text);
      default -> throw new IllegalStateException("problems.txt has a line that begins " + mark);
    }
  }
}
