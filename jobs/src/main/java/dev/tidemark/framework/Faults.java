package dev.tidemark.framework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a framework file, as it is found. */
final class Faults {
  private record Fault(int line, int lineBeside, String text) {}

  private static final Comparator<Fault> BY_LINE =
      Comparator.comparingInt(Fault::line).thenComparingInt(Fault::lineBeside);

  private final List<Fault> found = new ArrayList<>();

  /**
   * Adds one.
   *
   * @param place where it is
   * @param problem what is wrong, with the offending value, and what to do
   */
  void add(Place place, String problem) {
    addBeside(place, 0, problem);
  }

  /**
   * Adds one of a file that the framework file names.
   *
   * @param place where it names it
   * @param lineBeside the line in that other file
   * @param problem as in {@link #add}
   */
  void addBeside(Place place, int lineBeside, String problem) {
    found.add(new Fault(place.line(), lineBeside, place + ": " + problem));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** One phrase for each, in the order of the file. */
  List<String> inOrder() {
    return found.stream().sorted(BY_LINE).map(Fault::text).toList();
  }
}
