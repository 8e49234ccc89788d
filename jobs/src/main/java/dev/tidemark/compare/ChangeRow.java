package dev.tidemark.compare;

import dev.tidemark.framework.Comparison;
import dev.tidemark.stats.Outcome;
import dev.tidemark.stats.Reason;
import dev.tidemark.table.Col;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.spark.sql.Row;

/** One row of {@code score_changes} in the making: all but what its family decides. */
final class ChangeRow {
  /** The two scopes that are one subject each get their name as grouping column. */
  static final String ALL = "all";

  static final String GROUP = "group";
  static final String UNIT = "unit";

  private final RowBuilder cells = new RowBuilder(Tables.SCORE_CHANGES);

  /**
   * Begins a row.
   *
   * @param framework its id
   * @param depth of the node in the tree
   */
  ChangeRow(
      String framework,
      PairedScores pair,
      Subject subject,
      String node,
      int depth,
      Comparison how) {
    cells
        .with(Col.FRAMEWORK_ID, framework)
        .with(Col.FRAMEWORK_VERSION_FROM, pair.from().version())
        .with(Col.FRAMEWORK_VERSION, pair.to().version())
        .with(Col.PERIOD_FROM, pair.from().period())
        .with(Col.PERIOD_TO, pair.to().period())
        .with(Col.SCOPE, subject.scope())
        .with(Col.GROUP_BY, subject.groupBy())
        .with(Col.SCOPE_ID, subject.id())
        .with(Col.NODE, node)
        .with(Col.FAMILY, family(subject, depth, how.family()))
        .with(Col.N, 0)
        .with(Col.VERDICT, Verdict.INCONCLUSIVE.text());
  }

  /**
   * Whose change it is.
   *
   * @param scope all, group or unit
   * @param groupBy the grouping column of a group; else the scope
   * @param id the group or unit; 'all' for every unit
   */
  record Subject(String scope, String groupBy, String id) implements Serializable {
    static final Subject EVERY_UNIT = new Subject(ALL, ALL, ALL);

    static Subject unit(String id) {
      return new Subject(UNIT, UNIT, id);
    }

    /** All units, then every group of either period. */
    static List<Subject> several(PairedScores pair) {
      var subjects = new ArrayList<>(List.of(EVERY_UNIT));
      pair.groups()
          .forEach((by, ids) -> ids.forEach(id -> subjects.add(new Subject(GROUP, by, id))));
      return subjects;
    }
  }

  private static String family(Subject subject, int depth, Comparison.Family family) {
    var scope = subject.scope().equals(GROUP) ? "group " + subject.groupBy() : subject.scope();
    return switch (family) {
      case DEPTH -> scope + ", depth " + depth;
      case SCOPE -> scope;
      case SUBJECT -> scope + " " + subject.id() + ", depth " + depth;
    };
  }

  ChangeRow with(String column, Object value) {
    cells.with(column, value);
    return this;
  }

  ChangeRow withNumber(String column, double value) {
    cells.withNumber(column, value);
    return this;
  }

  /** Takes what a kernel found; nothing if it could not be tested. */
  <T> Optional<T> take(Outcome<T> outcome, BiConsumer<ChangeRow, T> into) {
    outcome.result().ifPresent(result -> into.accept(this, result));
    return outcome.result();
  }

  /** The published scores, and what their difference consists of where there are both. */
  ChangeRow published(double from, double to, UnitChange.Effects effects) {
    withNumber(Col.PUBLISHED_FROM, from).withNumber(Col.PUBLISHED_TO, to);
    double unit = to - from - effects.score() - effects.weight() - effects.coverage();
    if (!Double.isNaN(unit)) {
      with(Col.SCORE_EFFECT, effects.score())
          .with(Col.WEIGHT_EFFECT, effects.weight())
          .with(Col.COVERAGE_EFFECT, effects.coverage())
          .with(Col.UNIT_EFFECT, UnitChange.exact(unit));
    }
    return this;
  }

  /** Says why there is no change to compare. */
  Row notCompared(String reason) {
    return with(Col.NOT_COMPARED_REASON, reason).row();
  }

  /** Says why the declared test could not be made. */
  ChangeRow notTested(Optional<Reason> reason) {
    reason.ifPresent(why -> with(Col.NOT_TESTED_REASON, why.name().toLowerCase(Locale.ROOT)));
    return this;
  }

  Row row() {
    return cells.row();
  }
}
