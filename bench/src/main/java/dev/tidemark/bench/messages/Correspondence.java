package dev.tidemark.bench.messages;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that people write in both periods. */
final class Correspondence {
  private static final List<String> PERIODS = List.of("W1", "W2");
  private static final List<LocalDate> STARTS =
      List.of(LocalDate.of(2019, 12, 28), LocalDate.of(2020, 3, 28));
  private static final int DAYS = 14;
  private static final List<String> AGAIN = List.of("", "", "再次反映：", "催一下，", "还是没人管！");
  private static final String NONE = "";

  private final List<City> cities;
  private final Phrases phrases;
  private final Dice dice;
  private final Letter.Hand hand;
  private final Blemishes blemishes;
  private final PersonalDetails details;
  private final Replies replies;
  private final List<Message> messages = new ArrayList<>();
  private int authors;

  Correspondence(List<City> cities, Phrases phrases, Dice dice) {
    this.cities = cities;
    this.phrases = phrases;
    this.dice = dice;
    hand = new Letter.Hand(phrases, dice);
    blemishes = new Blemishes(phrases, dice);
    details = new PersonalDetails(phrases, dice);
    replies = new Replies(dice);
  }

  /** Messages about the issues, a few of them sent again by the same person or copied by others. */
  void addIssues(List<PlantedIssue> issues) {
    for (var issue : issues) {
      for (int period = 0; period < PERIODS.size(); period++) {
        Map<City, Letter> circulating = new HashMap<>();
        for (int voice = 0; voice < issue.voices().get(period); voice++) {
          addVoice(issue, period, circulating);
        }
      }
    }
    var once = List.copyOf(messages);
    for (int i = 0; i < once.size() / 20; i++) {
      addAgain(dice.of(once));
    }
  }

  /** Messages that are of no issue, until there are so many in all. */
  void addOthers(int total, Plan plan) {
    // Three on seals for a department that has little to do with them: not enough to judge it.
    for (int i = 0; i < 3; i++) {
      var single = plan.single();
      var time = time(0, NONE);
      var letter = hand.of(single, single.cities().get(0), time.toLocalDate());
      var reply = new Replies.Reply(null, false);
      add(single.cities().get(0), 0, time, letter, "城管局", "seal", reply, NONE);
    }
    for (var text : phrases.list("nothing")) {
      add(dice.of(cities), dice.between(0, 1), new Letter("", text), NONE, NONE, NONE);
    }
    var questions = questions();
    var others = Phrases.lines("others.txt");
    int asked = 0;
    while (messages.size() < total) {
      int kind = dice.between(1, 100);
      if (kind <= 25) {
        addSingle(plan.single());
      } else if (kind <= 58) {
        addQuestion(questions.get(asked++ % questions.size()));
      } else {
        addOther(dice.of(others).split("\t", -1), plan);
      }
    }
  }

  /** In the order of time. */
  List<Message> messages() {
    var sorted = new ArrayList<>(messages);
    sorted.sort(Comparator.comparing(Message::createdAt));
    return sorted;
  }

  private void addVoice(PlantedIssue issue, int period, Map<City, Letter> circulating) {
    var city = dice.of(issue.cities());
    var time = time(period, issue.trend());
    var written = hand.of(issue, city, time.toLocalDate());
    var letter = circulating.containsKey(city) && dice.percent(4) ? circulating.get(city) : written;
    circulating.putIfAbsent(city, written);
    var problem = issue.problem();
    var department = dice.percent(10) ? problem.others() : problem.department();
    add(city, period, time, letter, department, problem.stage(), null, issue.id());
  }

  private void addAgain(Message first) {
    var later = first.createdAt().plusMinutes(dice.between(5, 2_400));
    var end = STARTS.get(PERIODS.indexOf(first.period())).plusDays(DAYS).atStartOfDay();
    var text = dice.of(AGAIN) + first.letter().text();
    if (first.author().isEmpty() || !later.isBefore(end)) {
      return;
    }
    messages.add(
        new Message(
            first.unit(),
            later,
            new Letter(first.letter().title(), text),
            first.author(),
            first.period(),
            first.department(),
            first.stage(),
            new Replies.Reply(null, null),
            null,
            null,
            first.issue(),
            first.planted()));
  }

  private void addSingle(PlantedIssue single) {
    var city = single.cities().get(0);
    int period = dice.between(0, 1);
    var time = time(period, NONE);
    var letter = hand.of(single, city, time.toLocalDate());
    var problem = single.problem();
    add(city, period, time, letter, problem.department(), problem.stage(), null, NONE);
  }

  /** A line of the resource and a city. */
  private record Question(String stage, String text, City city) {}

  private List<Question> questions() {
    var questions = new ArrayList<Question>();
    for (var line : Phrases.lines("questions.txt")) {
      var parts = line.split("\t", -1);
      var stage = parts[0].equals("-") ? NONE : parts[0];
      cities.forEach(city -> questions.add(new Question(stage, parts[1], city)));
    }
    dice.shuffle(questions);
    return questions;
  }

  private void addQuestion(Question question) {
    var department =
        switch (question.stage()) {
          case "seal" -> "公安局";
          case "invoice" -> "税务局";
          case "social-insurance" -> "人社局";
          default -> "市场监管局";
        };
    var letter = hand.of(question.text(), NONE);
    add(question.city(), dice.between(0, 1), letter, department, question.stage(), NONE);
  }

  private void addOther(String[] parts, Plan plan) {
    var city = dice.of(cities);
    var letter = hand.of(parts[1], plan.name(city));
    var department = parts[0].equals("-") ? NONE : parts[0];
    add(city, dice.between(0, 1), letter, department, NONE, NONE);
  }

  private void add(
      City city, int period, Letter letter, String department, String stage, String issue) {
    add(city, period, time(period, NONE), letter, department, stage, null, issue);
  }

  /** Answers as usual where no reply is given. */
  private void add(
      City city,
      int period,
      LocalDateTime time,
      Letter letter,
      String department,
      String stage,
      Replies.Reply given,
      String issue) {
    var text = blemishes.of(letter.text());
    var isLatin = text.codePoints().noneMatch(Character::isIdeographic);
    if (dice.percent(13) && text.length() > 2) {
      text += (isLatin ? " " : "") + details.sentence(isLatin ? "contact-en" : "contact");
    }
    messages.add(
        new Message(
            city.unit(),
            time,
            new Letter(letter.title(), text),
            author(),
            PERIODS.get(period),
            given == null && dice.percent(10) ? NONE : department,
            given == null && dice.percent(15) ? NONE : stage,
            given == null ? replies.to(stage, department, period, time) : given,
            dice.percent(92) ? likes() : null,
            dice.percent(92) ? likes() / 4 : null,
            issue,
            details.taken()));
  }

  /** What is new begins in the second half of its period. */
  private LocalDateTime time(int period, String trend) {
    int day = dice.between(trend.equals("new") ? DAYS / 2 : 0, DAYS - 1);
    return STARTS
        .get(period)
        .plusDays(day)
        .atTime(dice.between(6, 23), dice.between(0, 59), dice.between(0, 59));
  }

  /** Most get few, a few very many. */
  private int likes() {
    int luck = dice.between(1, 1_000);
    if (luck <= 500) {
      return 0;
    }
    if (luck <= 900) {
      return dice.between(1, 9);
    }
    return luck <= 990 ? dice.between(10, 60) : dice.between(60, 400);
  }

  private String author() {
    authors++;
    if (dice.percent(7)) {
      return NONE;
    }
    return dice.percent(15) ? "wangyou_%05x".formatted(authors) : "u-%06d".formatted(authors * 7);
  }
}
