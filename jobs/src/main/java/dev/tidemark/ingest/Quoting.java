package dev.tidemark.ingest;

/** Where a CSV record stands at the end of a physical line: which line ends are its own. */
enum Quoting {
  /** No quote is open: the record ends here. */
  CLOSED,
  /** Inside a quoted cell: the record goes on. */
  OPEN,
  /** Text follows a closing quote: no reading of it is certain. */
  BROKEN;

  /**
   * Reads one more physical line.
   *
   * <p>A quote opens a cell only as its first character; elsewhere in an unquoted cell it is text.
   *
   * @param before where the record stood: open, or closed for its first line
   */
  static Quoting after(String text, Quoting before) {
    var at = 0;
    var open = before == OPEN;
    while (at <= text.length()) {
      if (open || opensAt(text, at)) {
        at = closingQuote(text, open ? at : at + 1);
        if (at < 0) {
          return OPEN;
        }
        at++;
        if (at < text.length() && text.charAt(at) != ',') {
          return BROKEN;
        }
        at++;
        open = false;
      } else {
        var comma = text.indexOf(',', at);
        at = comma < 0 ? text.length() + 1 : comma + 1;
      }
    }
    return CLOSED;
  }

  static boolean opensAt(String text, int at) {
    return at < text.length() && text.charAt(at) == '"';
  }

  /** The next quote that is not doubled; -1 if the text has none. */
  static int closingQuote(String text, int from) {
    var quote = text.indexOf('"', from);
    while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
      quote = text.indexOf('"', quote + 2);
    }
    return quote;
  }
}
