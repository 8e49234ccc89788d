package dev.tidemark.bench.messages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message's title and text, in the words of one of many people. */
record Letter(String title, String text) {
  private static final List<String> REGISTERS = List.of("formal", "plain", "plain", "angry");
  private static final List<String> UNNAMED = List.of("他们那边", "办事的地方", "里面", "那里");
  private static final String PLACE = "place";

  /** Puts things into words. */
  static final class Hand {
    private final Phrases phrases;
    private final Dice dice;

    Hand(Phrases phrases, Dice dice) {
      this.phrases = phrases;
      this.dice = dice;
    }

    /** Of a problem at a place. */
    Letter of(PlantedIssue issue, City city, LocalDate day) {
      var problem = issue.problem();
      var slots = slots(issue, city, day);
      if (dice.percent(3)) {
        return new Letter("", filled(dice.of(problem.english()), slots));
      }
      var said = filled(dice.of(problem.says()), slots);
      var register = dice.of(REGISTERS);
      int length = dice.between(1, 100);
      if (length <= 20) {
        return new Letter(title(problem, slots, said), said);
      }
      var text = new StringBuilder();
      append(text, 60, phrases.any(register + "-open", dice));
      text.append(said);
      append(text, length > 92 ? 100 : 0, filled(dice.of(problem.says()), slots));
      append(text, isNamed(slots) ? 10 : 0, filled(dice.of(phrases.list("at")), slots));
      append(text, 55, filled(dice.of(problem.more()), slots));
      append(text, 30, phrases.any("effect", dice));
      if (length > 80) {
        var stories = new ArrayList<>(phrases.list("story"));
        dice.shuffle(stories);
        text.append(length > 90 ? "\n" : "").append(choice(stories.get(0)));
        append(text, 50, choice(stories.get(1)));
      }
      append(text, 60, phrases.any(register + "-ask", dice));
      return new Letter(title(problem, slots, said), text.toString());
    }

    /** Of a question or of anything else, as a line of the resources has it. */
    Letter of(String line, String name) {
      var said = filled(line, new LinkedHashMap<>(Map.of("N", name)));
      var register = dice.of(REGISTERS);
      var text = new StringBuilder();
      append(text, 50, phrases.any(register + "-open", dice));
      text.append(said);
      append(text, 12, phrases.any("story", dice));
      append(text, 35, phrases.any(register + "-ask", dice));
      var title = dice.percent(50) ? "" : dice.percent(50) ? start(said) : generic();
      return new Letter(title, text.toString());
    }

    private Map<String, String> slots(PlantedIssue issue, City city, LocalDate day) {
      var names = new LinkedHashMap<String, String>();
      names.put("N", issue.name());
      names.put("city", city.name());
      var place = filled(dice.of(phrases.list(issue.problem().where())), names);
      var date = day.minusDays(dice.between(3, 12));
      var slots = new LinkedHashMap<String, String>();
      slots.put(PLACE, issue.isNamedAlways() || dice.percent(90) ? place : dice.of(UNNAMED));
      slots.put(
          "date",
          "%d月%d%s"
              .formatted(date.getMonthValue(), date.getDayOfMonth(), dice.of(List.of("号", "日"))));
      return slots;
    }

    private static boolean isNamed(Map<String, String> slots) {
      return !UNNAMED.contains(slots.get(PLACE));
    }

    private String title(Problem problem, Map<String, String> slots, String said) {
      int kind = dice.between(1, 100);
      if (kind <= 25) {
        return "";
      }
      if (kind <= 60) {
        return filled(dice.of(problem.titles()), slots);
      }
      return kind <= 85 ? generic() : start(said);
    }

    private String generic() {
      return phrases.any("title", dice);
    }

    /** As forms do that take the first words for the title. */
    private String start(String said) {
      return said.substring(0, Math.min(said.length(), dice.between(9, 18)));
    }

    private void append(StringBuilder text, int chance, String phrase) {
      if (dice.percent(chance)) {
        text.append(phrase);
      }
    }

    private String choice(String template) {
      return filled(template, Map.of());
    }

    private String filled(String template, Map<String, String> slots) {
      return phrases.filled(template, slots, dice);
    }
  }
}
