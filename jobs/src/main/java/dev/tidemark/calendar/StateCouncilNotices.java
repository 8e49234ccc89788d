package dev.tidemark.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The working days of the People's Republic of China, as its State Council made them known. */
public final class StateCouncilNotices {
  private static final String FACTS = "state-council-notices.csv";

  private StateCouncilNotices() {}

  /** The calendar by all notices there are. */
  public static WorkingDays workingDays() {
    return workingDays(all(), "the State Council's notices");
  }

  /**
   * The calendar as people knew it on a day: by the notices published until then, itself included.
   *
   * <p>A year is covered from the day its notice was published.
   */
  public static WorkingDays workingDaysAsKnownOn(LocalDate day) {
    var known = all().stream().filter(notice -> !notice.published().isAfter(day)).toList();
    return workingDays(known, "the State Council's notices as known on " + day);
  }

  /** The notices, the earliest published first. */
  public static List<Notice> all() {
    var notices = new ArrayList<Notice>();
    var days = new ArrayList<SpecialDay>();
    var lines = lines();
    // From the end: above its days stands the notice.
    for (int i = lines.size() - 1; i >= 0; i--) {
      var cells = List.of(lines.get(i).split(",", -1));
      if (cells.get(0).equals("notice")) {
        notices.add(0, notice(cells, days));
        days.clear();
      } else {
        days.addAll(days(cells));
      }
    }
    return notices;
  }

  private static WorkingDays workingDays(List<Notice> notices, String source) {
    var years = notices.stream().flatMapToInt(n -> n.year().stream()).boxed();
    return WorkingDays.of(
            source,
            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            years.collect(Collectors.toSet()))
        .with(notices.stream().flatMap(notice -> notice.days().stream()).toList());
  }

  private static Notice notice(List<String> cells, List<SpecialDay> days) {
    var number = cells.get(3);
    return new Notice(
        LocalDate.parse(cells.get(1)),
        cells.get(2).isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(cells.get(2))),
        number,
        cells.get(4),
        cells.get(5),
        days.stream().map(d -> new SpecialDay(d.day(), d.status(), d.name(), number)).toList());
  }

  private static List<SpecialDay> days(List<String> cells) {
    var status = SpecialDay.Status.valueOf(cells.get(0).toUpperCase(Locale.ROOT));
    var last = LocalDate.parse(cells.get(2));
    return LocalDate.parse(cells.get(1))
        .datesUntil(last.plusDays(1))
        .map(day -> new SpecialDay(day, status, cells.get(3), ""))
        .toList();
  }

  private static List<String> lines() {
    var facts = StateCouncilNotices.class.getResourceAsStream(FACTS);
    try (var in =
        new BufferedReader(new InputStreamReader(Objects.requireNonNull(facts, FACTS), UTF_8))) {
      return in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
