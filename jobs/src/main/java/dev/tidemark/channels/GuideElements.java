package dev.tidemark.channels;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.map_keys;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.Memberships;
import dev.tidemark.wording.Normalised;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import scala.jdk.javaapi.CollectionConverters;

/** The table {@code guide_elements}. */
final class GuideElements {
  static final String CONSISTENTLY = "consistent";
  static final String DIFFERENTLY = "differing";
  static final String SILENTLY = "silent";
  static final String UNCOMPARED = "not_compared";

  private static final String FORM = "form";
  private static final String N_TOLD = "n_told";
  private static final String READ_ON = "channels_of_item";

  private GuideElements() {}

  /**
   * Sets what the channels say of an element side by side.
   *
   * <p>All rows of an item are brought together once; its elements, and the channels it was read
   * on, then need no second shuffle.
   *
   * @param audits {@code guide_audits}; a null value means that the guide is silent, a row that is
   *     not there that it was not read
   * @return {@code guide_elements} of the framework's periods and units
   */
  static Dataset<Row> of(Dataset<Row> audits, EvaluationFramework framework) {
    var rules = framework.channels();
    var cells = broadcast(Memberships.everyCell(audits.sparkSession(), framework));
    var ofItem = Window.partitionBy(PERIOD, UNIT, ITEM);
    var readOn = size(array_distinct(flatten(collect_set(map_keys(col(TEXTS))).over(ofItem))));
    var expected = rules.compared().isEmpty() ? col(READ_ON) : lit(rules.compared().size());
    return audits
        .join(cells, CollectionConverters.asScala(List.of(PERIOD, UNIT)).toSeq(), "left_semi")
        .where(isCompared(rules.compared()))
        .select(
            col(PERIOD),
            col(UNIT),
            col(ITEM),
            col(ELEMENT),
            col(CHANNEL),
            col(VALUE),
            Normalised.of(col(VALUE), rules).as(FORM))
        .repartition(col(PERIOD), col(UNIT), col(ITEM))
        .groupBy(PERIOD, UNIT, ITEM, ELEMENT)
        .agg(
            map_from_entries(sort_array(collect_list(struct(CHANNEL, VALUE)))).as(TEXTS),
            size(collect_set(FORM)).as(N_VERSIONS),
            count(FORM).as(N_TOLD))
        .withColumn(N_CHANNELS, size(col(TEXTS)))
        .withColumn(READ_ON, readOn)
        .withColumn(EXPECTED_CHANNELS, expected)
        .withColumn(OUTCOME, outcome())
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()))
        .drop(N_TOLD, READ_ON);
  }

  /** Silence and what was not read are never agreement; one channel alone agrees with nobody. */
  private static Column outcome() {
    return when(col(N_VERSIONS).gt(1), DIFFERENTLY)
        .when(col(READ_ON).lt(2), UNCOMPARED)
        .when(col(N_TOLD).lt(col(N_CHANNELS)), SILENTLY)
        .when(col(N_CHANNELS).lt(col(EXPECTED_CHANNELS)), UNCOMPARED)
        .otherwise(CONSISTENTLY);
  }

  private static Column isCompared(Collection<String> channels) {
    return channels.isEmpty() ? lit(true) : col(CHANNEL).isin(channels.stream().sorted().toArray());
  }
}
