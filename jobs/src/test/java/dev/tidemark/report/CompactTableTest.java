package dev.tidemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Title;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompactTableTest {
  private static Map<String, Object> compact(List<List<Cell>> rows) {
    var table = new ShownTable.Builder("t", Words.NOTHING, List.of());
    rows.forEach(cells -> table.row(cells));
    return CompactTable.of(table.build());
  }

  @Test
  void whatIsSortedByWhatItShowsIsItsTextAlone() {
    var rows =
        List.of(
            List.of(Cell.text("a"), Cell.count(1234), Cell.signed(-0.5), Cell.points(null)),
            List.of(Cell.text("b"), Cell.count(0), Cell.signed(2.25), Cell.points(1.25)));

    assertThat(compact(rows).get("rows"))
        .isEqualTo(
            List.of(List.of("a", "1,234", "−0.50", "–"), List.of("b", "0", "+2.25", "1.25")));
  }

  @Test
  void whatIsRoundedKeepsItsKeyToAMillionth() {
    var rows = List.of(List.of(Cell.points(81.19047619047)), List.of(Cell.points(81.1912)));

    assertThat(compact(rows).get("rows"))
        .isEqualTo(
            List.of(
                List.of(List.of("81.19", 0, 81.190476)), List.of(List.of("81.19", 0, 81.1912))));
  }

  @Test
  void aKeyOfZeroIsAKey() {
    var rows = List.of(List.of(Cell.text(new Title("严重", "critical")).by(0)));

    assertThat(compact(rows).get("rows")).isEqualTo(List.of(List.of(List.of("严重", "critical", 0))));
  }

  @Test
  void whatStandsTwiceIsWrittenOnce() {
    var yes = Cell.text(new Title("是", "yes"));
    var link = Cell.text("a").to("units/a.html");

    var compact = compact(List.of(List.of(yes, link), List.of(yes, Cell.text("b"))));

    assertThat(compact.get("shared")).isEqualTo(List.of(List.of("是", "yes")));
    assertThat(compact.get("rows"))
        .isEqualTo(List.of(List.of(0, List.of("a", 0, false, "units/a.html")), List.of(0, "b")));
  }

  @Test
  void aCellThatIsNotOfItsColumnSaysSo() {
    var rows = List.of(List.of(Cell.count(1)), List.of(Cell.text((String) null)));

    assertThat(compact(rows).get("rows"))
        .isEqualTo(List.of(List.of("1"), List.of(List.of("–", 0, "–", 0, 0, "text"))));
  }
}
