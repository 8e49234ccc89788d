package dev.tidemark.framework;

/** Faults of a file beside the framework file, told where that names it. */
final class FileFaults {
  private static final int MOST = 1_000;

  private final String file;
  private final Place place;
  private final Faults faults;
  private int found;

  /**
   * None yet.
   *
   * @param file its name, as the framework file has it
   * @param place where that is
   */
  FileFaults(String file, Place place, Faults faults) {
    this.file = file;
    this.place = place;
    this.faults = faults;
  }

  /** Of a line of the file; the first thousand are told one by one. */
  void add(int line, String problem) {
    found++;
    if (found <= MOST) {
      faults.addBeside(place, line, "%s, line %d: %s".formatted(file, line, problem));
    }
  }

  /** Of a column the framework file names. */
  void addColumn(Place named, String problem) {
    faults.add(named, file + " " + problem);
  }

  /** Says how many there are beyond the first thousand. */
  void tellTheRest() {
    if (found > MOST) {
      faults.addBeside(
          place, Integer.MAX_VALUE, "%s: %d more faults like these".formatted(file, found - MOST));
    }
  }
}
