package dev.tidemark.issues;

import static dev.tidemark.table.Col.*;

import dev.tidemark.days.Calendars;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.issues.label.Labeller;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What was found, as rows of the tables. */
final class IssueRecords {
  /** A message of a period, as its window knew it. */
  private record Known(int period, String copyOf, String voice) {}

  private static final StructType CENTRES =
      new StructType()
          .add(PERIOD, DataTypes.StringType, false)
          .add(ISSUE_ID, DataTypes.StringType, false)
          .add(VECTOR, DataTypes.createArrayType(DataTypes.FloatType, false), false)
          .add(CENTRALITY, DataTypes.DoubleType, false);

  private static final StructType UNSCORED =
      new StructType(
          Arrays.stream(Tables.ISSUES.schema().fields())
              .filter(field -> !IssueScoring.COLUMNS.contains(field.name()))
              .toArray(StructField[]::new));

  private final EvaluationFramework framework;
  private final Calendars calendars;
  private final List<String> periods;
  private final Map<String, Known> messages = new TreeMap<>();
  private final List<Row> issues = new ArrayList<>();
  private final List<Row> lineage = new ArrayList<>();
  private final List<Row> centres = new ArrayList<>();

  IssueRecords(EvaluationFramework framework) {
    this.framework = framework;
    calendars = Calendars.of(framework.calendar());
    periods = framework.periods().stream().map(Period::id).toList();
  }

  /** Takes over the messages that earlier runs saw in the periods before those searched. */
  void keep(IssueHistory history, int before) {
    for (var row : history.before(before, Tables.ISSUE_MESSAGES)) {
      messages.put(
          row.getAs(ID),
          new Known(
              periods.indexOf(row.<String>getAs(PERIOD)), row.getAs(COPY_OF), row.getAs(VOICE)));
    }
  }

  /**
   * Takes what a period has found.
   *
   * @param keywords by issue
   */
  void add(
      int period,
      List<Message> window,
      IssueFold.Step step,
      Map<String, List<String>> keywords,
      Labeller labeller) {
    window.stream()
        .filter(message -> message.period() == period)
        .forEach(m -> messages.put(m.id(), new Known(period, m.copyOf(), m.voice())));
    step.states()
        .forEach(
            state ->
                issues.add(row(state, keywords.getOrDefault(state.issue(), List.of()), labeller)));
    step.states().stream()
        .filter(state -> state.centre() != null)
        .forEach(
            state ->
                centres.add(
                    RowFactory.create(
                        periods.get(period), state.issue(), state.centre(), state.centrality())));
    step.lineage()
        .forEach(
            one ->
                lineage.add(
                    RowFactory.create(
                        framework.id(),
                        framework.version(),
                        periods.get(period),
                        one.issue(),
                        one.parent(),
                        one.kind().name().toLowerCase(Locale.ROOT),
                        (long) one.common())));
  }

  /** Rows of {@code issues} of the periods searched, without their scores. */
  Dataset<Row> issues(SparkSession spark) {
    return spark.createDataFrame(issues, UNSCORED);
  }

  /** {@code period}, {@code issue_id}, {@code vector} and {@code centrality} of the same. */
  Dataset<Row> centres(SparkSession spark) {
    return spark.createDataFrame(centres, CENTRES);
  }

  /** Rows of {@code issue_lineage}. */
  Dataset<Row> lineage(SparkSession spark) {
    return spark.createDataFrame(lineage, Tables.ISSUE_LINEAGE.schema());
  }

  /** Rows of {@code issue_messages}. */
  Dataset<Row> messages(SparkSession spark, IssueMemory memory) {
    var rows = new ArrayList<Row>();
    messages.forEach(
        (id, known) -> {
          var issue = memory.of(id);
          rows.add(
              RowFactory.create(
                  framework.id(),
                  framework.version(),
                  periods.get(known.period()),
                  id,
                  null,
                  issue == null ? null : issue.issue(),
                  issue == null ? null : periods.get(issue.since()),
                  issue == null ? null : issue.similarity(),
                  known.copyOf(),
                  known.voice()));
        });
    return spark.createDataFrame(rows, Tables.ISSUE_MESSAGES.schema());
  }

  /** Rows of {@code issue_periods}, up to a period. */
  Dataset<Row> periods(SparkSession spark, IssueMemory memory, IssueHistory history, int last) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i <= last; i++) {
      int period = i;
      var own =
          messages.entrySet().stream()
              .filter(entry -> entry.getValue().period() == period)
              .toList();
      long background = own.stream().filter(entry -> !memory.has(entry.getKey())).count();
      long found =
          own.stream()
              .filter(entry -> memory.has(entry.getKey()))
              .map(entry -> memory.of(entry.getKey()).issue())
              .distinct()
              .count();
      rows.add(
          RowFactory.create(
              framework.id(),
              framework.version(),
              periods.get(i),
              (long) own.size(),
              background,
              found,
              history.fingerprint(i)));
    }
    return spark.createDataFrame(rows, Tables.ISSUE_PERIODS.schema());
  }

  private Row row(IssueState state, List<String> keywords, Labeller labeller) {
    var now = new IssueFacts(state.messages());
    var before = new IssueFacts(state.previous());
    boolean isFirst = state.period() == 0;
    return RowFactory.create(
        framework.id(),
        framework.version(),
        periods.get(state.period()),
        state.issue(),
        labeller.label(
            new Labeller.Draft(
                state.label(), keywords, List.copyOf(state.representatives().values()))),
        keywords.isEmpty() ? null : keywords.toArray(String[]::new),
        (long) now.size(),
        isFirst ? null : (long) before.size(),
        (long) now.voices(),
        isFirst ? null : (long) before.voices(),
        periods.get(state.born()),
        state.trend().trend().word(),
        orNull(state.trend().p()),
        orNull(state.trend().adjusted()),
        now.unresolvedRate(),
        now.medianDays(
            (unit, moments) ->
                calendars.forUnit(unit).between(moments[0], moments[1], framework.timezone())),
        now.top(Message::unit),
        now.top(Message::department),
        now.top(Message::stage),
        (long) now.units().size(),
        state.representatives().keySet().toArray(String[]::new));
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
