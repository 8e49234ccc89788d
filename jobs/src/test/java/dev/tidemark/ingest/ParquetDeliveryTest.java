package dev.tidemark.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ParquetDeliveryTest {
  @Test
  void aFileWithBothMagicsAndAFooterThatFitsIsWhole() throws IOException {
    assertThat(parquet("PAR1....\u0004\0\0\0PAR1").probe().fault()).isEmpty();
  }

  @Test
  void b17ATruncatedFileIsRefused() throws IOException {
    assertThat(parquet("PAR1....\u0004\0\0\0PA").fault())
        .isEqualTo(Fault.of(Reason.UNREADABLE_FILE, "is cut off: a Parquet file ends with PAR1"));
    assertThat(parquet("PAR1").fault().reason()).isEqualTo(Reason.UNREADABLE_FILE);
  }

  @Test
  void b17AFooterLongerThanTheFileIsRefused() throws IOException {
    assertThat(parquet("PAR1....\u0005\0\0\0PAR1").fault().hint())
        .isEqualTo("is damaged: its footer cannot be 5 bytes long");
    assertThat(parquet("PAR1....\u0005\0\0\u00ffPAR1").fault().hint())
        .startsWith("is damaged: its footer cannot be -");
  }

  @Test
  void b17AnotherFileWithTheEndingOfParquetIsRefused() throws IOException {
    assertThat(parquet("period,unit\n2019,wuhan\n").fault().hint())
        .isEqualTo("is not a Parquet file: it does not begin with PAR1");
  }

  private static Delivered parquet(String bytes) {
    return new Delivered("observations.parquet", bytes.getBytes(ISO_8859_1));
  }
}
