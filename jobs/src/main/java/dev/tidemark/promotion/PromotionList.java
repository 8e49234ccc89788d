package dev.tidemark.promotion;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.PromotionRules;
import dev.tidemark.table.Tables;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** The table {@code promotion_list}. */
final class PromotionList {
  private PromotionList() {}

  /**
   * Makes four parts of what is known of each item, and one score of these.
   *
   * @param facts as of {@link ItemFacts}
   * @param missing as of {@link MissingTechnologies}
   * @param messages as of {@link StageMessages}
   * @return {@code promotion_list}
   */
  static Dataset<Row> of(
      Dataset<Row> facts,
      Dataset<Row> missing,
      Dataset<Row> messages,
      EvaluationFramework framework) {
    var rules = framework.promotion();
    var keys = CollectionConverters.asScala(List.of(PERIOD, ITEM)).toSeq();
    var technologies = Tables.PROMOTION_LIST.column(TECHNOLOGIES).type();
    return facts
        .join(missing, keys, "left_outer")
        .join(messages, keys, "left_outer")
        .join(
            broadcast(titles(facts.sparkSession(), framework)),
            CollectionConverters.asScala(List.of(ITEM)).toSeq(),
            "left_outer")
        .withColumn(TITLE_ZH, coalesce(col(TITLE_ZH), col(ITEM)))
        .withColumn(TITLE_EN, coalesce(col(TITLE_EN), col(ITEM)))
        .withColumn(TECHNOLOGIES, coalesce(col(TECHNOLOGIES), array().cast(technologies)))
        .withColumn(DEMAND_SOURCE, source(rules.demand()))
        .withColumn(DEMAND, demand())
        .withColumn(DEMAND_PART, demandPart())
        .withColumn(VISITS_PART, ofTheLargest(VISITS))
        .withColumn(PAIN, pain(rules.pain()))
        .withColumn(PAIN_PART, col(PAIN).plus(1).divide(2))
        .withColumn(PROVEN, proven())
        .withColumn(READINESS, coalesce(col(PROVEN).plus(col(EQUIPPED)).divide(2), col(PROVEN)))
        .withColumn(NOT_SCORED_REASON, notScored(rules.weights()))
        .withColumn(SCORE, when(col(NOT_SCORED_REASON).isNull(), score(rules.weights())))
        .withColumn(
            RANK,
            when(
                col(SCORE).isNotNull(),
                rank().over(Window.partitionBy(PERIOD).orderBy(col(SCORE).desc_nulls_last()))))
        .drop(
            ItemFacts.MEAN_APPLICATIONS,
            ItemFacts.TOO_MANY_SHARE,
            StageMessages.N_MESSAGES,
            StageMessages.UNRESOLVED_SHARE)
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()));
  }

  private static Dataset<Row> titles(SparkSession spark, EvaluationFramework framework) {
    return spark.createDataFrame(
        framework.visits().stages().stream()
            .map(stage -> RowFactory.create(stage.id(), stage.title().zh(), stage.title().en()))
            .toList(),
        new StructType()
            .add(ITEM, DataTypes.StringType, false)
            .add(TITLE_ZH, DataTypes.StringType, false)
            .add(TITLE_EN, DataTypes.StringType, false));
  }

  /** The first that tells anything in the period; one for all its items, which are compared. */
  private static Column source(List<PromotionRules.DemandSource> sources) {
    var inPeriod = Window.partitionBy(PERIOD);
    var source = lit("equal");
    for (int i = sources.size() - 1; i >= 0; i--) {
      source =
          switch (sources.get(i)) {
            case ITEMS ->
                when(count(ItemFacts.MEAN_APPLICATIONS).over(inPeriod).gt(0), "items")
                    .otherwise(source);
            case MESSAGES ->
                when(count(StageMessages.N_MESSAGES).over(inPeriod).gt(0), "messages")
                    .otherwise(source);
          };
    }
    return source;
  }

  /** Nobody who wrote is a count of 0; an application nobody counted is none. */
  private static Column demand() {
    return when(col(DEMAND_SOURCE).equalTo("items"), col(ItemFacts.MEAN_APPLICATIONS))
        .when(
            col(DEMAND_SOURCE).equalTo("messages"),
            coalesce(col(StageMessages.N_MESSAGES), lit(0)).cast(DoubleType));
  }

  private static Column demandPart() {
    return when(col(DEMAND_SOURCE).equalTo("equal"), 1.0).otherwise(ofTheLargest(DEMAND));
  }

  /** 0 where the largest is 0. */
  private static Column ofTheLargest(String column) {
    var largest = max(column).over(Window.partitionBy(PERIOD));
    return when(largest.equalTo(0).and(col(column).isNotNull()), 0.0)
        .otherwise(try_divide(col(column), largest));
  }

  /** Laplace's rule of succession: neither nobody nor everybody proves what comes next. */
  private static Column proven() {
    return when(col(N_UNITS).gt(0), col(ONLINE_UNITS).plus(1).divide(col(N_UNITS).plus(2)));
  }

  private static Column pain(PromotionRules.PainSource source) {
    return switch (source) {
      case VISITS -> col(ItemFacts.TOO_MANY_SHARE);
      case MESSAGES -> col(StageMessages.UNRESOLVED_SHARE);
    };
  }

  /** What is not known leaves a score out, unless it does not count. */
  private static Column notScored(PromotionRules.Weights weights) {
    var reason =
        when(col(VISITS).isNull(), "no_visits_observed").otherwise(lit(null).cast(StringType));
    reason =
        coalesce(
            reason,
            when(lit(weights.demand() > 0).and(col(DEMAND_PART).isNull()), "no_demand_told"));
    return coalesce(reason, when(lit(weights.pain() > 0).and(col(PAIN).isNull()), "no_pain_told"));
  }

  private static Column score(PromotionRules.Weights weights) {
    var sum = weights.sum();
    return lit(100.0)
        .multiply(raised(DEMAND_PART, weights.demand() / sum))
        .multiply(raised(VISITS_PART, weights.visits() / sum))
        .multiply(raised(PAIN_PART, weights.pain() / sum))
        .multiply(raised(READINESS, weights.readiness() / sum));
  }

  private static Column raised(String part, double exponent) {
    return exponent == 0 ? lit(1.0) : pow(col(part), lit(exponent));
  }
}
