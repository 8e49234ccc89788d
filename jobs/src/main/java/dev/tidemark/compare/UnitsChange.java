package dev.tidemark.compare;

import dev.tidemark.framework.Comparison;
import dev.tidemark.stats.BootstrapMean;
import dev.tidemark.stats.Equivalence;
import dev.tidemark.stats.HodgesLehmann;
import dev.tidemark.stats.MinimumDetectableChange;
import dev.tidemark.stats.Moments;
import dev.tidemark.stats.Outcome;
import dev.tidemark.stats.PairedDifferences;
import dev.tidemark.stats.PairedEffects;
import dev.tidemark.stats.PairedT;
import dev.tidemark.stats.Resampling;
import dev.tidemark.stats.SignFlipTest;
import dev.tidemark.stats.SignTest;
import dev.tidemark.stats.WilcoxonSignedRank;
import dev.tidemark.table.Col;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/**
 * The changes of many units, all of them or a group, node by node: units are paired with
 * themselves, and the random part is which way each went.
 */
final class UnitsChange {
  private static final double POWER = 0.8;

  private final String framework;
  private final PairedScores pair;
  private final Comparison how;
  private final Resampling resampling;

  UnitsChange(String framework, PairedScores pair, Comparison how, long seed) {
    this.framework = framework;
    this.pair = pair;
    this.how = how;
    this.resampling = new Resampling(how.resamples(), seed);
  }

  /**
   * Tests some nodes of one subject.
   *
   * @param nodes numbers of the later tree
   * @return one row of {@code score_changes} for each
   */
  List<Row> of(ChangeRow.Subject subject, int[] nodes) {
    var members =
        subject.scope().equals(ChangeRow.ALL)
            ? pair.all()
            : pair.members(subject.groupBy(), subject.id());
    var scored = IntStream.of(nodes).mapToObj(node -> pair.scored(node, members)).toList();
    var differences =
        IntStream.range(0, nodes.length)
            .mapToObj(
                i ->
                    PairedDifferences.between(
                        pair.before(nodes[i], scored.get(i)), pair.after(nodes[i], scored.get(i))))
            .toList();
    var samples = differences.stream().map(PairedDifferences::rounded).toList();
    var flips = SignFlipTest.ofEach(samples, resampling);
    var bootstraps = BootstrapMean.ofEach(samples, resampling, 1 - how.alpha());
    var rows = new ArrayList<Row>();
    for (int i = 0; i < nodes.length; i++) {
      var row = begin(subject, nodes[i], scored.get(i));
      if (scored.get(i).length == 0) {
        rows.add(row.notCompared(reason(subject, nodes[i], members)));
      } else {
        test(row, differences.get(i), flips.get(i), bootstraps.get(i));
        rows.add(row.row());
      }
    }
    return rows;
  }

  private ChangeRow begin(ChangeRow.Subject subject, int node, int[] scored) {
    var id = pair.tree().id(node);
    var row = new ChangeRow(framework, pair, subject, id, pair.tree().depth(node), how);
    int nodeBefore = pair.from().tree().number(id);
    double publishedBefore =
        nodeBefore < 0 ? Double.NaN : pair.from().mean(nodeBefore, subject.groupBy(), subject.id());
    double publishedAfter = pair.to().mean(node, subject.groupBy(), subject.id());
    row.with(Col.N, scored.length)
        .withNumber(Col.PUBLISHED_FROM, publishedBefore)
        .withNumber(Col.PUBLISHED_TO, publishedAfter);
    boolean arePublished =
        scored.length > 0 && Arrays.stream(scored).allMatch(u -> pair.change(u).isPublished(node));
    if (arePublished) {
      double score = mean(scored, u -> pair.change(u).scoreEffect(node));
      double weight = mean(scored, u -> pair.change(u).weightEffect(node));
      double coverage = mean(scored, u -> pair.change(u).coverageEffect(node));
      row.with(Col.SCORE_EFFECT, score)
          .with(Col.WEIGHT_EFFECT, weight)
          .with(Col.COVERAGE_EFFECT, coverage)
          .withNumber(
              Col.UNIT_EFFECT, publishedAfter - publishedBefore - score - weight - coverage);
    }
    return row;
  }

  private void test(
      ChangeRow row,
      PairedDifferences differences,
      Outcome<SignFlipTest> flip,
      Outcome<BootstrapMean> bootstrap) {
    double level = 1 - how.alpha();
    double before = Moments.of(differences.before()).mean();
    double after = Moments.of(differences.after()).mean();
    var t = PairedT.of(differences, level);
    var wilcoxon = WilcoxonSignedRank.of(differences);
    row.with(Col.MEAN_FROM, before)
        .with(Col.MEAN_TO, after)
        .with(Col.CHANGE, after - before)
        .notTested(
            switch (how.test()) {
              case PERMUTATION -> flip.reason();
              case T -> t.reason();
              case WILCOXON -> wilcoxon.reason();
            });
    row.take(
        t,
        (into, test) ->
            into.with(Col.T, test.t())
                .with(Col.DF, (double) test.df())
                .with(Col.P_T, test.p())
                .with(Col.CI_LOW, test.interval().low())
                .with(Col.CI_HIGH, test.interval().high()));
    row.take(wilcoxon, (into, test) -> into.with(Col.W, test.v()).with(Col.P_WILCOXON, test.p()));
    row.take(
        HodgesLehmann.of(differences, level),
        (into, estimate) -> into.with(Col.HODGES_LEHMANN, estimate.change()));
    row.take(SignTest.of(differences, level), (into, test) -> into.with(Col.P_SIGN, test.p()));
    row.take(
        flip,
        (into, test) ->
            into.with(Col.P_PERMUTATION, test.p())
                .with(Col.P_PERMUTATION_ERROR, test.standardError()));
    row.take(
        bootstrap,
        (into, intervals) ->
            into.with(Col.BCA_LOW, intervals.bca().low())
                .with(Col.BCA_HIGH, intervals.bca().high()));
    row.take(
        PairedEffects.of(differences, level),
        (into, effects) ->
            into.with(Col.EFFECT_DZ, effects.dz().value())
                .with(Col.EFFECT_DAV, effects.dav().value())
                .with(Col.EFFECT_G, effects.gav().value())
                .with(Col.P_SUPERIORITY, effects.superiority()));
    row.take(
        Equivalence.within(differences, how.smallestChange(), how.alpha()),
        (into, test) -> into.with(Col.P_EQUIVALENCE, test.p()));
    row.take(
        MinimumDetectableChange.of(differences, level, POWER),
        (into, detectable) -> into.with(Col.MINIMUM_DETECTABLE, detectable.change()));
  }

  private String reason(ChangeRow.Subject subject, int node, int[] members) {
    boolean isGroup = subject.scope().equals(ChangeRow.GROUP);
    if (pair.from().tree().number(pair.tree().id(node)) < 0) {
      return NotCompared.NODE_ONLY_LATER;
    }
    if (members.length == 0) {
      return isGroup ? NotCompared.GROUP_WITHOUT_COMMON_UNIT : NotCompared.NO_COMMON_UNIT;
    }
    return pair.isSameVersion() ? NotCompared.NO_UNIT_SCORED_IN_BOTH : NotCompared.NO_COMMON_LEAF;
  }

  private static double mean(int[] units, java.util.function.IntToDoubleFunction effect) {
    return Arrays.stream(units).mapToDouble(effect).sum() / units.length;
  }
}
