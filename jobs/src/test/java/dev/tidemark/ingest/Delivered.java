package dev.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** A file in memory, as a test delivers it. */
final class Delivered implements Source {
  static final ReadOptions OPTIONS =
      ReadOptions.of(
          Columns.of(List.of("period", "unit", "value", "evidence"), Set.of("period", "unit")));

  private final String name;
  private final byte[] bytes;

  Delivered(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  static Delivered csv(String text) {
    return new Delivered("observations.csv", text.getBytes(UTF_8));
  }

  static Delivered json(String text) {
    return new Delivered("observations.jsonl", text.getBytes(UTF_8));
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  FileProbe probe(ReadOptions options) throws IOException {
    return FileProbe.of(this, Format.of(name).orElseThrow(), options);
  }

  FileProbe probe() throws IOException {
    return probe(OPTIONS);
  }

  Fault fault(ReadOptions options) throws IOException {
    return probe(options).fault().orElseThrow();
  }

  Fault fault() throws IOException {
    return fault(OPTIONS);
  }

  List<RawRecord> records(ReadOptions options) throws IOException {
    var records = new ArrayList<RawRecord>();
    try (var reader = RecordReader.open(this, probe(options), options)) {
      reader.forEachRemaining(records::add);
    }
    return records;
  }

  List<RawRecord> records() throws IOException {
    return records(OPTIONS);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
