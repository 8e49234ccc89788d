package dev.tidemark.visits;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toCollection;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.Title;
import dev.tidemark.framework.VisitRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The stages a unit's total needs, the same in every period: the framework's; without any declared,
 * all that some unit has in some period, by name. So no total is one of fewer stages than that of
 * another period.
 *
 * @param stages in their order
 */
record ExpectedStages(List<VisitRules.Stage> stages) {
  /**
   * A stage that the data have.
   *
   * @param period where some unit has it
   */
  record Found(String period, String stage) {}

  static ExpectedStages of(EvaluationFramework framework, Collection<Found> found) {
    var declared = framework.visits().stages();
    return new ExpectedStages(declared.isEmpty() ? named(found) : declared);
  }

  private static List<VisitRules.Stage> named(Collection<Found> found) {
    return found.stream()
        .map(Found::stage)
        .collect(collectingAndThen(toCollection(TreeSet::new), List::copyOf))
        .stream()
        .map(id -> new VisitRules.Stage(id, Title.of(id)))
        .toList();
  }

  /** Stages of the data that count nowhere, since the framework does not list them; by name. */
  List<String> leftOut(Collection<Found> found) {
    var ids = ids();
    return found.stream()
        .map(Found::stage)
        .filter(stage -> !ids.contains(stage))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Stages that no unit has in a period, so that no unit has a total in it; of periods in which
   * something was observed.
   *
   * @return such as {@code seal in 2025H1}, in the order of periods and stages
   */
  List<String> lacking(Collection<Found> found, EvaluationFramework framework) {
    return framework.periods().stream()
        .map(Period::id)
        .filter(period -> found.stream().anyMatch(stage -> stage.period().equals(period)))
        .flatMap(
            period ->
                ids().stream()
                    .filter(stage -> !found.contains(new Found(period, stage)))
                    .map(stage -> stage + " in " + period))
        .toList();
  }

  /** One row per stage, with its {@code ordinal} from 0 and its titles. */
  Dataset<Row> rows(SparkSession spark) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < stages.size(); i++) {
      var stage = stages.get(i);
      rows.add(RowFactory.create(stage.id(), i, stage.title().zh(), stage.title().en()));
    }
    return spark.createDataFrame(
        rows,
        new StructType()
            .add(STAGE, DataTypes.StringType, false)
            .add(ORDINAL, DataTypes.IntegerType, false)
            .add(TITLE_ZH, DataTypes.StringType, false)
            .add(TITLE_EN, DataTypes.StringType, false));
  }

  private List<String> ids() {
    return stages.stream().map(VisitRules.Stage::id).toList();
  }
}
