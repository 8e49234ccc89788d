package dev.tidemark.error;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** A day of a year whose days off nobody has told us: counting on would be guessing. */
public final class YearNotCovered extends TidemarkException {
  private static final long serialVersionUID = 1L;

  /**
   * Says which years are missing, and where to put them.
   *
   * @param source whose calendar it is
   * @param missing the years asked for that it does not have
   * @param covered the years it has
   */
  public YearNotCovered(String source, Collection<Integer> missing, Collection<Integer> covered) {
    super(
        ("Working days of %s cannot be counted: the calendar by %s covers %s. Tell the framework the"
                + " days off and the make-up working days of %1$s in a CSV file, under calendar.years"
                + " (or in that of calendar.country); docs/calendar.md has an example.")
            .formatted(inWords(missing), source, inWords(covered)),
        null);
  }

  private YearNotCovered(YearNotCovered fault, String hint) {
    super(fault.getMessage() + " " + hint, fault);
  }

  /**
   * The same, naming a row that asks for such a day: it may be a typing error.
   *
   * @param row what it is, and where it is from
   */
  public YearNotCovered askedForBy(String row, LocalDate day) {
    return new YearNotCovered(
        this,
        "It is %s that tells of %s: correct it if that is a typing error.".formatted(row, day));
  }

  @Override
  public int exitCode() {
    return 2;
  }

  /** Such as {@code 2018 to 2026, 2030}. */
  private static String inWords(Collection<Integer> years) {
    var runs = new ArrayList<String>();
    var rest = List.copyOf(new TreeSet<>(years));
    for (int from = 0, to = 0; from < rest.size(); from = ++to) {
      while (to + 1 < rest.size() && rest.get(to + 1) == rest.get(to) + 1) {
        to++;
      }
      runs.add(from == to ? "" + rest.get(from) : rest.get(from) + " to " + rest.get(to));
    }
    return runs.isEmpty() ? "no year" : String.join(", ", runs);
  }
}
