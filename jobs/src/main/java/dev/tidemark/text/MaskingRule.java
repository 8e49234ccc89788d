package dev.tidemark.text;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which personal data are written.
 *
 * @param kind what it finds
 * @param pattern finds it; a group {@code kept}, if it has one, is the cue in front, which stays
 * @param proof what a match must pass besides, else it stays
 * @param digits a text with fewer holds none; looking for a pattern costs more than counting
 * @param words a text with none of these holds none; empty if there are no such words
 */
record MaskingRule(
    PersonalData kind, Pattern pattern, Predicate<String> proof, int digits, List<String> words) {
  private static final String KEPT = "kept";

  MaskingRule {
    words = List.copyOf(words);
  }

  static MaskingRule of(PersonalData kind, String pattern) {
    return new MaskingRule(kind, Pattern.compile(pattern), found -> true, 0, List.of());
  }

  MaskingRule provedBy(Predicate<String> proof) {
    return new MaskingRule(kind, pattern, proof, digits, words);
  }

  MaskingRule inTextsOf(int digits) {
    return new MaskingRule(kind, pattern, proof, digits, words);
  }

  MaskingRule inTextsWith(List<String> anyOf) {
    return new MaskingRule(kind, pattern, proof, digits, anyOf);
  }

  /** The text with each match replaced. */
  String masked(String text) {
    if (!words.isEmpty() && words.stream().noneMatch(text::contains)) {
      return text;
    }
    var matcher = pattern.matcher(text);
    return matcher.find() ? matcher.replaceAll(found -> replacement(matcher)) : text;
  }

  private String replacement(Matcher found) {
    int cue = hasCue() ? found.end(KEPT) - found.start() : 0;
    var whole = found.group();
    return Matcher.quoteReplacement(
        proof.test(whole.substring(cue)) ? whole.substring(0, cue) + kind.token() : whole);
  }

  private boolean hasCue() {
    return pattern.pattern().contains("(?<" + KEPT + ">");
  }
}
