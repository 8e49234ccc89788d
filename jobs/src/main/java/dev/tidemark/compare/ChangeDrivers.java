package dev.tidemark.compare;

import dev.tidemark.table.Tables;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The table {@code change_drivers} of some pairs of periods; the same rows wherever made. */
final class ChangeDrivers implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int UNITS = 16;

  private final ArrayList<Drivers> pairs = new ArrayList<>();
  private final ArrayList<Piece> pieces = new ArrayList<>();
  private final boolean isSmall;

  ChangeDrivers(String framework, List<PairedScores> pairs) {
    isSmall = Pieces.isSmall(pairs);
    for (var pair : pairs) {
      int units = pair.units().size();
      for (int first = 0; first < units; first += UNITS) {
        pieces.add(new Piece(this.pairs.size(), first, Math.min(units, first + UNITS)));
      }
      this.pairs.add(new Drivers(framework, pair));
    }
  }

  private record Piece(int pair, int first, int end) implements Serializable {}

  /** The rows, made where that is quicker. */
  Dataset<Row> rows(SparkSession spark) {
    return isSmall
        ? spark.createDataFrame(onDriver(), Tables.CHANGE_DRIVERS.schema())
        : onExecutors(spark);
  }

  /** The rows, made by the driver's threads. */
  List<Row> onDriver() {
    return pairs.parallelStream().map(Drivers::rows).flatMap(List::stream).toList();
  }

  /** The rows, made by Spark's tasks; those of 'all', which need every unit, by the driver's. */
  Dataset<Row> onExecutors(SparkSession spark) {
    var ofAll = pairs.parallelStream().map(Drivers::ofAll).flatMap(List::stream).toList();
    return Pieces.spread(spark, Tables.CHANGE_DRIVERS, pieces, this::ofUnits)
        .union(spark.createDataFrame(ofAll, Tables.CHANGE_DRIVERS.schema()));
  }

  private List<Row> ofUnits(Piece piece) {
    return pairs.get(piece.pair).ofUnits(IntStream.range(piece.first, piece.end));
  }
}
