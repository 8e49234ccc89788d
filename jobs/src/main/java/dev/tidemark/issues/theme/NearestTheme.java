package dev.tidemark.issues.theme;

import static dev.tidemark.table.Col.COPY_OF;
import static dev.tidemark.table.Col.ID;
import static dev.tidemark.table.Col.PARENT_ID;
import static dev.tidemark.table.Col.THEME_ID;
import static dev.tidemark.table.Col.VECTOR;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** The theme of texts it was not learnt from: the one whose centre is nearest. */
final class NearestTheme {
  /** A text's message, its theme and the theme above. */
  static final StructType PLACED =
      new StructType()
          .add(COPY_OF, StringType, false)
          .add(THEME_ID, StringType, false)
          .add(PARENT_ID, StringType, false);

  /**
   * Where a theme is.
   *
   * @param fence the least cosine with the centre
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Centre(String theme, String parent, float[] direction, double fence)
      implements Serializable {}

  private NearestTheme() {}

  /**
   * Places texts; one that is far out even in the nearest theme is in none.
   *
   * @param texts {@code id} and {@code vector}
   * @return rows of {@link #PLACED}
   */
  static Dataset<Row> of(Dataset<Row> texts, Space space, List<Centre> centres) {
    return texts
        .select(col(ID), col(VECTOR))
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new Placing(space, centres).placed(rows),
            Encoders.row(PLACED));
  }

  private record Placing(Space space, List<Centre> centres) {
    Iterator<Row> placed(Iterator<Row> texts) {
      Iterable<Row> all = () -> texts;
      return StreamSupport.stream(all.spliterator(), false)
          .flatMap(text -> placed(text).stream())
          .iterator();
    }

    private Optional<Row> placed(Row text) {
      var direction = space.direction(LearntTexts.floats(text.getList(1)));
      Centre nearest = null;
      double highest = Double.NEGATIVE_INFINITY;
      for (var centre : centres) {
        double cosine = Space.cosine(direction, centre.direction());
        if (cosine > highest) {
          highest = cosine;
          nearest = centre;
        }
      }
      return nearest != null && highest >= nearest.fence()
          ? Optional.of(RowFactory.create(text.getString(0), nearest.theme(), nearest.parent()))
          : Optional.empty();
    }
  }
}
