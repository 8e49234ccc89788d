package dev.tidemark.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.tidemark.error.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The records of a JSON-lines file: one object per physical line, blank lines skipped. */
final class JsonLines extends BufferedRecords {
  /** Names are not interned: whoever writes the file chooses them. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  /** How a programmer would allow it; who delivers the file cannot. */
  private static final Pattern PARSER_ADVICE = Pattern.compile(": enable (?s:.*)|\\R(?s:.*)");

  private final PhysicalLines lines;
  private final Limits limits;
  private final List<String> columns;
  private final Map<String, Integer> places = new HashMap<>();

  JsonLines(PhysicalLines lines, Layout layout, ReadOptions options) {
    super(layout.columns());
    this.lines = lines;
    this.limits = options.limits();
    this.columns = layout.columns();
    columns.forEach(column -> places.put(column, places.size()));
  }

  @Override
  RawRecord fetch() throws IOException {
    var line = lines.next();
    while (line != null && line.isBlank()) {
      line = lines.next();
    }
    if (line == null) {
      return null;
    }
    if (line.traits().tooLong()) {
      return RawRecord.faulty(
          line.number(), line.text(), List.of(TextProbe.tooLong(line.number(), limits)));
    }
    return record(line.number(), line.text());
  }

  private RawRecord record(long number, String text) throws IOException {
    var cells = new String[columns.size()];
    try (var parser = FACTORY.createParser(text)) {
      var faults = fill(cells, parser);
      faults.addAll(ControlChars.faults(columns, Arrays.asList(cells)));
      if (!faults.isEmpty()) {
        return RawRecord.faulty(number, text, faults);
      }
      blanksToNull(cells);
      return RawRecord.wellFormed(number, text, Collections.unmodifiableList(Arrays.asList(cells)));
    } catch (JsonProcessingException e) {
      return RawRecord.faulty(number, text, List.of(malformed(e)));
    }
  }

  /** Reads one object to its end, so that broken syntax is found even behind another fault. */
  private List<Fault> fill(String[] cells, JsonParser parser) throws IOException {
    var faults = new ArrayList<Fault>(0);
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      faults.add(Fault.of(Reason.MALFORMED_JSON, "the line is not an object"));
      return faults;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      var token = parser.nextToken();
      var place = places.get(name);
      if (place == null) {
        faults.add(unknown(name));
        parser.skipChildren();
      } else if (token.isStructStart()) {
        var what = token == JsonToken.START_OBJECT ? "an object" : "a list";
        faults.add(new Fault(Reason.WRONG_TYPE, name, null, "holds " + what + ", not a value"));
        parser.skipChildren();
      } else {
        cells[place] = token == JsonToken.VALUE_NULL ? null : parser.getText();
      }
    }
    if (parser.nextToken() != null) {
      faults.add(0, Fault.of(Reason.MALFORMED_JSON, "something follows the object"));
    }
    return faults;
  }

  private Fault unknown(String name) {
    return new Fault(
        Reason.UNKNOWN_COLUMN,
        name,
        null,
        "the table does not declare it" + NearestName.hint(name, columns));
  }

  private static Fault malformed(JsonProcessingException e) {
    var where = e.getLocation();
    var why = PARSER_ADVICE.matcher(e.getOriginalMessage()).replaceFirst("");
    return Fault.of(
        Reason.MALFORMED_JSON,
        where == null ? why : why + " (character %d)".formatted(where.getColumnNr()));
  }

  private static void blanksToNull(String[] cells) {
    for (var i = 0; i < cells.length; i++) {
      cells[i] = cells[i] == null || cells[i].isBlank() ? null : cells[i];
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
