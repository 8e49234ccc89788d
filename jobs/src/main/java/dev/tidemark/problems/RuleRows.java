package dev.tidemark.problems;

import static dev.tidemark.framework.ProblemRule.PARAMETERS;
import static dev.tidemark.table.Col.PERIOD;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.tidemark.framework.Period;
import dev.tidemark.framework.ProblemParameter;
import dev.tidemark.table.TableSpec;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows of a table with what rules may name beside its columns. */
public final class RuleRows {
  private static final String PERIOD_START = "period_start";
  private static final String PERIOD_END = "period_end";

  private RuleRows() {}

  /** The columns a rule about a table may name. */
  public static StructType schema(TableSpec table, Map<String, ProblemParameter> parameters) {
    var kinds = new StructType();
    for (var parameter : new TreeMap<>(parameters).entrySet()) {
      kinds = kinds.add(parameter.getKey(), kind(parameter.getValue()), false);
    }
    return table
        .schema()
        .add(PERIOD_START, DateType, false)
        .add(PERIOD_END, DateType, false)
        .add(PARAMETERS, kinds, false);
  }

  /**
   * The rows of some periods.
   *
   * @param rows of a table with a period
   * @param periods rows of others, 'all' among them, are dropped
   * @param parameters what rules name as {@code parameters.name}
   */
  static Dataset<Row> of(
      Dataset<Row> rows, List<Period> periods, Map<String, ProblemParameter> parameters) {
    var days =
        rows.sparkSession()
            .createDataFrame(
                periods.stream()
                    .map(
                        period ->
                            RowFactory.create(
                                period.id(),
                                Date.valueOf(period.start()),
                                Date.valueOf(period.end())))
                    .toList(),
                new StructType()
                    .add(PERIOD, StringType, false)
                    .add(PERIOD_START, DateType, false)
                    .add(PERIOD_END, DateType, false));
    var values =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .map(parameter -> literal(parameter.getValue()).as(parameter.getKey()))
                .toArray(Column[]::new);
    return rows.where(rows.col(PERIOD).isin(periods.stream().map(Period::id).toArray()))
        .join(broadcast(days), PERIOD)
        .withColumn(PARAMETERS, struct(values));
  }

  private static DataType kind(ProblemParameter parameter) {
    if (parameter instanceof ProblemParameter.Amount amount) {
      return isWhole(amount) ? LongType : DoubleType;
    }
    return parameter instanceof ProblemParameter.Texts
        ? DataTypes.createArrayType(StringType, false)
        : StringType;
  }

  private static Column literal(ProblemParameter parameter) {
    if (parameter instanceof ProblemParameter.Amount amount) {
      return isWhole(amount) ? lit((long) amount.number()) : lit(amount.number());
    }
    if (parameter instanceof ProblemParameter.Texts texts) {
      return array(texts.texts().stream().map(text -> lit(text)).toArray(Column[]::new));
    }
    return lit(((ProblemParameter.Text) parameter).text());
  }

  /** A whole number is shown without a point. */
  private static boolean isWhole(ProblemParameter.Amount amount) {
    return amount.number() == Math.rint(amount.number()) && Math.abs(amount.number()) < 1e15;
  }
}
