package dev.tidemark.bench.messages;

import java.util.List;
import java.util.regex.Pattern;

/** Texts as people write them: typing errors, full width, traditional characters, no commas. */
final class Blemishes {
  private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[0-9A-Za-z]+");
  private static final Pattern PAUSES = Pattern.compile("[，。；：？！]+");
  private static final List<String> FACES = List.of("😡", "😭", "🙏", "[流泪]", "~~", "！！");

  private final List<String> typos;
  private final String traditional;
  private final Dice dice;

  Blemishes(Phrases phrases, Dice dice) {
    typos = phrases.list("typo");
    traditional = phrases.list("traditional").get(0);
    this.dice = dice;
  }

  /** With none, one or two of them. */
  String of(String text) {
    var result = text;
    if (dice.percent(14)) {
      var typo = dice.of(typos).split("=", -1);
      result = result.replaceFirst(typo[0], typo[1]);
    }
    if (dice.percent(5) && result.length() > 20) {
      int place = dice.between(8, result.length() - 8);
      result = result.substring(0, place) + result.substring(place + 1);
    }
    if (dice.percent(5)) {
      result = PAUSES.matcher(result).replaceAll(" ").strip();
    }
    if (dice.percent(5)) {
      result =
          LETTERS_AND_DIGITS
              .matcher(result)
              .replaceAll(found -> PersonalDetails.wide(found.group()));
    }
    if (dice.percent(4)) {
      result = inTraditionalCharacters(result);
    }
    return dice.percent(4) ? result + dice.of(FACES) : result;
  }

  /** The most frequent ones; others stay, as with people who mix. */
  private String inTraditionalCharacters(String text) {
    var result = text;
    for (int i = 0; i < traditional.length(); i += 2) {
      result = result.replace(traditional.charAt(i), traditional.charAt(i + 1));
    }
    return result;
  }
}
