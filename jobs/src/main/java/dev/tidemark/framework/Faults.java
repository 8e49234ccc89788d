package dev.tidemark.framework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a framework file, as it is found. */
final class Faults {
  private record Fault(int line, String text) {}

  private final List<Fault> found = new ArrayList<>();

  /**
   * Adds one.
   *
   * @param place where it is
   * @param problem what is wrong, with the offending value, and what to do
   */
  void add(Place place, String problem) {
    found.add(new Fault(place.line(), place + ": " + problem));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** One phrase for each, in the order of the file. */
  List<String> inOrder() {
    return found.stream().sorted(Comparator.comparingInt(Fault::line)).map(Fault::text).toList();
  }
}
