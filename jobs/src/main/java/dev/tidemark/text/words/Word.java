package dev.tidemark.text.words;

/**
 * A word where it stands in a text.
 *
 * @param text in simplified characters and lower case; synonyms already replaced
 * @param kind what it is good for
 */
record Word(String text, Kind kind) {
  /** What a word is good for. */
  enum Kind {
    /** Says what the text is about. */
    CONTENT,
    /** Names a place. */
    PLACE,
    /** Names an authority, a company or another organisation of some place. */
    ORGANISATION,
    /** Says of which sort an organisation is, as "tax office" does: content, and almost a name. */
    INSTITUTION,
    /** Names somebody. */
    PERSON,
    /** Function words, numbers, times, stop words, punctuation: says nothing about the subject. */
    OTHER
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }
}
