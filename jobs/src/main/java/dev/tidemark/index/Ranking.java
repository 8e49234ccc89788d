package dev.tidemark.index;

import static org.apache.spark.sql.functions.col;

import dev.tidemark.stats.CompetitionRanks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * Ranks the units of each period, node by node.
 *
 * <p>A kernel over blocks: a window function would sort one row per unit, period and node, several
 * times the observations (docs/adr). It holds the units of one period and block at a time, {@link
 * NodeBlock#SIZE} numbers each.
 */
final class Ranking {
  private Ranking() {}

  /**
   * Adds ranks and counts.
   *
   * @param blocks one per unit, period and block
   * @return the same blocks with {@code ranks} and {@code scored}
   */
  static Dataset<NodeBlock> of(Dataset<NodeBlock> blocks) {
    return blocks
        .repartition(col("periodNo"), col("blockNo"))
        .sortWithinPartitions("periodNo", "blockNo")
        .mapPartitions(
            (MapPartitionsFunction<NodeBlock, NodeBlock>) Ranked::new,
            Encoders.bean(NodeBlock.class));
  }

  private static void rank(List<NodeBlock> units) {
    int nodes = units.get(0).getScores().length;
    for (int node = 0; node < nodes; node++) {
      int column = node;
      var ranks =
          CompetitionRanks.of(
              units.stream().mapToDouble(unit -> unit.getScores()[column]).toArray());
      int scored = 0;
      for (int rank : ranks) {
        scored += rank == CompetitionRanks.UNRANKED ? 0 : 1;
      }
      for (int unit = 0; unit < ranks.length; unit++) {
        units.get(unit).getRanks()[node] = ranks[unit];
        units.get(unit).getScored()[node] = scored;
      }
    }
  }

  /** Blocks of one period and block number at a time, ranked. */
  private static final class Ranked implements Iterator<NodeBlock> {
    private final Iterator<NodeBlock> blocks;
    private NodeBlock next;
    private Iterator<NodeBlock> ready = Collections.emptyIterator();

    Ranked(Iterator<NodeBlock> blocks) {
      this.blocks = blocks;
      this.next = blocks.hasNext() ? blocks.next() : null;
    }

    @Override
    public boolean hasNext() {
      return ready.hasNext() || next != null;
    }

    @Override
    public NodeBlock next() {
      if (!ready.hasNext()) {
        ready = readGroup().iterator();
      }
      return ready.next();
    }

    private List<NodeBlock> readGroup() {
      int period = next.getPeriodNo();
      int number = next.getBlockNo();
      var units = new ArrayList<NodeBlock>();
      while (next != null && next.getPeriodNo() == period && next.getBlockNo() == number) {
        units.add(next);
        next = blocks.hasNext() ? blocks.next() : null;
      }
      rank(units);
      return units;
    }
  }
}
