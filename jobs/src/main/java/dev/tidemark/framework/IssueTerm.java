package dev.tidemark.framework;

/**
 * A word of the user's dictionary.
 *
 * @param term as citizens write it
 * @param kind what it names
 * @param means the word it stands for; the term itself if it stands for no other
 */
public record IssueTerm(String term, Kind kind, String means) {
  /** What a term names. */
  public enum Kind {
    /** A place: messages that name two different ones are about two issues. */
    PLACE,
    /** A department or another organisation: the same. */
    DEPARTMENT,
    /** Any word, for what it means the same as. */
    WORD
  }
}
