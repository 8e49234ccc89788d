package dev.tidemark.framework;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import dev.tidemark.error.Quantity;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The cells of a small CSV file (RFC 4180), trimmed; read by the parser Spark itself brings.
 *
 * @param header the first row
 * @param rows the others, each as wide as the header; rows without any text are left out
 */
record CsvTable(List<String> header, List<Row> rows) {
  /**
   * A row.
   *
   * @param line where it begins, from 1
   */
  record Row(int line, List<String> cells) {}

  private static final int LONGEST_CELL = 10_000;
  private static final int MOST_CELLS = 512;
  private static final int MOST_ROWS = 100_000;

  /** The table in a text; a row that is not CSV ends it, with a fault. */
  static CsvTable of(String text, FileFaults faults) {
    var rows = new ArrayList<Row>();
    var parser = new CsvParser(settings());
    // Line ends first, so that a file may mix them and a line is the same for every editor.
    var lines = text.replace("\r\n", "\n").replace('\r', '\n');
    int line = 1;
    try {
      parser.beginParsing(new StringReader(lines));
      for (var cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
        if (rows.size() > MOST_ROWS) {
          faults.add(
              line, "there are more than %d rows; the rest is not read".formatted(MOST_ROWS));
          break;
        }
        if (Arrays.stream(cells).anyMatch(Objects::nonNull)) {
          rows.add(row(line, cells));
        }
        line = (int) parser.getContext().currentLine() + 1;
      }
      if (rows.size() == 1) {
        faults.add(1, "no row follows the header");
      }
    } catch (TextParsingException e) {
      faults.add(
          line,
          "cannot be read as CSV from here on; is a quote open or not doubled, a cell over %d"
                  .formatted(LONGEST_CELL)
              + " characters, or a row over %d cells?".formatted(MOST_CELLS));
    } finally {
      parser.stopParsing();
    }
    var header = rows.isEmpty() ? List.<String>of() : rows.get(0).cells();
    var wide = new ArrayList<Row>();
    for (var row : rows.subList(Math.min(1, rows.size()), rows.size())) {
      if (row.cells().size() == header.size()) {
        wide.add(row);
      } else {
        faults.add(
            row.line(),
            "the row has %s, the header has %d"
                .formatted(Quantity.of(row.cells().size(), "cell"), header.size()));
      }
    }
    return new CsvTable(header, wide);
  }

  private static Row row(int line, String[] cells) {
    return new Row(line, Arrays.stream(cells).map(c -> c == null ? "" : c.strip()).toList());
  }

  private static CsvParserSettings settings() {
    var settings = new CsvParserSettings();
    settings.getFormat().setLineSeparator("\n");
    settings.getFormat().setQuoteEscape('"');
    settings.setCommentProcessingEnabled(false);
    settings.setSkipEmptyLines(false);
    settings.setMaxCharsPerColumn(LONGEST_CELL);
    settings.setMaxColumns(MOST_CELLS);
    settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
    return settings;
  }
}
