package dev.tidemark.index;

import dev.tidemark.framework.Derivation;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Leaf;
import dev.tidemark.framework.Scoring;
import dev.tidemark.job.Reads;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.LinkedHashMap;
import java.util.List;

/** The tables that the leaves of an index are observed or derived in. */
final class Sources {
  private Sources() {}

  /** Each once; whole where a leaf is scored within a pool of all periods. */
  static List<Reads> of(EvaluationFramework framework) {
    var sources = new LinkedHashMap<TableSpec, Reads>();
    for (var leaf : framework.leaves()) {
      var table = table(leaf);
      var reads = isPooledOverPeriods(leaf) ? Reads.whole(table) : Reads.byPeriod(table);
      sources.merge(
          table, reads, (one, other) -> one.reach() == Reads.Reach.EVERY_PERIOD ? one : other);
    }
    return List.copyOf(sources.values());
  }

  private static TableSpec table(Leaf leaf) {
    var name = leaf.derivation().map(Derivation::table).orElse(Tables.OBSERVATIONS.name());
    return name.equals(Tables.ENQUIRY_OUTCOMES.name())
        ? Tables.ENQUIRIES
        : Tables.named(name).orElseThrow();
  }

  private static boolean isPooledOverPeriods(Leaf leaf) {
    if (leaf.scoring() instanceof Scoring.MinMax bounds) {
      return bounds.pool() == Scoring.Pool.ALL;
    }
    return leaf.scoring() instanceof Scoring.ZScore moments && moments.pool() == Scoring.Pool.ALL;
  }
}
