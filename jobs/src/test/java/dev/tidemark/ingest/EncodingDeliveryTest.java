package dev.tidemark.ingest;

import static dev.tidemark.ingest.Delivered.OPTIONS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingDeliveryTest {
  private static final String TEXT = "period,unit\n2019,wuhan\n2019,武汉\n";
  private static final String MARK = "\uFEFF";
  private static final Charset GBK = Charset.forName("GBK");
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset UTF_32 = Charset.forName("UTF-32LE");

  @Test
  void b9Utf16IsRefusedWithAMarkAndWithout() throws IOException {
    assertThat(csv(TEXT, UTF_16LE).fault()).isEqualTo(isWide("UTF-16", "UTF-16LE"));
    assertThat(csv(TEXT, UTF_16BE).fault()).isEqualTo(isWide("UTF-16", "UTF-16BE"));
    assertThat(csv(MARK + TEXT, UTF_16LE).fault()).isEqualTo(isWide("UTF-16", "UTF-16"));
    assertThat(csv(MARK + TEXT, UTF_16BE).fault()).isEqualTo(isWide("UTF-16", "UTF-16"));
  }

  @Test
  void b9Utf32IsRefusedByItsMark() throws IOException {
    assertThat(csv(MARK + TEXT, UTF_32).fault()).isEqualTo(isWide("UTF-32", "UTF-32"));
  }

  /** The last column, too, which Spark gives a byte of the line end. */
  @Test
  void b10WideTextIsReadWhereItIsDeclared() throws IOException {
    var text = "period,unit,value,evidence\r\n2019,武汉,1,\"𠮷\n\"\r\n2019,wuhan,2,last\r\n";
    for (var declared : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE")) {
      var charset = Charset.forName(declared);
      var options = OPTIONS.withEncoding(charset);

      assertThat(csv(text, charset).records(options).stream().map(RawRecord::cells))
          .as(declared)
          .containsExactly(
              List.of("2019", "武汉", "1", "𠮷\n"), List.of("2019", "wuhan", "2", "last"));
    }
    for (var marked : List.of(UTF_16LE, UTF_16BE)) {
      assertThat(csv(MARK + text, marked).records(OPTIONS.withEncoding(UTF_16))).hasSize(2);
      assertThat(csv(MARK + text, marked).records(OPTIONS.withEncoding(marked))).hasSize(2);
    }
  }

  @Test
  void b10AMarkContradictsAnotherOrderOfBytes() throws IOException {
    assertThat(csv(MARK + TEXT, UTF_16BE).fault(OPTIONS.withEncoding(UTF_16LE)))
        .isEqualTo(isWide("UTF-16", "UTF-16"));
  }

  @Test
  void b10WideTextThatEndsWithinACharacterIsRefused() throws IOException {
    var odd = Arrays.copyOf(TEXT.getBytes(UTF_16LE), 2 * TEXT.length() - 1);

    assertThat(
            new Delivered("observations.csv", odd).fault(OPTIONS.withEncoding(UTF_16LE)).reason())
        .isEqualTo(Reason.BAD_ENCODING);
  }

  @Test
  void b11GbkIsReadWhereItIsDeclared() throws IOException {
    assertThat(csv(TEXT, GBK).records(OPTIONS.withEncoding(GBK)).get(1).cells())
        .containsExactly("2019", "武汉", null, null);
    assertThat(csv(TEXT, GBK).records(OPTIONS.withEncoding(GB18030)).get(1).raw())
        .isEqualTo("2019,武汉");
  }

  @Test
  void b11WhatIsNotTheDeclaredEncodingIsRefusedWithItsByte() throws IOException {
    assertThat(csv("period,unit\n2019,\u00ff\n", ISO_8859_1).fault(OPTIONS.withEncoding(GBK)))
        .isEqualTo(Fault.of(Reason.BAD_ENCODING, "not GBK at byte 17 (line 2)"));
  }

  @Test
  void b11TheMarkOfUtf8ContradictsAnotherDeclaredEncoding() throws IOException {
    assertThat(csv("\uFEFF" + TEXT, UTF_8).fault(OPTIONS.withEncoding(GBK)).hint())
        .isEqualTo("begins with the mark of UTF-8: leave --encoding GBK out");
  }

  @Test
  void b12UndeclaredGbkIsRefusedWithItsByteAndWhatToDo() throws IOException {
    assertThat(csv(TEXT, GBK).fault())
        .isEqualTo(
            Fault.of(
                Reason.BAD_ENCODING,
                "not UTF-8 at byte 28 (line 3); reads as GB18030: give --encoding GB18030"));
  }

  @Test
  void b12ABrokenByteFarIntoAFileIsFound() throws IOException {
    var text = "period,unit\n" + "2019,wuhan\n".repeat(100_000) + "2019,\u00ff";

    assertThat(csv(text, ISO_8859_1).fault().hint())
        .isEqualTo("not UTF-8 at byte 1100017 (line 100002)");
  }

  @Test
  void b12ACharacterCutOffAtTheEndIsFound() throws IOException {
    assertThat(csv("period,unit\n2019,\u00e6\u00ad", ISO_8859_1).fault().hint())
        .startsWith("not UTF-8 at byte 17 (line 2)");
  }

  @Test
  void charactersOutsideTheBasicPlaneAreRead() throws IOException {
    var records = csv("period,unit\n" + "2019,𠮷\n".repeat(50_000), UTF_8).records();

    assertThat(records).hasSize(50_000).allMatch(record -> record.cells().get(1).equals("𠮷"));
  }

  private static Fault isWide(String encoding, String toDeclare) {
    return Fault.of(
        Reason.BAD_ENCODING,
        "is %s: save it as UTF-8, or give --encoding %s".formatted(encoding, toDeclare));
  }

  private static Delivered csv(String text, Charset encoding) {
    return new Delivered("observations.csv", text.getBytes(encoding));
  }
}
