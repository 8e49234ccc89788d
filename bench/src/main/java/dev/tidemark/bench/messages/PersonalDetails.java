package dev.tidemark.bench.messages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sentences with numbers and names of nobody: mobile prefixes that were not given out, districts
 * that do not exist, the domain of examples.
 */
final class PersonalDetails {
  /**
   * Something to be masked.
   *
   * @param kind as in {@code docs/texts.md}, in lower case
   * @param datum as it stands in the text
   */
  record Planted(String kind, String datum) {}

  private static final List<String> PREFIXES = List.of("154", "160", "161", "163", "164", "179");
  private static final List<String> PROVINCES = List.of("11", "21", "31", "42", "44", "51", "61");
  private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String ID_CHECKS = "10X98765432";
  private static final List<String> HANDLES = List.of("naicha", "kaidian", "laoban", "xiaopu");

  private final Phrases phrases;
  private final Dice dice;
  private final List<Planted> planted = new ArrayList<>();

  PersonalDetails(Phrases phrases, Dice dice) {
    this.phrases = phrases;
    this.dice = dice;
  }

  /**
   * One sentence.
   *
   * @param list of sentences: {@code contact} or {@code contact-en}
   */
  String sentence(String list) {
    var template = dice.of(phrases.list(list));
    var slots = new LinkedHashMap<String, String>();
    var values =
        Map.of(
            "phone",
            phone(),
            "name",
            phrases.any("surname", dice) + phrases.any("given", dice),
            "nameen",
            phrases.any("given-en", dice),
            "id",
            idNumber(),
            "email",
            handle() + "@example.com",
            "wechat",
            handle(),
            "qq",
            dice.between(1, 9) + dice.digits(8),
            "plate",
            phrases.any("plate", dice) + "00" + dice.digits(2) + "X",
            "card",
            card(),
            "landline",
            "0" + dice.between(311, 999) + "-555" + dice.digits(4));
    for (var kind : values.keySet().stream().sorted().toList()) {
      slots.put(kind, values.get(kind));
      if (template.contains("{" + kind + "}")) {
        planted.add(new Planted(kind, values.get(kind)));
      }
    }
    return phrases.filled(template, slots, dice);
  }

  /** What was planted since this was asked last. */
  List<Planted> taken() {
    var taken = List.copyOf(planted);
    planted.clear();
    return taken;
  }

  private String phone() {
    var digits = dice.of(PREFIXES) + dice.digits(8);
    var grouped = digits.substring(0, 3) + "-" + digits.substring(3, 7) + "-" + digits.substring(7);
    return dice.of(
        List.of(digits, digits, grouped, grouped.replace('-', ' '), "+86 " + digits, wide(digits)));
  }

  private String idNumber() {
    var first17 =
        dice.of(PROVINCES)
            + "0099"
            + dice.between(1960, 1999)
            + two(dice.between(1, 12))
            + two(dice.between(1, 28))
            + dice.digits(3);
    int sum = 0;
    for (int i = 0; i < first17.length(); i++) {
      sum += (first17.charAt(i) - '0') * ID_WEIGHTS[i];
    }
    return first17 + ID_CHECKS.charAt(sum % 11);
  }

  /** Passes Luhn's check. */
  private String card() {
    var first18 = "629999" + dice.digits(12);
    int sum = 0;
    for (int i = 0; i < first18.length(); i++) {
      int digit = first18.charAt(first18.length() - 1 - i) - '0';
      int twice = 2 * digit;
      sum += i % 2 == 0 ? twice > 9 ? twice - 9 : twice : digit;
    }
    return first18 + (10 - sum % 10) % 10;
  }

  private String handle() {
    return dice.of(HANDLES) + "_" + dice.digits(5);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : "" + number;
  }

  static String wide(String text) {
    var wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 127 ? c + 0xFEE0 : c)));
    return wide.toString();
  }
}
