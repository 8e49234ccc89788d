package dev.tidemark.index;

import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;

import dev.tidemark.framework.Composite;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.Leaf;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Units, periods and nodes as numbers from 0, in the framework's order: what the millions of rows
 * between observation and result carry instead of names.
 *
 * <p>The number after the last period stands for {@link Period#ALL}.
 */
final class Numbering {
  static final String UNIT_NO = "unit_no";
  static final String PERIOD_NO = "period_no";
  static final String LEAF_NO = "leaf_no";

  private final List<String> units;
  private final List<String> periods;
  private final List<Leaf> leaves;
  private final List<Indicator> nodes;
  private final Map<String, Double> weights = new HashMap<>();

  private Numbering(EvaluationFramework framework) {
    this.units = framework.units().stream().map(Unit::id).toList();
    this.periods = framework.periods().stream().map(Period::id).toList();
    this.leaves = framework.leaves();
    this.nodes = framework.nodes();
    weigh(framework.index(), 1.0);
  }

  static Numbering of(EvaluationFramework framework) {
    return new Numbering(framework);
  }

  List<Leaf> leaves() {
    return leaves;
  }

  List<Indicator> nodes() {
    return nodes;
  }

  int periods() {
    return periods.size();
  }

  /**
   * How many leaves times periods there are: a leaf's cell is the period's number × leaves + its
   * own.
   */
  int cells() {
    return periods.size() * leaves.size();
  }

  int units() {
    return units.size();
  }

  int number(Leaf leaf) {
    return leaves.indexOf(leaf);
  }

  /** A node's weight in the whole index, 0 to 1. */
  double weight(Indicator node) {
    return weights.get(node.id());
  }

  /** The id of a node's number. */
  Column nodeId(Column number) {
    return element_at(
        lit(nodes.stream().map(Indicator::id).toArray(String[]::new)), number.plus(1));
  }

  /** The weight in the whole index of a node's number. */
  Column weight(Column number) {
    return element_at(lit(nodes.stream().mapToDouble(this::weight).toArray()), number.plus(1));
  }

  /** The name of a period's number. */
  Column periodId(Column number) {
    var names = Stream.concat(periods.stream(), Stream.of(Period.ALL)).toArray(String[]::new);
    return element_at(lit(names), number.plus(1));
  }

  /** One row per unit: its id as {@code id}, its number as {@code number}. */
  Dataset<Row> unitNumbers(SparkSession spark, String id, String number) {
    return numbered(spark, units, id, number);
  }

  /** One row per period. */
  Dataset<Row> periodNumbers(SparkSession spark, String id, String number) {
    return numbered(spark, periods, id, number);
  }

  /** One row per leaf that {@code observations} observes. */
  Dataset<Row> observedLeafNumbers(SparkSession spark, String id, String number) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < leaves.size(); i++) {
      if (leaves.get(i).derivation().isEmpty()) {
        rows.add(RowFactory.create(leaves.get(i).id(), i));
      }
    }
    return spark.createDataFrame(rows, schema(id, number));
  }

  private static Dataset<Row> numbered(
      SparkSession spark, List<String> ids, String id, String number) {
    var rows =
        IntStream.range(0, ids.size()).mapToObj(i -> RowFactory.create(ids.get(i), i)).toList();
    return spark.createDataFrame(rows, schema(id, number));
  }

  private static StructType schema(String id, String number) {
    return new StructType()
        .add(id, DataTypes.StringType, false)
        .add(number, DataTypes.IntegerType, false);
  }

  private void weigh(Indicator node, double weight) {
    weights.put(node.id(), weight);
    if (node instanceof Composite composite) {
      composite.children().forEach(child -> weigh(child, weight * child.share()));
    }
  }
}
