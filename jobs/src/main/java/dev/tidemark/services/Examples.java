package dev.tidemark.services;

import static dev.tidemark.table.Col.ID;
import static dev.tidemark.table.Col.KIND;
import static dev.tidemark.table.Col.PERIOD;
import static dev.tidemark.table.Col.SUBMITTED_AT;
import static dev.tidemark.table.Col.UNIT;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_micros;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One enquiry to look at for each unit below the floor: of those beyond it the one sent first, of
 * several sent at once the first by its id.
 *
 * <p>Counting knows when that was; which it was is asked afterwards, of the few sent then.
 */
final class Examples {
  /** Whose enquiries. */
  record Place(String period, String kind, String unit) {}

  private static final String OF_PERIOD = "of_period";
  private static final String OF_KIND = "of_kind";
  private static final String OF_UNIT = "of_unit";
  private static final StructType FIRST =
      new StructType()
          .add(OF_PERIOD, DataTypes.StringType, false)
          .add(OF_KIND, DataTypes.StringType, false)
          .add(OF_UNIT, DataTypes.StringType, false)
          .add(OutcomeCounts.FIRST_BEYOND, DataTypes.LongType, false);

  private Examples() {}

  /**
   * The enquiries sent when the first beyond the floor was.
   *
   * @param enquiries {@code enquiries}
   * @param firstBeyond in microseconds of 1970
   */
  static Dataset<Row> candidates(Dataset<Row> enquiries, Map<Place, Long> firstBeyond) {
    var rows =
        firstBeyond.entrySet().stream()
            .map(
                first -> {
                  var place = first.getKey();
                  return RowFactory.create(
                      place.period(), place.kind(), place.unit(), first.getValue());
                })
            .toList();
    var isSentThen =
        unix_micros(col(SUBMITTED_AT))
            .equalTo(col(OutcomeCounts.FIRST_BEYOND))
            .and(col(UNIT).equalTo(col(OF_UNIT)))
            .and(col(KIND).equalTo(col(OF_KIND)))
            .and(col(PERIOD).equalTo(col(OF_PERIOD)));
    var first = enquiries.sparkSession().createDataFrame(rows, FIRST);
    return enquiries.join(broadcast(first), isSentThen, "left_semi");
  }

  /**
   * The first by its id of each unit.
   *
   * @param outcomes of the candidates
   */
  static Dataset<Row> of(Dataset<Row> outcomes) {
    return outcomes.where(OutcomeCounts.isBeyond()).groupBy(PERIOD, KIND, UNIT).agg(min(ID).as(ID));
  }

  /** Ids by place, of rows of {@link #of}. */
  static Map<Place, String> byPlace(List<Row> rows) {
    var ids = new HashMap<Place, String>();
    for (var row : rows) {
      ids.put(new Place(row.getAs(PERIOD), row.getAs(KIND), row.getAs(UNIT)), row.getAs(ID));
    }
    return ids;
  }
}
