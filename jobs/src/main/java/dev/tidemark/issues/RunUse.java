package dev.tidemark.issues;

/** How a run of characters is used: in how many texts, of which unit, between what. */
final class RunUse {
  private static final int NOTHING = -1;
  private static final int UNKNOWN = -2;

  /** What stands on one side of it. */
  private static final class Side {
    private int last = UNKNOWN;
    private boolean isMixed;
    private boolean isOpen;

    void add(int character) {
      isOpen |= character == NOTHING;
      isMixed |= last != UNKNOWN && last != character;
      last = character;
    }

    boolean isFree() {
      return isMixed || isOpen;
    }
  }

  private final int unit;
  private final Side left = new Side();
  private final Side right = new Side();
  private int texts;
  private int local;
  private int last = -1;

  /** None so far, of a run that most texts of one unit may have. */
  RunUse(int unit) {
    this.unit = unit;
  }

  /** Adds a use; those of one text follow each other. */
  void add(int text, int ofUnit, int[] characters, int from, int to) {
    if (last != text) {
      last = text;
      texts++;
      local += ofUnit == unit ? 1 : 0;
    }
    left.add(letter(characters, from - 1));
    right.add(letter(characters, to));
  }

  int unit() {
    return unit;
  }

  /** Texts with it. */
  int texts() {
    return texts;
  }

  /** Those of its unit. */
  int local() {
    return local;
  }

  /** Whether different characters, or none, stand before and behind it, as with a word. */
  boolean standsAlone() {
    return left.isFree() && right.isFree() && (left.isMixed || right.isMixed);
  }

  private static int letter(int[] characters, int at) {
    return at >= 0 && at < characters.length && Character.isLetterOrDigit(characters[at])
        ? characters[at]
        : NOTHING;
  }
}
