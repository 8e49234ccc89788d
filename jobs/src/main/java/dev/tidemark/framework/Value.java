package dev.tidemark.framework;

import dev.tidemark.error.NearestName;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Single values of the file, as what they should be; a fault where they are not. */
final class Value {
  /** Bounds of a number, both included, and how a message says them. */
  record Range(double low, double high, String words) {
    static final Range ANY = new Range(-1e300, 1e300, "a number");
    static final Range SHARE = new Range(0, 1, "a number from 0 to 1");
    static final Range POINTS = new Range(0, 100, "a number of points from 0 to 100");
    static final Range WEIGHT = new Range(1e-9, 1e9, "a number above 0 (1e-9 to 1e9)");
  }

  private static final int LONGEST_LINE = 200;
  private static final Pattern NUMERIC = Pattern.compile("\\s*[-+]?[0-9]*\\.?[0-9]+\\s*");

  private static final Pattern YEAR = Pattern.compile("(19|20|21)[0-9]{2}");

  private Value() {}

  /** Text as written; also of what YAML would take for a number or a date. */
  static Optional<String> text(YamlNode node, Faults faults) {
    if (node instanceof YamlNode.Scalar scalar && !scalar.isNull() && !scalar.isBoolean()) {
      if (!scalar.text().isBlank()) {
        return Optional.of(scalar.text());
      }
      faults.add(node.place(), "is blank; write some text, or remove the key");
      return Optional.empty();
    }
    var isBoolean = node instanceof YamlNode.Scalar scalar && scalar.isBoolean();
    faults.add(
        node.place(),
        "must be text; is " + node.description() + (isBoolean ? "; put it in quotes" : ""));
    return Optional.empty();
  }

  /** Text that fits where results and reports show it: one line, at most 200 characters. */
  static Optional<String> line(YamlNode node, Faults faults) {
    return text(node, faults)
        .filter(
            text -> {
              if (text.chars().anyMatch(Character::isISOControl)
                  || text.codePointCount(0, text.length()) > LONGEST_LINE) {
                faults.add(
                    node.place(),
                    "must be one line of at most %d characters; is %s"
                        .formatted(LONGEST_LINE, node.description()));
                return false;
              }
              return true;
            });
  }

  /** A day, such as {@code 2020-03-28}. */
  static Optional<LocalDate> day(YamlNode node, Faults faults) {
    return text(node, faults)
        .flatMap(text -> day(text, problem -> faults.add(node.place(), problem)));
  }

  /** A day in a text, wherever that stands; empty, with a problem told, if it is none. */
  static Optional<LocalDate> day(String text, Consumer<String> problems) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      problems.accept("%s is no day; write it as 2020-03-28".formatted(Quote.of(text)));
      return Optional.empty();
    }
  }

  /** A year of four digits. */
  static Optional<Integer> year(YamlNode node, Faults faults) {
    if (node instanceof YamlNode.Scalar scalar
        && scalar.isNumber()
        && YEAR.matcher(scalar.text()).matches()) {
      return Optional.of(Integer.valueOf(scalar.text()));
    }
    faults.add(node.place(), "must be a year, such as 2027; is " + node.description());
    return Optional.empty();
  }

  /** A finite number in a range. */
  static Optional<Double> number(YamlNode node, Range range, Faults faults) {
    if (node instanceof YamlNode.Scalar scalar && scalar.isNumber()) {
      double number = Double.parseDouble(scalar.text());
      if (number >= range.low() && number <= range.high()) {
        return Optional.of(number);
      }
    }
    var isQuotedNumber =
        node instanceof YamlNode.Scalar scalar
            && scalar.isQuoted()
            && NUMERIC.matcher(scalar.text()).matches();
    faults.add(
        node.place(),
        "must be %s; is %s%s"
            .formatted(
                range.words(), node.description(), isQuotedNumber ? "; remove its quotes" : ""));
    return Optional.empty();
  }

  /** A constant by its name, written {@code in-lower-case}. */
  static <E extends Enum<E>> Optional<E> choice(YamlNode node, Class<E> among, Faults faults) {
    var names = names(among);
    var given = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    if (names.contains(given)) {
      return Optional.of(among.getEnumConstants()[names.indexOf(given)]);
    }
    faults.add(
        node.place(),
        "must be one of %s; is %s%s"
            .formatted(
                String.join(", ", names), node.description(), NearestName.hint(given, names)));
    return Optional.empty();
  }

  /** The names of constants as the file writes them. */
  static <E extends Enum<E>> List<String> names(Class<E> among) {
    return Arrays.stream(among.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  /** A whole number from 100 to a million: of random draws. */
  static Optional<Integer> draws(YamlNode node, Faults faults) {
    return whole(node, new Range(100, 1_000_000, "a whole number from 100 to 1000000"), faults)
        .map(Long::intValue);
  }

  /** A whole number in a range. */
  static Optional<Long> whole(YamlNode node, Range range, Faults faults) {
    return number(node, range, faults)
        .flatMap(
            number -> {
              if (number == Math.rint(number)) {
                return Optional.of(number.longValue());
              }
              faults.add(
                  node.place(), "must be %s; is %s".formatted(range.words(), node.description()));
              return Optional.empty();
            });
  }

  /** The items of a list; none, with a fault, if it is no list. */
  static List<YamlNode> list(YamlNode node, Faults faults) {
    if (node instanceof YamlNode.Items items) {
      return items.items();
    }
    faults.add(node.place(), "must be a list; is " + node.description());
    return List.of();
  }

  /** The texts of a list, in its order; a fault where one was seen before. */
  static Set<String> lines(YamlNode node, Map<String, Place> seen, Faults faults) {
    var lines = new LinkedHashSet<String>();
    var items = list(node, faults);
    if (node instanceof YamlNode.Items && items.isEmpty()) {
      faults.add(node.place(), "is empty; list something, or remove it");
    }
    for (var item : items) {
      line(item, faults)
          .ifPresent(
              line -> {
                var first = seen.putIfAbsent(line, item.place());
                if (first != null) {
                  faults.add(
                      item.place(),
                      "%s is listed a second time; first %s".formatted(Quote.of(line), first));
                }
                lines.add(line);
              });
    }
    return lines;
  }
}
