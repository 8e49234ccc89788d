package dev.tidemark.visits;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import java.util.ArrayList;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The framework's units, and the groups they belong to. */
final class Memberships {
  private Memberships() {}

  /** One row per unit. */
  static Dataset<Row> units(SparkSession spark, EvaluationFramework framework) {
    var rows = framework.units().stream().map(unit -> RowFactory.create(unit.id())).toList();
    return spark.createDataFrame(rows, new StructType().add(UNIT, DataTypes.StringType, false));
  }

  /** One row per unit and group, 'all' among them; none for a column where it has no group. */
  static Dataset<Row> of(SparkSession spark, EvaluationFramework framework) {
    var rows = new ArrayList<Row>();
    for (var unit : framework.units()) {
      rows.add(RowFactory.create(unit.id(), Period.ALL, Period.ALL));
      framework.groups().stream()
          .filter(unit.groups()::containsKey)
          .forEach(by -> rows.add(RowFactory.create(unit.id(), by, unit.groups().get(by))));
    }
    return spark.createDataFrame(
        rows,
        new StructType()
            .add(UNIT, DataTypes.StringType, false)
            .add(GROUP_BY, DataTypes.StringType, false)
            .add(GROUP_ID, DataTypes.StringType, false));
  }
}
