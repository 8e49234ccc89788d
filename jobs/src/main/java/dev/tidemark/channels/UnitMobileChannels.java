package dev.tidemark.channels;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.map_zip_with;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import dev.tidemark.framework.ChannelRules;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.Memberships;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import scala.jdk.javaapi.CollectionConverters;

/** The table {@code unit_mobile_channels}. */
final class UnitMobileChannels {
  private static final Column NO_KIND = array().cast(createArrayType(StringType, false));
  private static final Column NO_FEATURE = map().cast(createMapType(StringType, BooleanType, true));

  private UnitMobileChannels() {}

  /**
   * Brings a unit's channels together.
   *
   * @param channels {@code mobile_channels}
   * @return {@code unit_mobile_channels}: every unit in every period, with nulls where nothing is
   *     known of it
   */
  static Dataset<Row> of(Dataset<Row> channels, EvaluationFramework framework) {
    var mobile = framework.channels().mobile();
    var listed =
        channels
            .groupBy(PERIOD, UNIT)
            .agg(array_sort(collect_set(kind(mobile))).as(KINDS), onAnyChannel().as(FEATURES));
    var isListed = col(KINDS).isNotNull();
    var isObserved = count(KINDS).over(Window.partitionBy(PERIOD)).gt(0);
    var isKnown =
        switch (mobile.unlisted()) {
          case NONE -> isListed.or(isObserved);
          case UNKNOWN -> isListed;
        };
    var kinds = when(isKnown, coalesce(col(KINDS), NO_KIND));
    var mix =
        when(size(col(KINDS)).gt(0), array_join(col(KINDS), ChannelRules.Mobile.AND))
            .otherwise(ChannelRules.Mobile.NO_MIX);
    return Memberships.everyCell(channels.sparkSession(), framework)
        .join(listed, CollectionConverters.asScala(List.of(PERIOD, UNIT)).toSeq(), "left_outer")
        .select(
            col(PERIOD),
            col(UNIT),
            kinds.as(KINDS),
            when(isKnown, coalesce(col(FEATURES), NO_FEATURE)).as(FEATURES))
        .withColumn(N_KINDS, when(isListed, size(col(KINDS))))
        .withColumn(CHANNEL_MIX, when(isListed, mix))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()));
  }

  private static Column kind(ChannelRules.Mobile mobile) {
    var kind = col(CHANNEL);
    for (var declared : mobile.kinds().entrySet()) {
      var channels = declared.getValue().stream().sorted().toArray();
      kind = when(col(CHANNEL).isin(channels), declared.getKey()).otherwise(kind);
    }
    return kind;
  }

  /** Whether any channel has a feature; false if one was told of and none has; by name. */
  private static Column onAnyChannel() {
    var merged =
        aggregate(
            collect_list(FEATURES),
            NO_FEATURE,
            (all, next) -> map_zip_with(all, next, (name, one, other) -> either(one, other)));
    return map_from_entries(array_sort(map_entries(merged)));
  }

  private static Column either(Column one, Column other) {
    return coalesce(one.or(other), one, other);
  }
}
