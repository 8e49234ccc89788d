package dev.tidemark.issues;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the messages of an issue in a period have in common. */
final class IssueFacts {
  private final List<Message> messages;

  IssueFacts(List<Message> messages) {
    this.messages = messages;
  }

  int size() {
    return messages.size();
  }

  int voices() {
    return (int) messages.stream().map(Message::voice).distinct().count();
  }

  /** Share of those whose answer is known to have solved it or not, or that have none. */
  Double unresolvedRate() {
    long told = messages.stream().filter(IssueFacts::isTold).count();
    long solved = messages.stream().filter(m -> Boolean.TRUE.equals(m.resolved())).count();
    return told == 0 ? null : (double) (told - solved) / told;
  }

  /** Median of the working days until the answer; null if none was answered. */
  Double medianDays(BiFunction<String, Instant[], Integer> workingDays) {
    var days =
        messages.stream()
            .filter(message -> message.answeredAt() != null)
            .mapToInt(
                message ->
                    workingDays.apply(
                        message.unit(), new Instant[] {message.createdAt(), message.answeredAt()}))
            .sorted()
            .toArray();
    return days.length == 0 ? null : median(days);
  }

  /** The most frequent value told, of equal ones the first by name; null if none is. */
  String top(Function<Message, String> of) {
    var counts = new TreeMap<String, Integer>();
    messages.stream()
        .map(of)
        .filter(value -> !value.isEmpty())
        .forEach(value -> counts.merge(value, 1, Integer::sum));
    String top = null;
    for (var entry : counts.entrySet()) {
      if (top == null || entry.getValue() > counts.get(top)) {
        top = entry.getKey();
      }
    }
    return top;
  }

  /** How many messages each unit has. */
  Map<String, Integer> units() {
    var units = new TreeMap<String, Integer>();
    messages.forEach(message -> units.merge(message.unit(), 1, Integer::sum));
    return units;
  }

  private static boolean isTold(Message message) {
    return message.resolved() != null || message.answeredAt() == null;
  }

  private static double median(int[] sorted) {
    int n = sorted.length;
    return Arrays.stream(sorted, (n - 1) / 2, n / 2 + 1).average().orElseThrow();
  }
}
