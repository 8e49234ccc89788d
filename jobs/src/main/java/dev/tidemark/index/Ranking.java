package dev.tidemark.index;

import dev.tidemark.stats.CompetitionRanks;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * Ranks the units of each period, node by node.
 *
 * <p>A kernel over blocks: a window function would sort one row per unit, period and node, several
 * times the observations (docs/adr). It holds the units of one period and block at a time, {@link
 * NodeBlock#SIZE} scores each.
 */
final class Ranking {
  private Ranking() {}

  /**
   * Adds ranks and counts.
   *
   * @param blocks see {@link WeightedIndex#blocks}
   * @return one per unit, period and node
   */
  static Dataset<RankedScore> of(Dataset<NodeBlock> blocks) {
    return blocks.mapPartitions(
        (MapPartitionsFunction<NodeBlock, RankedScore>) Ranked::new,
        Encoders.bean(RankedScore.class));
  }

  /** Ranks the blocks of one period and block number, one node after the other. */
  private static final class Ranked implements Iterator<RankedScore> {
    private final Iterator<NodeBlock> blocks;
    private final List<NodeBlock> units = new ArrayList<>();
    private NodeBlock next;
    private int node;
    private int unit;
    private int[] ranks = {};
    private long scored;

    Ranked(Iterator<NodeBlock> blocks) {
      this.blocks = blocks;
      this.next = blocks.hasNext() ? blocks.next() : null;
    }

    @Override
    public boolean hasNext() {
      return unit < units.size() || next != null;
    }

    @Override
    public RankedScore next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (unit == units.size()) {
        readUnits();
        rank(0);
      }
      var ranked = new RankedScore(units.get(unit), node, ranks[unit], scored);
      unit++;
      if (unit == units.size() && node + 1 < units.get(0).getScores().length) {
        rank(node + 1);
      }
      return ranked;
    }

    private void readUnits() {
      units.clear();
      while (next != null && (units.isEmpty() || next.isOfSameNodes(units.get(0)))) {
        units.add(next);
        next = blocks.hasNext() ? blocks.next() : null;
      }
    }

    private void rank(int place) {
      node = place;
      unit = 0;
      ranks = CompetitionRanks.of(units.stream().mapToDouble(u -> u.getScores()[place]).toArray());
      scored = 0;
      for (int rank : ranks) {
        scored += rank == CompetitionRanks.UNRANKED ? 0 : 1;
      }
    }
  }
}
