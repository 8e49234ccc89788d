package dev.tidemark.bench.messages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When messages were answered and whether that helped: by stage, department and period. */
final class Replies {
  /**
   * An answer, or none.
   *
   * @param answeredAt null if there was none
   * @param resolved null if not told
   */
  record Reply(LocalDateTime answeredAt, Boolean resolved) {}

  /** Percentages: not helped; of those answered, later than on the fifth working day. */
  private record Rates(int unresolved, int late) {}

  /** Where work is stuck most, which the messages must show. */
  static final String WORST_STAGE = "invoice";

  static final String WORST_DEPARTMENT = "税务局";

  private static final Rates USUAL = new Rates(30, 18);
  private static final int FLOOR = 5;
  private static final int LATEST = 14;

  private static final Set<LocalDate> DAYS_OFF =
      Stream.of(
              days(LocalDate.of(2020, 1, 1), 1),
              days(LocalDate.of(2020, 1, 24), 10),
              days(LocalDate.of(2020, 4, 4), 3))
          .flatMap(days -> days)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<LocalDate> WORKING_SUNDAYS =
      Set.of(LocalDate.of(2020, 1, 19), LocalDate.of(2020, 4, 26));

  private final Dice dice;

  Replies(Dice dice) {
    this.dice = dice;
  }

  /** To a message of a stage, department and period (0, 1). */
  Reply to(String stage, String department, int period, LocalDateTime sent) {
    var rates = rates(stage, department, period);
    var isUnresolved = dice.percent(rates.unresolved());
    var isUnanswered = isUnresolved ? dice.percent(35) : dice.percent(3);
    var answered = answered(sent, dice.percent(rates.late()));
    if (isUnanswered) {
      return new Reply(null, dice.percent(80) ? false : null);
    }
    return new Reply(answered, dice.percent(94) ? !isUnresolved : null);
  }

  private static Rates rates(String stage, String department, int period) {
    if (stage.equals(WORST_STAGE) && department.equals(WORST_DEPARTMENT)) {
      return period == 0 ? new Rates(52, 40) : new Rates(72, 58);
    }
    return switch (stage) {
      case "social-insurance" -> new Rates(36, 24);
      case "seal" -> new Rates(26, 14);
      default -> USUAL;
    };
  }

  private LocalDateTime answered(LocalDateTime sent, boolean isLate) {
    int wait = isLate ? dice.between(FLOOR + 1, LATEST) : dice.between(0, FLOOR);
    int minutes = dice.between(0, 479);
    if (wait == 0) {
      return sent.plusMinutes(minutes / 2);
    }
    var day = sent.toLocalDate();
    for (int passed = 0; passed < wait; ) {
      day = day.plusDays(1);
      passed += isWorkingDay(day) ? 1 : 0;
    }
    return day.atTime(9, 0).plusMinutes(minutes);
  }

  private static boolean isWorkingDay(LocalDate day) {
    var isWeekend = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
    return WORKING_SUNDAYS.contains(day) || (!isWeekend && !DAYS_OFF.contains(day));
  }

  private static Stream<LocalDate> days(LocalDate first, int count) {
    return first.datesUntil(first.plusDays(count));
  }
}
