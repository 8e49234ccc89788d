package dev.tidemark.framework;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How channels are compared and counted: the section {@code channels} of the framework file.
 *
 * @param compared channels whose guides are compared; empty if of each unit, item and period those
 *     its guide was read on
 * @param normalisation what is no difference between two texts
 * @param equivalents texts that mean the same, one list per meaning; no text as written is in two,
 *     and lists that share a text in its normal form are one meaning
 * @param mobile how mobile channels are counted
 */
public record ChannelRules(
    Set<String> compared,
    Set<Normalisation> normalisation,
    List<List<String>> equivalents,
    Mobile mobile) {
  /** What applies where the file says nothing. */
  public static final ChannelRules DEFAULT =
      new ChannelRules(
          Set.of(),
          EnumSet.allOf(Normalisation.class),
          List.of(),
          new Mobile(Map.of(), UnlistedUnits.NONE));

  public ChannelRules {
    compared = Set.copyOf(compared);
    normalisation = Set.copyOf(normalisation);
    equivalents = equivalents.stream().map(List::copyOf).toList();
  }

  /** One thing that is no difference between two texts. Applied in this order. */
  public enum Normalisation {
    /** Full and half width, and other forms of one character. */
    WIDTH,
    /** Upper and lower case. */
    CASE,
    /** Forms of punctuation, and punctuation at the end. */
    PUNCTUATION,
    /** Chinese numerals and digits, up to 99. */
    NUMBERS,
    /** Words for working days, calendar days, hours and other measures behind a number. */
    UNITS,
    /** Blanks, wherever they are. */
    SPACES
  }

  /**
   * How mobile channels are counted.
   *
   * @param kinds the channels of each kind, none of which has the name of a mix; a channel in none
   *     is a kind of its own
   * @param unlisted what is known of a unit without a row in a period where others have one
   */
  public record Mobile(Map<String, Set<String>> kinds, UnlistedUnits unlisted) {
    /** The mix of a unit without a mobile channel. */
    public static final String NO_MIX = "none";

    /** What joins the kinds of a mix. */
    public static final String AND = "+";

    public Mobile {
      kinds = Map.copyOf(kinds);
    }

    /** Whether a name is one of a mix of kinds, which a single kind must not have. */
    static boolean isMix(String name) {
      return name.equals(NO_MIX) || name.contains(AND);
    }
  }

  /** What is known of a unit without a row. */
  public enum UnlistedUnits {
    /** It was looked at and has no mobile channel. */
    NONE,
    /** Nothing. */
    UNKNOWN
  }
}
