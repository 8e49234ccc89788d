package dev.tidemark.promotion;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.tidemark.framework.OnlineDepth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;

/** Depths as their places among {@link OnlineDepth}, from 0 for the shallowest. */
final class Depths {
  /** An empty list of texts. */
  static final Column NO_TEXTS = array().cast(createArrayType(StringType));

  private static final List<OnlineDepth> IN_ORDER = Arrays.asList(OnlineDepth.values());

  private Depths() {}

  static int place(OnlineDepth depth) {
    return IN_ORDER.indexOf(depth);
  }

  /** The place of the depth that a text claims; null if it is no word of any. */
  static Column claimed(Column text, Map<OnlineDepth, Set<String>> words) {
    var place = lit(null).cast(IntegerType);
    for (var depth : words.entrySet()) {
      var isClaimed = lower(trim(text)).isin(depth.getValue().stream().sorted().toArray());
      place = when(isClaimed, place(depth.getKey())).otherwise(place);
    }
    return place;
  }

  /** The name of the lower median of a group's places; null if it has none. */
  static Column lowerMedian(Column places) {
    var ascending = sort_array(collect_list(places));
    var middle = element_at(ascending, floor(size(ascending).plus(1).divide(2)).cast(IntegerType));
    return when(size(collect_list(places)).gt(0), name(middle));
  }

  private static Column name(Column place) {
    var name = lit(null).cast(StringType);
    for (var depth : IN_ORDER) {
      name = when(place.equalTo(place(depth)), depth.id()).otherwise(name);
    }
    return name;
  }
}
