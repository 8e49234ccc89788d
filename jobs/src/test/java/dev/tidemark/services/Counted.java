package dev.tidemark.services;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Scoring;
import dev.tidemark.framework.ServiceFloor;
import dev.tidemark.support.Frameworks;
import dev.tidemark.table.TableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Complaints to the units a and b, of the east, and c, as {@link OutcomeCounts} counts them. */
final class Counted {
  private static final EvaluationFramework FRAMEWORK =
      Frameworks.framework(
          List.of("P1", "P2"),
          List.of("region"),
          List.of(
              Frameworks.unit("a", Map.of("region", "east")),
              Frameworks.unit("b", Map.of("region", "east")),
              Frameworks.unit("c", Map.of())),
          Frameworks.root(Frameworks.leaf("leaf", 1, new Scoring.Direct())));

  private final Tallies tallies = new Tallies(FRAMEWORK.units(), FRAMEWORK.groups());

  /**
   * Adds complaints that waited as long; those answered in time are resolved, the late ones not.
   * The first beyond the floor was sent as many microseconds after 1970 began as days waited.
   *
   * @param counts answered in time, late, not answered, undetermined
   */
  Counted add(String period, String unit, int waited, long... counts) {
    long answered = counts[0] + counts[1];
    long beyond = counts[1] + counts[2];
    var cells =
        new ArrayList<Object>(
            Arrays.asList(period, "complaint", unit, waited, beyond > 0 ? (long) waited : null));
    cells.addAll(
        List.of(
            Arrays.stream(counts).sum(),
            answered,
            counts[0],
            counts[0],
            counts[1],
            counts[2],
            counts[3],
            counts[0],
            answered));
    tallies.add(new GenericRowWithSchema(cells.toArray(), schema()));
    return this;
  }

  Tallies tallies() {
    return tallies;
  }

  static EvaluationFramework framework() {
    return FRAMEWORK;
  }

  /** Complaints have a floor of five working days, which this share must keep. */
  static EvaluationFramework promising(double share) {
    return Frameworks.promising(FRAMEWORK, Map.of("complaint", new ServiceFloor(5, share)));
  }

  /** One row whose cell {@code key} is {@code id}, with names. */
  static Row row(TableSpec table, List<Row> rows, String key, String id) {
    return rows.stream()
        .map(row -> named(table, row))
        .filter(row -> id.equals(row.getAs(key)))
        .findFirst()
        .orElseThrow();
  }

  private static Row named(TableSpec table, Row row) {
    var cells = new Object[row.size()];
    Arrays.setAll(cells, row::get);
    return new GenericRowWithSchema(cells, table.schema());
  }

  private static StructType schema() {
    var schema =
        new StructType()
            .add(PERIOD, DataTypes.StringType)
            .add(KIND, DataTypes.StringType)
            .add(UNIT, DataTypes.StringType)
            .add(WAITED_WORKING_DAYS, DataTypes.IntegerType)
            .add(OutcomeCounts.FIRST_BEYOND, DataTypes.LongType);
    for (var count : ServiceLevels.COUNTS) {
      schema = schema.add(count, DataTypes.LongType);
    }
    return schema;
  }
}
