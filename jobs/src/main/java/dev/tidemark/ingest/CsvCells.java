package dev.tidemark.ingest;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of one CSV record, exactly as written: nothing trimmed, no line is a comment. */
final class CsvCells {
  private static final int UNBOUNDED = -1;

  private final int maxCells;
  private CsvParser parser;

  /**
   * Reads cells.
   *
   * @param maxChars of a record: more cells than that it cannot have
   */
  CsvCells(int maxChars) {
    this.maxCells = maxChars + 1;
  }

  /** Cells of a record without a quote in it; a blank cell is the empty string. */
  List<String> unquoted(String text) {
    var cells = new ArrayList<String>();
    var start = 0;
    for (var comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
      cells.add(text.substring(start, comma));
      start = comma + 1;
    }
    cells.add(text.substring(start));
    return cells;
  }

  /** Cells of a complete record; a blank cell is the empty string. */
  List<String> quoted(String text) {
    if (parser == null) {
      parser = new CsvParser(settings());
    }
    return Arrays.asList(parser.parseLine(text));
  }

  private CsvParserSettings settings() {
    var settings = new CsvParserSettings();
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setNormalizeLineEndingsWithinQuotes(false);
    settings.setLineSeparatorDetectionEnabled(false);
    settings.setCommentProcessingEnabled(false);
    settings.setSkipEmptyLines(false);
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setMaxCharsPerColumn(UNBOUNDED);
    settings.setMaxColumns(maxCells);
    settings.getFormat().setQuoteEscape('"');
    settings.getFormat().setCharToEscapeQuoteEscaping('\0');
    return settings;
  }
}
