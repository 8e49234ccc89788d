package dev.tidemark.ingest;

/**
 * What is wrong with a file or a row.
 *
 * @param reason its code and meaning
 * @param column the column to blame; null if of no one column
 * @param value what stood there, cut to 200 characters, control characters written as {@code
 *     \u0000}; null if nothing did
 * @param hint where exactly it is, or what to do; null if the reason says it all
 */
public record Fault(Reason reason, String column, String value, String hint) {
  static final int SHOWN = 200;

  public Fault {
    value = value == null ? null : shown(value);
  }

  static Fault of(Reason reason, String hint) {
    return new Fault(reason, null, null, hint);
  }

  private static String shown(String value) {
    var cut = value.length();
    if (cut > SHOWN) {
      cut = Character.isHighSurrogate(value.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    }
    var shown = new StringBuilder();
    for (var i = 0; i < cut; i++) {
      var c = value.charAt(i);
      shown.append(ControlChars.refuses(c) ? "\\u%04x".formatted((int) c) : c);
    }
    return shown.length() > SHOWN ? shown.substring(0, SHOWN) : shown.toString();
  }
}
