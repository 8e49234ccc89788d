package dev.tidemark.bench.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of phrases by name, and how what stands in brackets and braces is chosen. */
final class Phrases {
  private static final Pattern CHOICE = Pattern.compile("\\[([^\\]]*)\\]");
  private static final Pattern SLOT = Pattern.compile("\\{([a-zA-Z-]+)\\}");

  private final Map<String, List<String>> lists = new LinkedHashMap<>();

  Phrases() {
    List<String> list = List.of();
    for (var line : lines("phrases.txt")) {
      if (line.startsWith("= ")) {
        list = new ArrayList<>();
        lists.put(line.substring(2), list);
      } else {
        list.add(line);
      }
    }
  }

  /** The lines of a resource that say something. */
  static List<String> lines(String resource) {
    try (var in = Phrases.class.getResourceAsStream("/messages/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> list(String name) {
    return lists.get(name);
  }

  String any(String name, Dice dice) {
    return filled(dice.of(list(name)), Map.of(), dice);
  }

  /**
   * Chooses one of each {@code [a|b]} and fills each {@code {slot}}.
   *
   * @param slots by name; any other slot is one of the list of its name
   */
  String filled(String template, Map<String, String> slots, Dice dice) {
    var chosen =
        CHOICE
            .matcher(template)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(dice.of(List.of(found.group(1).split("\\|", -1)))));
    return SLOT.matcher(chosen)
        .replaceAll(
            found -> {
              var value = slots.get(found.group(1));
              return Matcher.quoteReplacement(
                  value == null ? dice.of(list(found.group(1))) : value);
            });
  }
}
