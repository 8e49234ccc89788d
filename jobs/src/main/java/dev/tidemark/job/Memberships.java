package dev.tidemark.job;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.broadcast;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** The framework's units in its periods, and the groups they belong to. */
public final class Memberships {
  private Memberships() {}

  /** One row per unit of the framework. */
  public static Dataset<Row> units(SparkSession spark, EvaluationFramework framework) {
    return ids(spark, UNIT, framework.units().stream().map(unit -> unit.id()).toList());
  }

  /** One row per period and unit of the framework. */
  public static Dataset<Row> everyCell(SparkSession spark, EvaluationFramework framework) {
    return ids(spark, PERIOD, framework.periods().stream().map(Period::id).toList())
        .crossJoin(units(spark, framework));
  }

  /** The rows of a table whose period and unit the framework has. */
  public static Dataset<Row> ofCells(Dataset<Row> rows, EvaluationFramework framework) {
    return rows.join(
        broadcast(everyCell(rows.sparkSession(), framework)),
        CollectionConverters.asScala(List.of(PERIOD, UNIT)).toSeq(),
        "left_semi");
  }

  /** The rows of a table whose unit the framework has. */
  public static Dataset<Row> ofUnits(Dataset<Row> rows, EvaluationFramework framework) {
    return rows.join(
        broadcast(units(rows.sparkSession(), framework)),
        CollectionConverters.asScala(List.of(UNIT)).toSeq(),
        "left_semi");
  }

  /** One row per unit and group, 'all' among them; none for a column where it has no group. */
  public static Dataset<Row> of(SparkSession spark, EvaluationFramework framework) {
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

  private static Dataset<Row> ids(SparkSession spark, String column, List<String> ids) {
    return spark.createDataFrame(
        ids.stream().map(id -> RowFactory.create(id)).toList(),
        new StructType().add(column, DataTypes.StringType, false));
  }
}
