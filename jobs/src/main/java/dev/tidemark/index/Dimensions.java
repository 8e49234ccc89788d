package dev.tidemark.index;

import dev.tidemark.framework.Composite;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.Leaf;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The framework's tree and units as tables, so that SQL can name what the scores are of. */
final class Dimensions {
  private Dimensions() {}

  /** The table {@code nodes}. */
  static Dataset<Row> nodes(SparkSession spark, EvaluationFramework framework) {
    var numbering = Numbering.of(framework);
    var parents = new HashMap<String, Indicator>();
    for (var node : framework.nodes()) {
      if (node instanceof Composite composite) {
        composite.children().forEach(child -> parents.put(child.id(), composite));
      }
    }
    var rows = new ArrayList<Row>();
    for (var node : framework.nodes()) {
      rows.add(
          RowFactory.create(
              framework.id(),
              framework.version(),
              node.id(),
              rows.size(),
              parents.containsKey(node.id()) ? parents.get(node.id()).id() : null,
              depth(node, parents),
              kind(node),
              numbering.weight(node),
              node.title().zh(),
              node.title().en()));
    }
    return spark.createDataFrame(rows, Tables.NODES.schema());
  }

  /** The table {@code units}. */
  static Dataset<Row> units(SparkSession spark, EvaluationFramework framework) {
    List<Row> rows =
        framework.units().stream()
            .map(
                unit ->
                    RowFactory.create(
                        framework.id(),
                        framework.version(),
                        unit.id(),
                        unit.title().zh(),
                        unit.title().en(),
                        scala.jdk.javaapi.CollectionConverters.asScala(
                            new TreeMap<>(unit.groups()))))
            .toList();
    return spark.createDataFrame(rows, Tables.UNITS.schema());
  }

  private static int depth(Indicator node, Map<String, Indicator> parents) {
    var parent = parents.get(node.id());
    return parent == null ? 0 : 1 + depth(parent, parents);
  }

  private static String kind(Indicator node) {
    if (node instanceof Composite composite) {
      return composite.aggregate().name().toLowerCase(Locale.ROOT);
    }
    var scoring = ((Leaf) node).scoring().getClass().getSimpleName();
    return scoring.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
