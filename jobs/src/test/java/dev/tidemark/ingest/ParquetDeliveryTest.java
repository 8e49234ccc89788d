package dev.tidemark.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetDeliveryTest {
  private static final Configuration SETTINGS = new Configuration();

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

  /** One row as it should be, one for each cell with a control character, one of blanks. */
  @Test
  void b13ARowIsJudgedByItsCharactersAsInEveryOtherFormat() throws IOException {
    var file = folder.resolve("rows.parquet");
    var schema =
        MessageTypeParser.parseMessageType(
            """
            message rows {
              required binary period (STRING);
              optional binary unit (STRING);
              optional binary evidence (STRING);
              optional int32 value;
              optional binary app (STRING);
            }
            """);
    try (var writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(schema).build()) {
      var row = new SimpleGroupFactory(schema);
      var texts = List.of("unit", "evidence", "app");
      for (var cells :
          List.of(
              List.of("wuhan", "tab\t, line\r\nend", "yes"),
              List.of("wu\0han", "\u4e00\u0085", "no"),
              List.of("wuhan", "whole", "n\u007fo"),
              List.of("\t", "\u3000 ", ""),
              List.of("\u00a0", "\u2007", "\u202f"))) {
        var group = row.newGroup().append("period", "W1").append("value", 1);
        texts.forEach(name -> group.append(name, cells.get(texts.indexOf(name))));
        writer.write(group);
      }
    }
    var columns =
        Columns.withFeatures(List.of("period", "unit", "value", "evidence"), Set.of("period"));
    var delivered = new DeliveredFile(source(file), probe(file), 1);

    var rows =
        ParquetRows.of(SharedSpark.session(), List.of(delivered), columns)
            .selectExpr(
                "concat_ws('|', source_line, coalesce(text_period, '-'), coalesce(text_unit, '-'),"
                    + " coalesce(text_value, '-'), coalesce(text_evidence, '-'),"
                    + " coalesce(features.app, '-'),"
                    + " array_join(transform(malformed, f -> concat_ws(' ', f.reason, f.column, f.value)), '; '))")
            .as(Encoders.STRING())
            .collectAsList();

    assertThat(rows)
        .containsExactly(
            "1|W1|wuhan|1|tab\t, line\r\nend|yes",
            "2|-|-|-|-|-|control_char unit wu\\u0000han; control_char evidence \u4e00\\u0085",
            "3|-|-|-|-|-|control_char app n\\u007fo",
            "4|W1|-|1|-|-",
            // A space that keeps words together is a character to Java, too.
            "5|W1|\u00a0|1|\u2007|\u202f");
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
    return ParquetRows.withHeader(SETTINGS, source(file), probe(file), Delivered.OPTIONS.columns());
  }

  private static FileProbe probe(Path file) throws IOException {
    return FileProbe.of(source(file), Format.PARQUET, Delivered.OPTIONS);
  }

  private static HadoopSource source(Path file) throws IOException {
    var status =
        new FileStatus(
            Files.size(file), false, 1, 1, 1, new org.apache.hadoop.fs.Path(file.toUri()));
    return new HadoopSource(status, "rows.parquet", HadoopSource.Settings.of(SETTINGS));
  }

  private static Delivered parquet(String bytes) {
    return new Delivered("observations.parquet", bytes.getBytes(ISO_8859_1));
  }
}
