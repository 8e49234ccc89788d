package dev.tidemark.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** One look at a Parquet file: is it whole? {@link ParquetRows} reads its footer. */
final class ParquetProbe {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** Footer length (4 bytes, little-endian), then the magic again. */
  private static final int TAIL = 8;

  private ParquetProbe() {}

  static FileProbe.Findings look(InputStream bytes) throws IOException {
    var head = bytes.readNBytes(MAGIC.length);
    var tail = new byte[TAIL];
    var length = (long) head.length;
    var chunk = new byte[1 << 16];
    for (var read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
      length += read;
      keepLast(tail, chunk, read);
    }
    var footer = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (!Arrays.equals(head, MAGIC)) {
      return damaged("is not a Parquet file: it does not begin with PAR1");
    }
    if (length < MAGIC.length + TAIL || !Arrays.equals(tail, 4, TAIL, MAGIC, 0, 4)) {
      return damaged("is cut off: a Parquet file ends with PAR1");
    }
    if (footer <= 0 || footer > length - MAGIC.length - TAIL) {
      return damaged("is damaged: its footer cannot be %d bytes long".formatted(footer));
    }
    return new FileProbe.Findings(List.of(), null);
  }

  private static void keepLast(byte[] tail, byte[] chunk, int read) {
    var kept = Math.min(read, TAIL);
    System.arraycopy(tail, kept, tail, 0, TAIL - kept);
    System.arraycopy(chunk, read - kept, tail, TAIL - kept, kept);
  }

  private static FileProbe.Findings damaged(String hint) {
    return FileProbe.Findings.faulty(Fault.of(Reason.UNREADABLE_FILE, hint));
  }
}
