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
import dev.tidemark.stats.Reason;
import dev.tidemark.stats.Resampling;
import dev.tidemark.stats.SignFlipTest;
import dev.tidemark.stats.SignTest;
import dev.tidemark.stats.TypicalValues;
import dev.tidemark.stats.WilcoxonSignedRank;
import dev.tidemark.table.Col;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
      var row = begin(subject, nodes[i], members).with(Col.N, scored.get(i).length);
      if (scored.get(i).length == 0) {
        rows.add(row.notCompared(reason(subject, nodes[i], members)));
      } else {
        test(row, differences.get(i), flips.get(i), bootstraps.get(i));
        rows.add(row.row());
      }
    }
    return rows;
  }

  private ChangeRow begin(ChangeRow.Subject subject, int node, int[] members) {
    var tree = pair.tree();
    int before = pair.match().before(node);
    return new ChangeRow(framework, pair, subject, tree.id(node), tree.depth(node), how)
        .published(
            before == NodeMatch.NONE
                ? Double.NaN
                : pair.from().mean(before, subject.groupBy(), subject.id()),
            pair.to().mean(node, subject.groupBy(), subject.id()),
            effects(node, pair.published(node, members)));
  }

  /** Means over some units; units that the published means have beside them are another effect. */
  private UnitChange.Effects effects(int node, int[] units) {
    if (units.length == 0) {
      return UnitChange.Effects.NONE;
    }
    double score = 0;
    double weight = 0;
    double coverage = 0;
    for (int unit : units) {
      var effects = pair.change(unit).effects(node);
      score += effects.score();
      weight += effects.weight();
      coverage += effects.coverage();
    }
    return new UnitChange.Effects(
        score / units.length, weight / units.length, coverage / units.length);
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
    equivalence(differences).ifPresent(p -> row.with(Col.P_EQUIVALENCE, p));
    row.take(
        MinimumDetectableChange.of(differences, level, POWER),
        (into, detectable) -> into.with(Col.MINIMUM_DETECTABLE, detectable.change()));
  }

  /** By t; where every unit changed alike, and t has no spread to go by, by signs. */
  private Optional<Double> equivalence(PairedDifferences differences) {
    double bound = how.smallestChange();
    var byT = Equivalence.within(differences, bound, how.alpha());
    if (byT.reason().equals(Optional.of(Reason.NO_VARIATION))) {
      var equal = new double[differences.n()];
      Arrays.fill(equal, 1);
      return TypicalValues.of(differences.rounded(), equal, resampling)
          .result()
          .map(values -> values.equivalence(bound));
    }
    return byT.result().map(Equivalence::p);
  }

  private String reason(ChangeRow.Subject subject, int node, int[] members) {
    if (pair.match().before(node) == NodeMatch.NONE) {
      return NotCompared.NODE_ONLY_LATER;
    }
    if (members.length == 0) {
      return subject.scope().equals(ChangeRow.GROUP)
          ? NotCompared.GROUP_WITHOUT_COMMON_UNIT
          : NotCompared.NO_COMMON_UNIT;
    }
    return pair.published(node, members).length == 0
        ? NotCompared.NO_UNIT_SCORED_IN_BOTH
        : NotCompared.NO_COMMON_LEAF;
  }
}
