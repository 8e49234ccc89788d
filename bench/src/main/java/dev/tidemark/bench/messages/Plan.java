package dev.tidemark.bench.messages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which issues there are, where, and how many people write of each in both periods.
 *
 * <p>A problem is an issue once in a city, but for pairs made to be hard: every tenth issue is of
 * the same place as the one before (and of another problem), every twelfth of the same problem and
 * city (and of another place).
 */
final class Plan {
  /** People in the first and the second period, for each issue of every 1,500 messages. */
  private static final List<int[]> GROWING =
      List.of(
          new int[] {5, 27},
          new int[] {4, 24},
          new int[] {6, 30},
          new int[] {7, 33},
          new int[] {5, 26},
          new int[] {4, 25},
          new int[] {6, 28},
          new int[] {3, 21});

  private static final List<int[]> STEADY =
      List.of(
          new int[] {8, 7},
          new int[] {12, 13},
          new int[] {6, 6},
          new int[] {10, 9},
          new int[] {14, 12},
          new int[] {7, 8},
          new int[] {11, 11},
          new int[] {5, 6},
          new int[] {9, 8},
          new int[] {13, 14},
          new int[] {8, 9});

  private static final List<int[]> NATIONAL =
      List.of(new int[] {21, 22}, new int[] {16, 15}, new int[] {12, 14});

  private static final int FEWEST = 5;
  private static final int MOST_NEW = 14;
  private static final int MOST_GONE = 12;
  private static final int CITIES_OF_A_PLATFORM = 14;

  private final List<City> cities;
  private final List<Problem> local;
  private final Phrases phrases;
  private final Dice dice;
  private final Set<String> names = new HashSet<>();
  private final List<PlantedIssue> issues = new ArrayList<>();
  private final List<Integer> pairs = new ArrayList<>();

  private Plan(List<City> cities, List<Problem> problems, Phrases phrases, Dice dice) {
    this.cities = cities;
    this.local = problems.stream().filter(problem -> !problem.isNational()).toList();
    this.phrases = phrases;
    this.dice = dice;
    for (int i = 0; i < local.size() * cities.size(); i++) {
      pairs.add(i);
    }
    dice.shuffle(pairs);
  }

  /**
   * Plans.
   *
   * @param times how often 1,500 messages
   */
  static Plan of(List<City> cities, List<Problem> problems, Phrases phrases, int times, Dice dice) {
    var plan = new Plan(cities, problems, phrases, dice);
    var national = problems.stream().filter(Problem::isNational).toList();
    for (int i = 0; i < national.size(); i++) {
      plan.addNational(national.get(i), NATIONAL.get(i), times);
    }
    for (int time = 0; time < times; time++) {
      var shapes = shapes();
      dice.shuffle(shapes);
      shapes.forEach(shape -> plan.add(shape.trend(), shape.first(), shape.second()));
    }
    return plan;
  }

  List<PlantedIssue> issues() {
    return issues;
  }

  /** A problem somewhere of which nobody else writes. */
  PlantedIssue single() {
    int pair = pairs.get((issues.size() + names.size()) % pairs.size());
    var city = cities.get(pair % cities.size());
    var problem = local.get(pair / cities.size());
    return new PlantedIssue("", problem, List.of(city), name(city), true, "", List.of(1, 0));
  }

  /** An invented name that this city has no second time, as long as there are any. */
  String name(City city) {
    String name;
    int tries = 0;
    do {
      name = phrases.any("first", dice) + phrases.any("second", dice);
      tries++;
    } while (!names.add(city.unit() + name) && tries < 1_000);
    return name;
  }

  private record Shape(String trend, int first, int second) {}

  private static List<Shape> shapes() {
    var shapes = new ArrayList<Shape>();
    GROWING.forEach(n -> shapes.add(new Shape("growing", n[0], n[1])));
    GROWING.forEach(n -> shapes.add(new Shape("fading", n[1], n[0])));
    STEADY.forEach(n -> shapes.add(new Shape("steady", n[0], n[1])));
    for (int n = FEWEST; n <= MOST_NEW; n++) {
      shapes.add(new Shape("new", 0, n));
    }
    for (int n = FEWEST; n <= MOST_GONE; n++) {
      shapes.add(new Shape("gone", n, 0));
    }
    return shapes;
  }

  private void addNational(Problem problem, int[] n, int times) {
    var some = new ArrayList<>(cities);
    dice.shuffle(some);
    issues.add(
        new PlantedIssue(
            id(),
            problem,
            List.copyOf(some.subList(0, CITIES_OF_A_PLATFORM)),
            "",
            true,
            "steady",
            List.of(n[0] * times, n[1] * times)));
  }

  private void add(String trend, int first, int second) {
    int number = issues.size();
    var before = issues.get(number - 1);
    int pair = pairs.get(number % pairs.size());
    var problem = local.get(pair / cities.size());
    var city = cities.get(pair % cities.size());
    var isOfThePlaceBefore = number % 10 == 9 && !before.problem().equals(problem);
    var isOfTheProblemBefore = number % 12 == 11;
    if (isOfThePlaceBefore || isOfTheProblemBefore) {
      city = before.cities().get(0);
    }
    if (isOfTheProblemBefore) {
      problem = before.problem();
      issues.set(number - 1, alwaysNamed(before));
    }
    var name = isOfThePlaceBefore ? before.name() : name(city);
    issues.add(
        new PlantedIssue(
            id(),
            problem,
            Stream.of(city).toList(),
            name,
            isOfTheProblemBefore,
            trend,
            List.of(first, second)));
  }

  private static PlantedIssue alwaysNamed(PlantedIssue issue) {
    return new PlantedIssue(
        issue.id(),
        issue.problem(),
        issue.cities(),
        issue.name(),
        true,
        issue.trend(),
        issue.voices());
  }

  private String id() {
    return String.format(Locale.ROOT, "issue-%03d", issues.size() + 1);
  }
}
