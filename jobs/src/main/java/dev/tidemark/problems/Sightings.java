package dev.tidemark.problems;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.char_length;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.ProblemRule;
import dev.tidemark.job.Memberships;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code problem_sightings}. */
final class Sightings {
  private static final String BETWEEN_PARTS = " / ";
  private static final int HASH_DIGITS = 32;

  private Sightings() {}

  /**
   * Brings together what a rule saw of one thing in one period: a problem if any row shows it.
   *
   * @param looks of any tables, as of {@link Looks}
   * @return {@code problem_sightings} of the framework's units
   */
  static Dataset<Row> of(Dataset<Row> looks, EvaluationFramework framework) {
    var spark = looks.sparkSession();
    return looks
        .join(broadcast(Memberships.units(spark, framework)), UNIT)
        .groupBy(PERIOD, RULE, UNIT, Looks.PARTS)
        .agg(
            bool_or(col(IS_SEEN)).as(IS_SEEN),
            count_if(col(IS_SEEN)).as(N_ROWS),
            min(Looks.SHOWN).as(Looks.SHOWN))
        .join(broadcast(labels(spark, framework.problems().rules())), RULE)
        .select(
            lit(framework.id()).as(FRAMEWORK_ID),
            lit(framework.version()).as(FRAMEWORK_VERSION),
            col(PERIOD),
            identity(framework.id()).as(PROBLEM_ID),
            col(RULE),
            col(UNIT),
            item().as(ITEM),
            col(IS_SEEN),
            col(N_ROWS),
            col(SEVERITY),
            col(SOURCE_TABLE),
            col(OWNER),
            col(Looks.SHOWN).getField(MESSAGE_ZH).as(MESSAGE_ZH),
            col(Looks.SHOWN).getField(MESSAGE_EN).as(MESSAGE_EN),
            col(Looks.SHOWN).getField(EVIDENCE).as(EVIDENCE));
  }

  /** What stays the same of a problem; each text behind its length, so that no two run together. */
  private static Column identity(String frameworkId) {
    var texts =
        concat(
            org.apache.spark.sql.functions.array(lit(frameworkId), col(RULE), col(UNIT)),
            col(Looks.PARTS));
    var marked =
        transform(
            texts,
            text -> coalesce(concat(char_length(text).cast("string"), lit(":"), text), lit("-")));
    return left(sha2(array_join(marked, ",").cast("binary"), 256), lit(HASH_DIGITS));
  }

  private static Column item() {
    return when(
        size(col(Looks.PARTS)).gt(0),
        array_join(col(Looks.PARTS), BETWEEN_PARTS, RenderedMessage.NONE));
  }

  private static Dataset<Row> labels(SparkSession spark, List<ProblemRule> rules) {
    return spark.createDataFrame(
        rules.stream()
            .map(
                rule ->
                    RowFactory.create(
                        rule.id(), rule.severity().id(), rule.table(), rule.owner().orElse(null)))
            .toList(),
        new StructType()
            .add(RULE, DataTypes.StringType, false)
            .add(SEVERITY, DataTypes.StringType, false)
            .add(SOURCE_TABLE, DataTypes.StringType, false)
            .add(OWNER, DataTypes.StringType, true));
  }
}
