package dev.tidemark.framework;

/**
 * Faults of the units file, told where the framework file names it.
 *
 * @param file its name, as the framework file has it
 */
record UnitFaults(String file, Place place, Faults faults) {
  void add(int line, String problem) {
    faults.add(place, "%s, line %d: %s".formatted(file, line, problem));
  }
}
