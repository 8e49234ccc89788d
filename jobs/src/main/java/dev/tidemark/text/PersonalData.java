package dev.tidemark.text;

/** Kinds of personal data that a text may hold, and the token that stands in their place. */
public enum PersonalData {
  /** An electronic mail address. */
  EMAIL,
  /** The number of a resident identity card, of 18 or 15 digits. */
  ID,
  /** The number of a bank card. */
  CARD,
  /** A mobile or landline number. */
  PHONE,
  /** A car's licence plate. */
  PLATE,
  /** A WeChat id. */
  WECHAT,
  /** A QQ number. */
  QQ,
  /** A person's name, or the surname before a title. */
  NAME;

  /** What stands in its place, {@code [PHONE]}. */
  public String token() {
    return "[" + name() + "]";
  }
}
