package dev.tidemark.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetDeliveryTest {
  @TempDir private Path folder;

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

  @Test
  void b7AFileWithColumnsAndNoRowIsRefused() throws IOException {
    assertThat(withHeader("message rows {required binary period; required binary unit;}").fault())
        .contains(Fault.of(Reason.NO_ROWS, "has columns and no row"));
  }

  @Test
  void theColumnsOfTheFooterAreTheTables() throws IOException {
    var probe = withHeader("message rows {required binary period; required binary units;}");

    assertThat(probe.header()).containsExactly("period", "units");
    assertThat(probe.fault())
        .contains(
            new Fault(
                Reason.BAD_HEADER,
                null,
                "period,units",
                "unit is missing; units is not declared, unit is"));
  }

  @Test
  void b17AFooterThatIsNoneIsRefused() throws IOException {
    var file =
        Files.write(
            folder.resolve("rows.parquet"), "PAR1....\u0004\0\0\0PAR1".getBytes(ISO_8859_1));

    assertThat(withHeader(file).fault().orElseThrow().hint())
        .startsWith("its footer cannot be read: ");
  }

  private FileProbe withHeader(String schema) throws IOException {
    var file = folder.resolve("rows.parquet");
    ExampleParquetWriter.builder(new LocalOutputFile(file))
        .withType(MessageTypeParser.parseMessageType(schema))
        .build()
        .close();
    return withHeader(file);
  }

  private static FileProbe withHeader(Path file) throws IOException {
    var status =
        new FileStatus(
            Files.size(file), false, 1, 1, 1, new org.apache.hadoop.fs.Path(file.toUri()));
    var settings = new Configuration();
    var source = new HadoopSource(status, "rows.parquet", HadoopSource.Settings.of(settings));
    var probe = FileProbe.of(source, Format.PARQUET, Delivered.OPTIONS);
    return ParquetRows.withHeader(settings, source, probe, Delivered.OPTIONS.columns());
  }

  private static Delivered parquet(String bytes) {
    return new Delivered("observations.parquet", bytes.getBytes(ISO_8859_1));
  }
}
