package dev.tidemark.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableTest {
  record City(String name, Double score) {}

  @Test
  void recordsAreRowsAndNullIsADot() {
    var table = Table.ofRecords(List.of(new City("北京", 92.5), new City("西宁", null)));

    assertThat(table.text()).isEqualTo("name\tscore\n北京\t92.50\n西宁\t·\n2 rows");
  }

  @Test
  void numbersStandToTheRightAndTextFromDataIsText() {
    var table = Table.ofRecords(List.of(new City("<script>alert('x')</script>", 1.0)));

    assertThat(table.html())
        .contains("<td style=\"text-align:right\">1</td>")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
        .doesNotContain("<script>");
  }

  @Test
  void aLongTableIsCutAndSaysSo() {
    var table =
        Table.ofRecords(IntStream.range(0, 51).mapToObj(i -> new City("c" + i, null)).toList());

    assertThat(table.cells()).hasSize(50);
    assertThat(table.text()).contains("the first 50 rows");
  }

  @Test
  void aListOfOtherThingsIsNoTable() {
    assertThat(Table.isOfRecords(List.of("a"))).isFalse();
    assertThat(Table.isOfRecords(Arrays.asList(new City("a", 1.0), null))).isFalse();
    assertThat(Output.of(List.of(1, 2)).text()).isEqualTo("[1, 2]");
  }

  @Test
  void proseIsMarkdown() {
    assertThat(Output.of(Notebook.say("**%d of %d**", 2, 3)).markdown()).contains("**2 of 3**");
  }
}
