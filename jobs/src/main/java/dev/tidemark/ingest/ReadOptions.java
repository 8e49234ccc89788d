package dev.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/**
 * How to read a file.
 *
 * @param columns those it may have
 * @param encoding of CSV and JSON text; bytes that are not text in it are a fault
 * @param limits how much it may be
 */
public record ReadOptions(Columns columns, Charset encoding, Limits limits) {
  /** UTF-8, within the default limits. */
  public static ReadOptions of(Columns columns) {
    return new ReadOptions(columns, UTF_8, Limits.DEFAULT);
  }

  /** The same in another encoding, such as GB18030. */
  public ReadOptions withEncoding(Charset other) {
    return new ReadOptions(columns, other, limits);
  }

  /** The same within other limits. */
  public ReadOptions withLimits(Limits other) {
    return new ReadOptions(columns, encoding, other);
  }
}
