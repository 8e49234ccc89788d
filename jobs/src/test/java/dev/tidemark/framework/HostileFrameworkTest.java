package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.UsageWrong;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that break, mislead or attack the reader; each is refused within seconds. */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFrameworkTest {
  @TempDir private Path folder;

  private List<String> faults(String yaml) {
    return Written.in(folder, yaml).faults();
  }

  @Test
  void aMissingFileAndAFolderAreWrongUsage() {
    var missing = folder.resolve("none.yaml");

    assertThatThrownBy(() -> new Written(missing).read())
        .isInstanceOf(UsageWrong.class)
        .hasMessage(
            "The framework file %s cannot be read: it does not exist. Name one with --framework"
                + " FILE.",
            missing);
    assertThatThrownBy(() -> new Written(folder).read())
        .isInstanceOf(UsageWrong.class)
        .hasMessage(
            "The framework file %s cannot be read: it is a folder. Name one with --framework FILE.",
            folder);
    assertThatThrownBy(() -> new Written(Path.of("/dev/zero")).read())
        .hasMessageContaining("it is not a regular file");
  }

  @Test
  void anEmptyFileOrOneOfCommentsIsTold() {
    var told = "line 1: the file is empty; docs/framework.md has an example to begin with";

    assertThat(faults("")).containsExactly(told);
    assertThat(faults("# soon\n")).containsExactly(told);
  }

  @Test
  void whatIsNoMappingIsTold() {
    assertThat(faults("just text"))
        .containsExactly(
            "line 1: must be a mapping with the keys id, version, periods, units, index; is the text"
                + " \"just text\"");
  }

  @Test
  void brokenYamlIsToldWithItsLineAndColumn() {
    assertThat(faults("id: water\nversion: \"1\n"))
        .containsExactly(
            "line 3: not YAML at column 1: while scanning a quoted scalar, found unexpected end of"
                + " stream");
    assertThat(faults("id: water\n\tversion: 1\n"))
        .containsExactly(
            "line 2: not YAML at column 1: while scanning for the next token, found character"
                + " '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)");
  }

  @Test
  void aControlCharacterIsToldWithItsLine() {
    assertThat(faults("id: water\nversion: \u0000\n"))
        .containsExactly("line 2: not YAML: the character U+0000 is not allowed; remove it");
  }

  @Test
  void aSecondDocumentIsToldWithItsLine() {
    assertThat(faults(Written.SMALLEST + "---\nid: other\n"))
        .containsExactly(
            "line 13: not YAML at column 1: expected a single document in the stream, but found"
                + " another document");
  }

  @Test
  void textThatIsNotUtf8IsToldWithItsByteAndItsLikelyEncoding() {
    var gbk = "id: 武汉\n".getBytes(Charset.forName("GBK"));

    assertThat(Written.in(folder, gbk, new byte[0]).faults())
        .containsExactly(
            "line 1: framework.yaml is not UTF-8 (byte 5), it looks like GBK or GB18030; save it as"
                + " UTF-8");
  }

  @Test
  void aByteOrderMarkIsNoFault() {
    assertThat(Written.in(folder, "\uFEFF" + Written.SMALLEST).read().id()).isEqualTo("water");
  }

  @Test
  void aliasesThatMultiplyAreRefused() {
    var bomb =
        """
        a: &a [x, x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
        f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
        g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]
        h: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g, *g]
        i: &i [*h, *h, *h, *h, *h, *h, *h, *h, *h, *h]
        """;

    assertThat(faults(bomb))
        .singleElement()
        .asString()
        .contains(
            "the file nests deeper than 100 levels or holds more than 200000 values, aliases written"
                + " out; is there an alias (*) of something around it?");
  }

  @Test
  void anAliasOfWhatItIsInIsRefused() {
    assertThat(faults("index: &i {children: [*i]}\n"))
        .singleElement()
        .asString()
        .contains("the file nests deeper than 100 levels");
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertThat(faults("a: " + "[".repeat(100_000)))
        .containsExactly("line 1: too large or too deep: Nesting Depth exceeded max 100");
    assertThat(faults("a: " + "{a: ".repeat(100_000)))
        .containsExactly("line 1: too large or too deep: Nesting Depth exceeded max 100");
  }

  @Test
  void aFileTooLargeIsRefusedUnread() {
    var large = new byte[(1 << 20) + 1];

    assertThat(Written.in(folder, large, new byte[0]).faults())
        .containsExactly("line 1: framework.yaml is larger than 1 MB");
  }

  @Test
  void asManyValuesAsFitIntoTheLargestFileAreRefused() {
    assertThat(faults("[" + "x,".repeat(500_000) + "x]"))
        .singleElement()
        .asString()
        .contains("holds more than 200000 values");
  }

  @Test
  void ofManyFaultyUnitsTheFirstThousandAreTold() {
    var units = "unit,name,region\n" + "a\n".repeat(1_000_000);

    assertThat(Written.in(folder, Written.SMALLEST, units).faults())
        .hasSize(1_001)
        .contains("units, line 6: units.csv, line 2: the row has 1 cell, the header has 3")
        .endsWith("units, line 6: units.csv: 99001 more faults like these");
  }

  @Test
  void s15ATagMakesNoObject() {
    var yaml =
        "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL"
            + " [\"http://127.0.0.1:1/\"]]]]";

    assertThat(faults(yaml).get(0))
        .isEqualTo(
            "line 1: the tag \"tag:yaml.org,2002:javax.script.ScriptEngineManager\" is not allowed;"
                + " write the value without it");
  }

  @Test
  void aMessageShowsNoMoreThanTheBeginningOfAValue() {
    var yaml = Written.SMALLEST.replace("weight: 0.25", "weight: " + "x".repeat(100_000));

    assertThat(faults(yaml)).singleElement().asString().hasSizeLessThan(200);
  }

  @Test
  void manyWrongKeysAreAllTold() {
    var yaml = new StringBuilder(Written.SMALLEST);
    IntStream.range(0, 20_000).forEach(i -> yaml.append("k" + i + ": 1\n"));

    assertThat(faults(yaml.toString())).hasSize(20_000);
    assertThat(yaml.toString().getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(100_000);
  }
}
