package dev.tidemark.issues.bottleneck;

import dev.tidemark.framework.BottleneckRules;
import dev.tidemark.stats.CompetitionRanks;
import dev.tidemark.stats.ShrunkenRates;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How stuck one of a period's cells is.
 *
 * @param unresolved share not resolved, drawn towards that of all; NaN if not told of any
 * @param late the same of those not answered in time; NaN if none was due
 * @param score weighted mean of the two, times 100; NaN if neither is known
 * @param rank 1 is the most stuck; {@link CompetitionRanks#UNRANKED} where too few tell
 */
record Stuck(double unresolved, double late, double score, int rank) {
  private static final int POINTS = 100;

  /** Of all cells of a period, in their order. */
  static List<Stuck> of(List<Cell> cells, BottleneckRules rules) {
    var told = cells.stream().mapToInt(Cell::told).toArray();
    var due = cells.stream().mapToInt(Cell::due).toArray();
    var unresolved = shrunk(cells.stream().mapToInt(Cell::unresolved).toArray(), told);
    var late = shrunk(cells.stream().mapToInt(Cell::beyond).toArray(), due);
    var scores =
        IntStream.range(0, cells.size())
            .mapToDouble(i -> score(unresolved[i], late[i], rules))
            .toArray();
    var ranked =
        IntStream.range(0, cells.size())
            .mapToDouble(i -> isTold(told[i], due[i], rules) ? scores[i] : Double.NaN)
            .toArray();
    var ranks = CompetitionRanks.of(ranked);
    return IntStream.range(0, cells.size())
        .mapToObj(i -> new Stuck(unresolved[i], late[i], scores[i], ranks[i]))
        .toList();
  }

  /** The pooled rate where cells do not differ, or are too few to tell how much they do. */
  private static double[] shrunk(int[] successes, int[] n) {
    double pooled = (double) Arrays.stream(successes).sum() / Arrays.stream(n).sum();
    var rates = ShrunkenRates.of(successes, n).result();
    return IntStream.range(0, n.length)
        .mapToDouble(i -> rates.map(known -> known.rate(i)).orElse(pooled))
        .toArray();
  }

  private static double score(double unresolved, double late, BottleneckRules rules) {
    double ofUnresolved = Double.isNaN(unresolved) ? 0 : rules.unresolved();
    double ofLate = Double.isNaN(late) ? 0 : rules.late();
    double sum =
        (ofUnresolved > 0 ? ofUnresolved * unresolved : 0) + (ofLate > 0 ? ofLate * late : 0);
    return POINTS * sum / (ofUnresolved + ofLate);
  }

  private static boolean isTold(int told, int due, BottleneckRules rules) {
    return (rules.unresolved() > 0 && told >= rules.minMessages())
        || (rules.late() > 0 && due >= rules.minMessages());
  }
}
