package dev.tidemark.report;

import dev.tidemark.framework.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table.
 *
 * @param head one heading for each column
 * @param rows as they are shown
 * @param data the same, unrounded
 * @param perPage rows a page of it has, which people sort, filter and turn; 0 for a table that
 *     stands as it is
 */
public record ShownTable(
    String id,
    Title title,
    List<Title> sentences,
    Title note,
    List<Title> head,
    List<List<Cell>> rows,
    Grid data,
    int perPage)
    implements Block {
  public ShownTable {
    sentences = List.copyOf(sentences);
    head = List.copyOf(head);
    rows = List.copyOf(rows);
  }

  /** Whether people may sort, filter and turn its pages. */
  public boolean isSearched() {
    return perPage > 0;
  }

  /** Whether its columns have headings. */
  public boolean isHeaded() {
    return head.stream().anyMatch(heading -> !heading.en().isEmpty());
  }

  /**
   * A column's heading as the page shows it.
   *
   * @param style its class in the style sheet: that of its cells
   */
  public record Heading(Title title, String style) {}

  /** The headings, each in the style of its column. */
  public List<Heading> headings() {
    return IntStream.range(0, head.size())
        .mapToObj(
            i -> new Heading(head.get(i), rows.isEmpty() ? "text" : heading(rows.get(0).get(i))))
        .toList();
  }

  /** What a cell says, such as improved, is no style of its column. */
  private static String heading(Cell cell) {
    return cell.style().startsWith("verdict") ? "verdict" : cell.style();
  }

  /** The rows that the page holds before any script runs. */
  public List<List<Cell>> first() {
    return isSearched() ? rows.subList(0, Math.min(perPage, rows.size())) : rows;
  }

  /** Collects rows, shown and unrounded side by side. */
  static final class Builder {
    private final String id;
    private final Title title;
    private final List<Title> head;
    private final Grid.Builder data;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Title> sentences = new ArrayList<>();
    private Title note = Words.NOTHING;
    private int perPage;

    Builder(String id, Title title, List<Title> head, String... columns) {
      this.id = id;
      this.title = title;
      this.head = head;
      this.data = Grid.of(columns);
    }

    Builder says(Title sentence) {
      sentences.add(sentence);
      return this;
    }

    Builder note(Title text) {
      note = Words.capital(text);
      return this;
    }

    Builder searched(int rowsAPage) {
      perPage = rowsAPage;
      return this;
    }

    Builder row(List<Cell> cells, Object... values) {
      rows.add(List.copyOf(cells));
      data.row(values);
      return this;
    }

    boolean isEmpty() {
      return rows.isEmpty();
    }

    ShownTable build() {
      return new ShownTable(id, title, sentences, note, head, rows, data.build(), perPage);
    }
  }
}
