package dev.tidemark.compare;

import dev.tidemark.framework.Comparison;
import dev.tidemark.stats.MultipleTesting;
import dev.tidemark.stats.Reason;
import dev.tidemark.table.Col;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Gives the rows of one family their adjusted p and their verdict. */
final class Verdicts {
  private static final TableSpec TABLE = Tables.SCORE_CHANGES;
  private static final List<String> COLUMNS = List.of(TABLE.schema().fieldNames());
  private static final int CHANGE = COLUMNS.indexOf(Col.CHANGE);
  private static final int CI_LOW = COLUMNS.indexOf(Col.CI_LOW);
  private static final int CI_HIGH = COLUMNS.indexOf(Col.CI_HIGH);
  private static final int P_ADJUSTED = COLUMNS.indexOf(Col.P_ADJUSTED);
  private static final int P_EQUIVALENCE = COLUMNS.indexOf(Col.P_EQUIVALENCE);
  private static final int NOT_TESTED = COLUMNS.indexOf(Col.NOT_TESTED_REASON);
  private static final int VERDICT = COLUMNS.indexOf(Col.VERDICT);

  private final Comparison how;
  private final int p;

  Verdicts(Comparison how) {
    this.how = how;
    this.p =
        COLUMNS.indexOf(
            switch (how.test()) {
              case PERMUTATION -> Col.P_PERMUTATION;
              case T -> Col.P_T;
              case WILCOXON -> Col.P_WILCOXON;
            });
  }

  /**
   * Adjusts and judges.
   *
   * @param family rows of {@code score_changes} of one pair of periods and one family
   * @return the same rows in the same order, with {@code p_adjusted} and {@code verdict}
   */
  List<Row> of(List<Row> family) {
    var adjusted = adjusted(family.stream().map(this::pValue).toList());
    var judged = new ArrayList<Row>(family.size());
    for (int i = 0; i < family.size(); i++) {
      judged.add(judged(family.get(i), adjusted.get(i)));
    }
    return judged;
  }

  /** A unit's leaves are no sample: whatever test is declared, its sign-flip test decides. */
  private OptionalDouble pValue(Row row) {
    boolean isUnit = row.getAs(COLUMNS.indexOf(Col.SCOPE)).equals(ChangeRow.UNIT);
    return number(row, isUnit ? COLUMNS.indexOf(Col.P_PERMUTATION) : p);
  }

  private List<OptionalDouble> adjusted(List<OptionalDouble> family) {
    return switch (how.adjustment()) {
      case HOLM -> MultipleTesting.HOLM.adjust(family);
      case BENJAMINI_HOCHBERG -> MultipleTesting.BENJAMINI_HOCHBERG.adjust(family);
      case BENJAMINI_YEKUTIELI -> MultipleTesting.BENJAMINI_YEKUTIELI.adjust(family);
      case NONE -> family;
    };
  }

  private Row judged(Row row, OptionalDouble adjusted) {
    var cells = new Object[row.size()];
    Arrays.setAll(cells, row::get);
    cells[P_ADJUSTED] = adjusted.isPresent() ? adjusted.getAsDouble() : null;
    cells[VERDICT] = verdict(row, adjusted).text();
    return RowFactory.create(cells);
  }

  private Verdict verdict(Row row, OptionalDouble adjusted) {
    if (row.isNullAt(CHANGE)) {
      return Verdict.INCONCLUSIVE;
    }
    var allZero = Reason.ALL_ZERO.name().toLowerCase(Locale.ROOT);
    var equivalence = number(row, P_EQUIVALENCE);
    if (allZero.equals(row.getAs(NOT_TESTED))
        || (equivalence.isPresent() && equivalence.getAsDouble() <= how.alpha())) {
      return Verdict.UNCHANGED;
    }
    double change = row.getDouble(CHANGE);
    boolean isSignificant = adjusted.isPresent() && adjusted.getAsDouble() <= how.alpha();
    if (!isSignificant || Math.abs(change) < how.smallestChange()) {
      return Verdict.INCONCLUSIVE;
    }
    boolean isRise = change > 0;
    var bound = number(row, isRise ? CI_LOW : CI_HIGH);
    boolean isIntervalAgainst =
        bound.isPresent() && (isRise ? bound.getAsDouble() <= 0 : bound.getAsDouble() >= 0);
    if (isIntervalAgainst) {
      return Verdict.INCONCLUSIVE;
    }
    return isRise ? Verdict.IMPROVED : Verdict.DECLINED;
  }

  private static OptionalDouble number(Row row, int column) {
    return Optional.ofNullable(row.<Double>getAs(column))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }
}
