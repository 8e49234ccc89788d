package dev.tidemark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.PlantedMessages;
import dev.tidemark.support.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of the sample's 192 messages with personal data, nothing of a person is left anywhere. */
class PersonalDataEndToEndTest {
  @BeforeAll
  static void run() {
    Sample.after("index", "findings");
  }

  @Test
  void noPlantedDatumIsInAnyFileOfTheWarehouse() throws IOException {
    try (var files = Files.walk(Path.of(Sample.warehouse()))) {
      var leaks =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !found(content(file)).isEmpty())
              .toList();

      assertThat(leaks).isEmpty();
    }
  }

  @Test
  void noPlantedDatumIsPrintedOrLogged() {
    assertThat(Sample.said()).contains("messages");
    assertThat(found(Sample.said())).isEmpty();
  }

  /** Else the others prove nothing. */
  @Test
  void everyPlantedDatumIsInTheFileThatWasLoaded() {
    assertThat(found(content(Sample.folder().resolve("messages.csv"))))
        .hasSameSizeAs(PlantedMessages.personalData())
        .hasSizeGreaterThan(250);
  }

  /** Else a Parquet file could hide what was loaded. */
  @Test
  void whatElseTheMessagesSayIsFoundInTheWarehouse() throws IOException {
    try (var files = Files.walk(Path.of(Sample.warehouse(), "messages"))) {
      assertThat(files.filter(Files::isRegularFile).map(PersonalDataEndToEndTest::content))
          .anyMatch(text -> text.contains("桐峤") && text.contains("[PHONE]"));
    }
  }

  private static List<String> found(String text) {
    return PlantedMessages.personalData().stream().filter(text::contains).toList();
  }

  private static String content(Path file) {
    try {
      return file.toString().endsWith(".parquet")
          ? rows(file)
          : Files.readString(file, StandardCharsets.ISO_8859_1)
              + new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rows(Path file) throws IOException {
    var path = new org.apache.hadoop.fs.Path(file.toUri());
    var rows = new ArrayList<Group>();
    try (var reader =
        ParquetReader.builder(new GroupReadSupport(), path).withConf(new Configuration()).build()) {
      Stream.iterate(read(reader), row -> row != null, row -> read(reader)).forEach(rows::add);
    }
    return rows.toString();
  }

  private static Group read(ParquetReader<Group> reader) {
    try {
      return reader.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
