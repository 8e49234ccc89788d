package dev.tidemark.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One look at a JSON-lines file: is it one, and which features do its objects name? */
final class JsonProbe {
  private static final int MOST_FEATURES = 1_000;

  private final ReadOptions options;
  private final boolean isQueue;
  private final Set<String> features = new LinkedHashSet<>();

  JsonProbe(ReadOptions options, boolean isQueue) {
    this.options = options;
    this.isQueue = isQueue;
  }

  /** Reads to the end, as only then every byte is known to be text. */
  FileProbe.Findings look(PhysicalLines lines) throws IOException {
    Fault fault = null;
    var rows = false;
    for (var line = lines.next(); line != null; line = lines.next()) {
      if (line.isBlank()) {
        continue;
      }
      if (fault == null && !rows && !isQueue) {
        fault = notLines(line.text().strip());
      }
      if (fault == null && line.traits().tooLong() && !isQueue) {
        fault = TextProbe.tooLong(line.number(), options.limits());
      }
      rows = true;
      addFeatures(line.text());
    }
    if (!rows) {
      fault = Fault.of(Reason.NO_ROWS, "has blank lines only");
    }
    return new FileProbe.Findings(header(), fault);
  }

  private List<String> header() {
    var header = new ArrayList<>(options.columns().declared());
    header.addAll(features);
    return header;
  }

  private static Fault notLines(String first) {
    if (first.startsWith("[")) {
      return Fault.of(
          Reason.UNREADABLE_FILE, "is a JSON array; JSON lines (one object per line) is expected");
    }
    return first.equals("{")
        ? Fault.of(
            Reason.UNREADABLE_FILE,
            "is one object over several lines; JSON lines (one object per line) is expected")
        : null;
  }

  private void addFeatures(String line) throws IOException {
    if (options.columns().others() != Columns.Others.FEATURES) {
      return;
    }
    try (var parser = JsonLines.FACTORY.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        if (features.size() < MOST_FEATURES && options.columns().takesAsFeature(name)) {
          features.add(name);
        }
        parser.nextToken();
        parser.skipChildren();
      }
    } catch (JsonProcessingException e) {
      // The line becomes a record with this fault; here only the names before it count.
      return;
    }
  }
}
