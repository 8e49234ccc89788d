package dev.tidemark.ingest;

import java.util.Locale;

/** Why a file or a row was not loaded; the codes are stable, as quarantine keeps them. */
public enum Reason {
  BAD_ENCODING("The file's bytes are not text in the encoding it should have."),
  EMPTY_FILE("The file has no content."),
  NO_ROWS("The file has a header and nothing below it."),
  BAD_HEADER("Columns are missing, unknown, unnamed or named twice."),
  UNREADABLE_FILE("The file is damaged, or is not what its name says."),
  TOO_LARGE("The file, decompressed, is larger than a delivery can be."),
  RECORD_TOO_LONG("A line is longer than a record can be."),
  WRONG_COLUMN_COUNT("The row has more or fewer cells than the header."),
  UNCLOSED_QUOTE("A quoted cell does not end, or goes on after its closing quote."),
  MALFORMED_JSON("The line is not one JSON object with distinct names."),
  UNKNOWN_COLUMN("The object has a name the table does not declare."),
  CONTROL_CHAR("A cell holds a control character other than tab and line ends."),
  UNKNOWN_UNIT("The framework has no such unit."),
  UNKNOWN_INDICATOR("The framework has no such indicator."),
  UNKNOWN_PERIOD("The framework has no such period."),
  UNKNOWN_CATEGORY("The indicator's scoring has no such category."),
  NOT_A_NUMBER("The cell should be a number and is not written as one."),
  NOT_FINITE("The number is infinite, not a number, or too large to be held."),
  NOT_AN_INTEGER("The cell should be a whole number."),
  OUT_OF_RANGE("The value lies outside the range its column allows."),
  MISSING_KEY("A cell that every row must have is blank."),
  DUPLICATE_KEY("Two rows of the file have the same key and different values."),
  BAD_TIME("The cell should be an ISO-8601 date or time and is not one."),
  BAD_FLAG("The cell should be a yes or a no and is neither."),
  FORMULA_WITHOUT_VALUE("The cell holds a formula whose result was not saved with it."),
  WRONG_TYPE("The cell holds something that is not a value: an error, an object, a list.");

  private final String meaning;

  Reason(String meaning) {
    this.meaning = meaning;
  }

  /** The code tables and reports show: the constant's name in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it means, in one sentence. */
  public String meaning() {
    return meaning;
  }
}
