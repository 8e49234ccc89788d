package dev.tidemark.index;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nanvl;
import static org.apache.spark.sql.functions.nullif;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.stats.CompetitionRanks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Mean scores of groups of units, and of all of them.
 *
 * <p>A kernel over blocks, as {@link Ranking} is: the rows of {@code index_scores} would have to be
 * read back and joined with their groups. It holds the sums of one period and block at a time.
 */
final class GroupMeans {
  private GroupMeans() {}

  /**
   * Averages and ranks.
   *
   * @param blocks see {@link WeightedIndex#blocks}
   * @return {@code group_scores}, with a null score where no unit of the group has one
   */
  static Dataset<Row> of(Dataset<NodeBlock> blocks, EvaluationFramework framework) {
    var numbering = Numbering.of(framework);
    var groupings = Grouping.all(framework);
    var columns = new ArrayList<String>();
    var ids = new ArrayList<String>();
    for (var grouping : groupings) {
      columns.addAll(Collections.nCopies(grouping.ids().size(), grouping.column()));
      ids.addAll(grouping.ids());
    }
    return blocks
        .mapPartitions(
            (MapPartitionsFunction<NodeBlock, GroupScore>) rows -> new Averaged(rows, groupings),
            Encoders.bean(GroupScore.class))
        .select(
            lit(framework.id()).as(FRAMEWORK_ID),
            lit(framework.version()).as(FRAMEWORK_VERSION),
            numbering.periodId(col("periodNo")).as(PERIOD),
            named(columns).as(GROUP_BY),
            named(ids).as(GROUP_ID),
            numbering.nodeId(col("nodeNo")).as(NODE),
            nanvl(col("score"), lit(null).cast("double")).as(SCORE),
            col("scored").as(N_UNITS),
            nullif(col("rank"), lit(0)).as(RANK));
  }

  private static Column named(List<String> names) {
    return element_at(lit(names.toArray(String[]::new)), col("groupNo").plus(1));
  }

  /** Averages the blocks of one period and block number after those of the other. */
  private static final class Averaged implements Iterator<GroupScore> {
    private final Iterator<NodeBlock> blocks;
    private final List<Grouping> groupings;
    private final int groups;
    private Iterator<GroupScore> averaged = Collections.emptyIterator();
    private NodeBlock next;

    Averaged(Iterator<NodeBlock> blocks, List<Grouping> groupings) {
      this.blocks = blocks;
      this.groupings = groupings;
      this.groups = groupings.get(groupings.size() - 1).end();
      advance();
    }

    @Override
    public boolean hasNext() {
      return averaged.hasNext() || next != null;
    }

    @Override
    public GroupScore next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (!averaged.hasNext()) {
        averaged = average().iterator();
      }
      return averaged.next();
    }

    private List<GroupScore> average() {
      var first = next;
      int nodes = first.getScores().length;
      var means = new ExactMeans(nodes * groups);
      while (next != null && next.isOfSameNodes(first)) {
        for (var grouping : groupings) {
          add(next, grouping.groupOf(next.getUnitNo()), means);
        }
        advance();
      }
      var scores = new ArrayList<GroupScore>(nodes * groups);
      for (int place = 0; place < nodes; place++) {
        for (var grouping : groupings) {
          rank(first, place, grouping, means, scores);
        }
      }
      return scores;
    }

    private void add(NodeBlock unit, int group, ExactMeans means) {
      var scores = unit.getScores();
      for (int place = 0; group >= 0 && place < scores.length; place++) {
        means.add(place * groups + group, scores[place]);
      }
    }

    private void rank(
        NodeBlock block, int place, Grouping grouping, ExactMeans means, List<GroupScore> scores) {
      var ofGroups = new double[grouping.ids().size()];
      for (int i = 0; i < ofGroups.length; i++) {
        ofGroups[i] = means.mean(place * groups + grouping.first() + i);
      }
      var ranks = CompetitionRanks.of(ofGroups);
      for (int i = 0; i < ofGroups.length; i++) {
        int group = grouping.first() + i;
        long scored = means.count(place * groups + group);
        scores.add(
            new GroupScore(
                block.getPeriodNo(), group, block.nodeNo(place), ofGroups[i], scored, ranks[i]));
      }
    }

    private void advance() {
      next = blocks.hasNext() ? blocks.next() : null;
    }
  }
}
