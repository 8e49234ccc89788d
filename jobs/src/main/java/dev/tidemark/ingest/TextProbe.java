package dev.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.framework.Separator;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** One look at a CSV or JSON-lines file: is all of it text, and what are its columns? */
final class TextProbe {
  private static final int SNIFFED = 4096;

  private final Source source;
  private final Format format;
  private final ReadOptions options;

  TextProbe(Source source, Format format, ReadOptions options) {
    this.source = source;
    this.format = format;
    this.options = options;
  }

  /** The lines of a file; what is wrong with its bytes is thrown while reading. */
  static PhysicalLines lines(Source source, ReadOptions options) throws IOException {
    var text = text(source.name(), new Fingerprint(source.open()), options.limits());
    return new PhysicalLines(
        new StrictDecoder(text, options.encoding()), options.limits().lineChars());
  }

  static Fault tooLong(long line, Limits limits) {
    return Fault.of(
        Reason.RECORD_TOO_LONG,
        "line %d has more than %d characters".formatted(line, limits.lineChars()));
  }

  /**
   * Reads all of it, or up to what makes it unusable.
   *
   * @throws IOException if the storage fails
   */
  FileProbe.Findings look(Fingerprint bytes) throws IOException {
    try {
      var text = new BufferedInputStream(text(source.name(), bytes, options.limits()), 1 << 16);
      text.mark(SNIFFED);
      var refusal =
          source.isQueue() ? null : Encodings.refusal(text.readNBytes(SNIFFED), options.encoding());
      text.reset();
      return refusal == null
          ? look(text)
          : FileProbe.Findings.faulty(Fault.of(Reason.BAD_ENCODING, refusal));
    } catch (Capped.TooLarge e) {
      return FileProbe.Findings.faulty(Fault.of(Reason.TOO_LARGE, e.getMessage()));
    } catch (ZipException | EOFException e) {
      if (!Format.compressed(source.name())) {
        throw e;
      }
      return FileProbe.Findings.faulty(
          Fault.of(Reason.UNREADABLE_FILE, "is not a whole gzip file: " + e.getMessage()));
    }
  }

  private FileProbe.Findings look(InputStream text) throws IOException {
    var lines =
        new PhysicalLines(
            new StrictDecoder(text, options.encoding()), options.limits().lineChars());
    try {
      return format == Format.CSV
          ? csv(lines)
          : new JsonProbe(options, source.isQueue()).look(lines);
    } catch (StrictDecoder.Malformed e) {
      var where = "%s (line %d)".formatted(e.getMessage(), Math.max(1, lines.count()));
      return FileProbe.Findings.faulty(Fault.of(Reason.BAD_ENCODING, where + readsAs()));
    }
  }

  private FileProbe.Findings csv(PhysicalLines lines) throws IOException {
    var records = new CsvRecords(lines, options.limits());
    var first = records.next();
    if (first == null) {
      return FileProbe.Findings.faulty(Fault.of(Reason.EMPTY_FILE, "has blank lines only"));
    }
    var separator = Separator.of(first.raw(), options.columns().declared());
    if (separator.isPresent()) {
      return FileProbe.Findings.faulty(
          HeaderCheck.separated(first.raw(), separator.get(), options.columns()));
    }
    if (first.fault() != null) {
      return FileProbe.Findings.faulty(
          first.fault().reason() == Reason.RECORD_TOO_LONG
              ? first.fault()
              : new Fault(Reason.BAD_HEADER, null, first.raw(), first.fault().hint()));
    }
    var header = first.cells().stream().map(String::strip).toList();
    var below = rest(records);
    var headerFault = HeaderCheck.fault(header, options.columns());
    return new FileProbe.Findings(header, headerFault == null ? below : headerFault);
  }

  /** Reads to the end, as only then every byte is known to be text. */
  private Fault rest(CsvRecords records) throws IOException {
    Fault fault = null;
    var rows = false;
    for (var line = records.nextLine(); line != null; line = records.nextLine()) {
      rows |= !line.isBlank();
      if (line.traits().tooLong() && fault == null) {
        fault = tooLong(line.number(), options.limits());
      }
    }
    return rows ? fault : Fault.of(Reason.NO_ROWS, "has a header only");
  }

  /** A hint for UTF-8 that is not, at the price of reading the file again. */
  private String readsAs() throws IOException {
    var chinese = Charset.forName("GB18030");
    if (!options.encoding().equals(UTF_8)) {
      return "";
    }
    var bytes = text(source.name(), new Fingerprint(source.open()), options.limits());
    try (var reader = new StrictDecoder(bytes, chinese)) {
      reader.transferTo(Writer.nullWriter());
      return "; reads as GB18030: give --encoding GB18030";
    } catch (StrictDecoder.Malformed e) {
      return "";
    }
  }

  private static InputStream text(String name, Fingerprint bytes, Limits limits)
      throws IOException {
    return Format.compressed(name)
        ? new Capped(new GZIPInputStream(bytes, 1 << 16), 0, bytes::count, limits)
        : bytes;
  }
}
