package dev.tidemark.catalogue;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.wording.Normalised;
import dev.tidemark.wording.Wildcards;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What catalogues say, in the form in which it is compared. */
final class Entries {
  /** The form; null if the catalogue gives no value. */
  static final String FORM = "form";

  static final String IS_COMPARED = "is_compared";

  private Entries() {}

  /**
   * Adds the form, and whether it is compared at all.
   *
   * @param items {@code items} of the framework's periods and units
   * @return one row per period, unit, level, item and attribute
   */
  static Dataset<Row> of(Dataset<Row> items, EvaluationFramework framework) {
    return items.select(
        text(PERIOD),
        text(UNIT),
        text(LEVEL),
        text(ITEM),
        text(ATTRIBUTE),
        text(VALUE),
        Normalised.of(col(VALUE), framework.channels()).as(FORM),
        isCompared(framework).as(IS_COMPARED));
  }

  /** What a unit says of itself has no standard. */
  private static Column isCompared(EvaluationFramework framework) {
    var rules = framework.catalogue();
    var ofItself = framework.promotion().attributes();
    var isExcepted = coalesce(Wildcards.matchesAny(col(ATTRIBUTE), rules.except()), lit(false));
    return not(
        isExcepted
            .or(
                col(ATTRIBUTE)
                    .isin(
                        rules.updatedOn(),
                        rules.singleEntry(),
                        ofItself.demand(),
                        ofItself.claimedDepth()))
            .or(col(ATTRIBUTE).startsWith(ofItself.technologies())));
  }

  /** Without the cast the delivered column's comment would be part of structures. */
  private static Column text(String column) {
    return col(column).cast(StringType).as(column);
  }

  /** The columns of both parts of {@code catalogue_drift}, in one order. */
  static Column[] drift() {
    return List.of(
            PERIOD_FROM,
            PERIOD_TO,
            UNIT,
            LEVEL,
            ITEM,
            ATTRIBUTE,
            DRIFT,
            EXPECTED,
            VALUE,
            STANDARD_LEVEL)
        .stream()
        .map(name -> col(name))
        .toArray(Column[]::new);
  }
}
