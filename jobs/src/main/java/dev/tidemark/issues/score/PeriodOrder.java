package dev.tidemark.issues.score;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.Column;

/** What the order of the framework's periods says, as columns. */
record PeriodOrder(List<Period> periods) {
  /** The place of a period, from 1; null if it is not the framework's. */
  Column place(Column period) {
    return by(period, i -> lit(i + 1));
  }

  /** Days of the period for each day of the one before; null of the first. */
  Column lengthening(Column period) {
    return by(
        period, i -> lit(i == 0 ? null : (double) days(periods.get(i)) / days(periods.get(i - 1))));
  }

  private static long days(Period period) {
    return ChronoUnit.DAYS.between(period.start(), period.end()) + 1;
  }

  private Column by(Column period, IntFunction<Column> value) {
    var column = lit(null);
    for (int i = 0; i < periods.size(); i++) {
      column = when(period.equalTo(periods.get(i).id()), value.apply(i)).otherwise(column);
    }
    return column;
  }
}
