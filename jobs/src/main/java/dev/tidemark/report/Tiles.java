package dev.tidemark.report;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import java.util.List;

/** The figures one asks for first, large. */
public record Tiles(String id, List<Tile> tiles) implements Block {
  /**
   * One figure.
   *
   * @param id names it in the page
   * @param label what it is
   * @param value rounded
   * @param detail what it was before, and whether it changed
   * @param verdict improved, declined, unchanged or inconclusive; empty if none was reached
   */
  public record Tile(String id, Title label, Title value, Title detail, String verdict) {}

  public Tiles {
    tiles = List.copyOf(tiles);
  }

  /** A tile's verdict in words. */
  public Title verdict(Tile tile) {
    return Vocabulary.of(tile.verdict());
  }

  @Override
  public Title title() {
    return Words.NOTHING;
  }

  @Override
  public List<Title> sentences() {
    return List.of();
  }

  @Override
  public Title note() {
    return Words.NOTHING;
  }

  @Override
  public Grid data() {
    var grid = Grid.of("id", "label_zh", "label_en", "value", "detail_zh", "detail_en", "verdict");
    tiles.forEach(
        tile ->
            grid.row(
                tile.id(),
                tile.label().zh(),
                tile.label().en(),
                tile.value().en(),
                tile.detail().zh(),
                tile.detail().en(),
                tile.verdict()));
    return grid.build();
  }
}
