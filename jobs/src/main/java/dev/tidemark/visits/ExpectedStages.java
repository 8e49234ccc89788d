package dev.tidemark.visits;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.Title;
import dev.tidemark.framework.VisitRules;
import dev.tidemark.job.PeriodPairs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The stages a unit's total needs, period by period: the framework's in each; without any declared,
 * all that some unit has in the period, by name.
 *
 * @param byPeriod every period of the framework, each with its stages in order
 */
record ExpectedStages(Map<String, List<VisitRules.Stage>> byPeriod) {
  /**
   * A stage that the data have.
   *
   * @param period where some unit has it
   */
  record Found(String period, String stage) {}

  static ExpectedStages of(EvaluationFramework framework, Collection<Found> found) {
    var declared = framework.visits().stages();
    return new ExpectedStages(
        framework.periods().stream()
            .map(Period::id)
            .collect(
                toMap(
                    Function.identity(),
                    period -> declared.isEmpty() ? named(period, found) : declared)));
  }

  private static List<VisitRules.Stage> named(String period, Collection<Found> found) {
    return found.stream()
        .filter(stage -> stage.period().equals(period))
        .map(Found::stage)
        .collect(collectingAndThen(toCollection(TreeSet::new), List::copyOf))
        .stream()
        .map(id -> new VisitRules.Stage(id, Title.of(id)))
        .toList();
  }

  /** Stages of the data that count nowhere, since the framework does not list them; by name. */
  List<String> leftOut(Collection<Found> found) {
    return found.stream()
        .filter(stage -> !ids(stage.period()).contains(stage.stage()))
        .map(Found::stage)
        .distinct()
        .sorted()
        .toList();
  }

  /** How many stages either period should have. */
  int count(PeriodPairs.Pair pair) {
    var either = new HashSet<>(ids(pair.from()));
    either.addAll(ids(pair.to()));
    return either.size();
  }

  /** One row per period and stage, with its {@code ordinal} from 0 and its titles. */
  Dataset<Row> rows(SparkSession spark) {
    var rows = new ArrayList<Row>();
    byPeriod.forEach(
        (period, stages) -> {
          for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            rows.add(
                RowFactory.create(period, stage.id(), i, stage.title().zh(), stage.title().en()));
          }
        });
    return spark.createDataFrame(
        rows,
        new StructType()
            .add(PERIOD, DataTypes.StringType, false)
            .add(STAGE, DataTypes.StringType, false)
            .add(ORDINAL, DataTypes.IntegerType, false)
            .add(TITLE_ZH, DataTypes.StringType, false)
            .add(TITLE_EN, DataTypes.StringType, false));
  }

  /** One row per period, with how many stages it should have as {@code column}. */
  Dataset<Row> counts(SparkSession spark, String column) {
    var rows =
        byPeriod.entrySet().stream()
            .map(period -> RowFactory.create(period.getKey(), (long) period.getValue().size()))
            .toList();
    return spark.createDataFrame(
        rows,
        new StructType()
            .add(PERIOD, DataTypes.StringType, false)
            .add(column, DataTypes.LongType, false));
  }

  private List<String> ids(String period) {
    return byPeriod.get(period).stream().map(VisitRules.Stage::id).toList();
  }
}
