package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void aChineseCharacterIsTwoColumnsWide() {
    assertThat(TextTable.width("武汉 Wuhan")).isEqualTo(10);
    assertThat(TextTable.width("（一）")).isEqualTo(6);
    assertThat(TextTable.width("été")).isEqualTo(3);
  }

  @Test
  void numbersAreAlignedRightAndTextLeft() {
    var table =
        new TextTable().row("unit", "score").row("武汉", "7.5").row("Hefei", "+63.25").row("x", "–");

    assertThat(printed(table))
        .isEqualTo(
            """
            unit   score
            武汉      7.5
            Hefei  +63.25
            x      –
            """);
  }

  @Test
  void aTableWithoutRowsPrintsNothing() {
    assertThat(printed(new TextTable())).isEmpty();
  }

  private static String printed(TextTable table) {
    var text = new StringWriter();
    table.print(new PrintWriter(text, true));
    return text.toString();
  }
}
