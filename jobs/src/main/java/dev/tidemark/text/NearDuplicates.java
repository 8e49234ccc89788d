package dev.tidemark.text;

import static dev.tidemark.table.Col.AUTHOR;
import static dev.tidemark.table.Col.CLEAN_TEXT;
import static dev.tidemark.table.Col.CONTENT_HASH;
import static dev.tidemark.table.Col.COPY_OF;
import static dev.tidemark.table.Col.CREATED_AT;
import static dev.tidemark.table.Col.ID;
import static dev.tidemark.table.Col.TEXT;
import static dev.tidemark.table.Col.TITLE;
import static dev.tidemark.table.Col.VOICE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.ArrayList;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/**
 * Messages that say nearly the same, word by word, and whose voice each of them is.
 *
 * <p>Two texts are near copies if their sets of character runs ({@link Shingles}) have a Jaccard
 * similarity of {@link #SIMILARITY}. Only texts that share a bucket ({@link MinHash}) are compared,
 * in each bucket with the first and with the one before: never all pairs. Copies of copies are
 * copies. The result does not depend on partitions or the order of rows.
 */
public final class NearDuplicates {
  /** From here on two texts are near copies. */
  public static final double SIMILARITY = 0.8;

  private static final String SHINGLES = "shingles";
  private static final String BUCKETS = "buckets";
  private static final String BUCKET = "bucket";
  private static final String OTHER = "other";
  private static final String OTHERS = "others";
  private static final String OTHER_SHINGLES = "other_shingles";
  private static final String GROUP = "copies";

  private static final StructType SIGNATURE =
      new StructType()
          .add(CONTENT_HASH, StringType, false)
          .add(SHINGLES, createArrayType(LongType, false), false)
          .add(BUCKETS, createArrayType(LongType, false), false);

  private static final StructType MEMBERSHIP =
      new StructType().add(CONTENT_HASH, StringType, false).add(GROUP, StringType, false);

  private NearDuplicates() {}

  /**
   * What messages say.
   *
   * @param messages a table's rows, masked
   * @return the same rows with {@code clean_text} and {@code content_hash}
   */
  public static Dataset<Row> cleaned(Dataset<Row> messages) {
    return messages
        .withColumn(CLEAN_TEXT, CleanText.of(col(TITLE), col(TEXT)))
        .withColumn(CONTENT_HASH, sha2(col(CLEAN_TEXT), 256));
  }

  /**
   * What contents are compared by, one row for each: {@code content_hash}, its character runs and
   * its buckets. Read several times by {@link #of}: whoever looks for near copies keeps it.
   *
   * @param contents {@code content_hash} and {@code clean_text}
   */
  public static Dataset<Row> signatures(Dataset<Row> contents) {
    return contents
        .select(CONTENT_HASH, CLEAN_TEXT)
        .distinct()
        .mapPartitions((MapPartitionsFunction<Row, Row>) Signing::new, Encoders.row(SIGNATURE));
  }

  /**
   * Finds them.
   *
   * @param cleaned messages as {@link #cleaned} returns them
   * @param signatures those of their contents at least
   * @return the same rows with {@code copy_of} (the earliest message of its near copies, itself
   *     included) and {@code voice}: the author, or where none is told the near copies as one
   */
  public static Dataset<Row> of(Dataset<Row> cleaned, Dataset<Row> signatures) {
    var own = signatures.join(cleaned.select(CONTENT_HASH).distinct(), CONTENT_HASH);
    var earliestFirst = Window.partitionBy(GROUP).orderBy(CREATED_AT, ID);
    return cleaned
        .join(groups(own), CONTENT_HASH, "left")
        .withColumn(GROUP, coalesce(col(GROUP), col(CONTENT_HASH)))
        .withColumn(COPY_OF, first(ID).over(earliestFirst))
        .withColumn(VOICE, coalesce(col(AUTHOR), concat(lit("text:"), col(GROUP))))
        .drop(GROUP);
  }

  /** One row for each content that is a near copy of another. */
  private static Dataset<Row> groups(Dataset<Row> signatures) {
    var others = signatures.select(col(CONTENT_HASH).as(OTHER), col(SHINGLES).as(OTHER_SHINGLES));
    var similarity =
        size(array_intersect(col(SHINGLES), col(OTHER_SHINGLES)))
            .divide(size(array_union(col(SHINGLES), col(OTHER_SHINGLES))));
    return candidates(signatures)
        .join(signatures.select(CONTENT_HASH, SHINGLES), CONTENT_HASH)
        .join(others, OTHER)
        .where(similarity.geq(SIMILARITY))
        .select(CONTENT_HASH, OTHER)
        .coalesce(1)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) NearDuplicates::connected, Encoders.row(MEMBERSHIP));
  }

  private static Dataset<Row> candidates(Dataset<Row> signatures) {
    var bucket = Window.partitionBy(BUCKET).orderBy(CONTENT_HASH);
    var met = signatures.select(col(CONTENT_HASH), explode(col(BUCKETS)).as(BUCKET));
    var others = array(first(CONTENT_HASH).over(bucket), lag(CONTENT_HASH, 1).over(bucket));
    return met.withColumn(OTHERS, others)
        .select(col(CONTENT_HASH), explode(col(OTHERS)).as(OTHER))
        .where(col(OTHER).notEqual(col(CONTENT_HASH)))
        .select(CONTENT_HASH, OTHER)
        .distinct();
  }

  private static Iterator<Row> connected(Iterator<Row> pairs) {
    var groups = new ConnectedNames();
    pairs.forEachRemaining(pair -> groups.join(pair.getString(0), pair.getString(1)));
    var rows = new ArrayList<Row>();
    groups.names().forEach(name -> rows.add(RowFactory.create(name, groups.groupOf(name))));
    return rows.iterator();
  }

  /** Signs contents one by one. */
  private record Signing(Iterator<Row> contents) implements Iterator<Row> {
    @Override
    public boolean hasNext() {
      return contents.hasNext();
    }

    @Override
    public Row next() {
      var content = contents.next();
      var shingles = Shingles.of(content.getString(1));
      // What says nothing is like nothing else.
      var buckets = shingles.length == 0 ? new long[0] : MinHash.buckets(shingles);
      return RowFactory.create(content.getString(0), shingles, buckets);
    }
  }
}
