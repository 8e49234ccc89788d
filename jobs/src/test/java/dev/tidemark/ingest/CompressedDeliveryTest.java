package dev.tidemark.ingest;

import static dev.tidemark.ingest.Delivered.OPTIONS;
import static dev.tidemark.ingest.Delivered.gzip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CompressedDeliveryTest {
  private static final byte[] TEXT = "period,unit\n2019,wuhan\n".getBytes(UTF_8);
  private static final byte[] MORE = "2019,hefei\n".getBytes(UTF_8);

  @Test
  void aCompressedFileIsReadAsTheTextInIt() throws IOException {
    assertThat(gz(gzip(TEXT)).records())
        .containsExactly(
            RawRecord.wellFormed(2, "2019,wuhan", Arrays.asList("2019", "wuhan", null, null)));
  }

  @Test
  void filesCompressedOneByOneAndJoinedAreReadToTheLast() throws IOException {
    var joined = new ByteArrayOutputStream();
    joined.writeBytes(gzip(TEXT));
    joined.writeBytes(gzip(MORE));

    assertThat(gz(joined.toByteArray()).records()).hasSize(2);
  }

  @Test
  void b16ATruncatedFileIsRefused() throws IOException {
    var whole = gzip(TEXT);

    var fault = gz(Arrays.copyOf(whole, whole.length - 12)).fault();

    assertThat(fault.reason()).isEqualTo(Reason.UNREADABLE_FILE);
    assertThat(fault.hint()).startsWith("is not a whole gzip file: ");
  }

  @Test
  void b16ATextWithTheEndingOfACompressedFileIsRefused() throws IOException {
    assertThat(gz(TEXT).fault())
        .isEqualTo(
            Fault.of(Reason.UNREADABLE_FILE, "is not a whole gzip file: Not in GZIP format"));
  }

  @Test
  void b7ACompressedFileWithNothingInItIsEmpty() throws IOException {
    assertThat(gz(gzip(new byte[0])).fault().reason()).isEqualTo(Reason.EMPTY_FILE);
    assertThat(gz(new byte[0]).fault().reason()).isEqualTo(Reason.EMPTY_FILE);
  }

  @Test
  void b23ABombIsRefusedByItsRatio() throws IOException {
    assertThat(gz(gzip(new byte[30_000_000])).fault().reason()).isEqualTo(Reason.BAD_ENCODING);
    assertThat(gz(gzip("period\n".repeat(5_000_000).getBytes(UTF_8))).fault())
        .isEqualTo(
            Fault.of(
                Reason.TOO_LARGE,
                "decompresses to more than 200 times its size: it is not an honest delivery"));
  }

  @Test
  void b23ABombIsRefusedByItsSize() throws IOException {
    var options = OPTIONS.withLimits(Limits.DEFAULT.withDecompressedBytes(20));

    assertThat(gz(gzip(TEXT)).fault(options))
        .isEqualTo(Fault.of(Reason.TOO_LARGE, "holds more than 20 bytes decompressed: split it"));
  }

  private static Delivered gz(byte[] bytes) {
    return new Delivered("observations.csv.gz", bytes);
  }
}
