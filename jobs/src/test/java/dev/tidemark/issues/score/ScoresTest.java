package dev.tidemark.issues.score;

import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Scoring;
import dev.tidemark.support.Findings;
import dev.tidemark.support.Frameworks;
import dev.tidemark.support.SharedSpark;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** In January and February 2020, 31 and 29 days, of three units. */
class ScoresTest {
  private static final EvaluationFramework FRAMEWORK =
      Frameworks.framework(
          List.of("P1", "P2"),
          List.of("u", "v", "w"),
          Frameworks.root(Frameworks.leaf("any", 1, new Scoring.Direct())));

  private static final StructType MEMBERS =
      new StructType()
          .add(PERIOD, DataTypes.StringType)
          .add(ISSUE_ID, DataTypes.StringType)
          .add(VOICE, DataTypes.StringType)
          .add(UNIT, DataTypes.StringType)
          .add(CREATED_AT, DataTypes.TimestampType)
          .add(LIKES, DataTypes.LongType)
          .add(DISLIKES, DataTypes.LongType);

  /** Three people in February, one (twice) in January. */
  private static Dataset<Row> members() {
    return SharedSpark.session()
        .createDataFrame(
            List.of(
                member("P1", "queue", "a", "u", "2020-01-10T12:00:00+08:00", 3L, 1L),
                member("P1", "queue", "a", "u", "2020-01-11T12:00:00+08:00", null, null),
                member("P2", "queue", "b", "u", "2020-02-10T12:00:00+08:00", 7L, null),
                member("P2", "queue", "c", "v", "2020-02-12T12:00:00+08:00", null, null),
                member("P2", "queue", "d", "v", "2020-02-14T12:00:00+08:00", 0L, 1L),
                member("P2", "price", "x", "w", "2020-02-14T12:00:00+08:00", null, null)),
            MEMBERS);
  }

  private static Row member(
      String period, String issue, String voice, String unit, String at, Long up, Long down) {
    var createdAt = Timestamp.from(OffsetDateTime.parse(at).toInstant());
    return RowFactory.create(period, issue, voice, unit, createdAt, up, down);
  }

  @Test
  void heatIsMadeOfVoicesGrowthSpanApprovalAndRecency() {
    var heat = Heat.of(members(), FRAMEWORK).collectAsList();

    var queue = of(heat, "P2", "queue");
    double growth = Math.log(4 / (1 * 29.0 / 31 + 1));
    assertThat(queue.<Long>getAs(VOICES)).isEqualTo(3);
    assertThat(queue.<Long>getAs(PREVIOUS_VOICES)).isEqualTo(1);
    assertThat(queue.<Double>getAs(GROWTH)).isCloseTo(growth, within(1e-12));
    assertThat(queue.<Integer>getAs(SPAN_DAYS)).isEqualTo(5);
    assertThat(queue.<Double>getAs(APPROVAL)).isCloseTo(Math.log(8) - Math.log(2), within(1e-12));
    assertThat(queue.<Double>getAs(MEAN_AGE_DAYS)).isEqualTo(2);
    assertThat(queue.<Double>getAs(RECENCY)).isCloseTo(Math.pow(2, -2.0 / 14), within(1e-12));
    assertThat(queue.<Double>getAs(HEAT))
        .isCloseTo(
            Math.pow(2, -2.0 / 14)
                * (Math.log(4) + 0.5 * growth + 0.25 * Math.log(5) + 0.25 * Math.log(4)),
            within(1e-12));

    var price = of(heat, "P2", "price");
    assertThat(price.<Long>getAs(PREVIOUS_VOICES)).isZero();
    assertThat(price.<Double>getAs(HEAT)).isCloseTo(1.5 * Math.log(2), within(1e-12));

    var first = of(heat, "P1", "queue");
    assertThat(first.<Long>getAs(VOICES)).isEqualTo(1);
    assertThat(first.<Long>getAs(PREVIOUS_VOICES)).isNull();
    assertThat(first.<Double>getAs(GROWTH)).isNull();
    assertThat(first.<Double>getAs(HEAT)).isCloseTo(1.5 * Math.log(2), within(1e-12));
    assertThat(heat).hasSize(3);
  }

  @Test
  void theCoreScoreIsMadeOfPersistenceSpreadAndCentralityAsFarAsKnownThen() {
    var centrality =
        SharedSpark.session()
            .createDataFrame(
                List.of(
                    RowFactory.create("P1", "queue", 1.0),
                    RowFactory.create("P2", "queue", 1.0),
                    RowFactory.create("P2", "price", 0.5)),
                new StructType()
                    .add(PERIOD, DataTypes.StringType)
                    .add(ISSUE_ID, DataTypes.StringType)
                    .add(CENTRALITY, DataTypes.DoubleType));

    var core = CoreScores.of(members(), centrality, FRAMEWORK).collectAsList();

    double spread = Math.log(3) / Math.log(4);
    assertThat(of(core, "P1", "queue").<Double>getAs(CORE_SCORE))
        .isCloseTo(100 * Math.cbrt(0.5), within(1e-9));
    assertThat(of(core, "P2", "queue").<Double>getAs(CORE_SCORE))
        .isCloseTo(100 * Math.cbrt(spread), within(1e-9));
    assertThat(of(core, "P2", "price").<Double>getAs(PERSISTENCE)).isEqualTo(0.5);
    assertThat(of(core, "P2", "price").<Double>getAs(CORE_SCORE)).isCloseTo(50, within(1e-9));
    assertThat(core).hasSize(3);
  }

  /** A star: the leaves have (1 − c) / 3 each, c = 0.133125 / 0.2775. */
  @Test
  void theIssueAroundWhichOthersLieIsTheMostCentral() {
    var edges =
        List.of(
            new IssueGraph.Edge("b", "queue", 0.8),
            new IssueGraph.Edge("queue", "c", 0.8),
            new IssueGraph.Edge("d", "queue", 0.8),
            new IssueGraph.Edge("b", "c", 0));

    var central = IssueGraph.centrality(List.of("queue", "b", "c", "d"), edges);

    double middle = 0.133125 / 0.2775;
    assertThat(central).containsEntry("queue", 1.0);
    assertThat(central.get("b")).isCloseTo((1 - middle) / 3 / middle, within(1e-9));
    assertThat(IssueGraph.centrality(List.of("a", "b"), List.of())).containsValues(1.0, 1.0);
    assertThat(IssueGraph.centrality(List.of(), List.of())).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> IssueGraph.centrality(List.of("a"), List.of(new IssueGraph.Edge("a", "b", 0.5))))
        .withMessage("An edge ends at b, which is no issue.");
  }

  @Test
  void anIssueIsLinkedToTheIndicatorThatIsNearestToIt() {
    var issues = vectors(ISSUE_ID, vector("queue", 1, 0)).selectExpr("'P1' AS period", "*");
    var indicators =
        vectors(
            INDICATOR,
            vector("H11", 0.6f, 0.8f),
            vector("I22", 0.8f, 0.6f),
            vector("I12", 0.8f, 0.6f));

    var link = NearestIndicators.of(issues, indicators).head();

    assertThat(link.<String>getAs(INDICATOR)).isEqualTo("I12");
    assertThat(link.<Double>getAs(INDICATOR_SIMILARITY)).isCloseTo(0.8, within(1e-7));
  }

  @Test
  void anIndicatorIsWhatItsTitlesSay() {
    var texts = NearestIndicators.texts(SharedSpark.session(), FRAMEWORK);

    assertThat(Findings.rows(texts, INDICATOR, CLEAN_TEXT))
        .containsExactly("any " + FRAMEWORK.index().title().zh() + "：any");
  }

  private static Dataset<Row> vectors(String id, Row... rows) {
    var schema =
        new StructType()
            .add(id, DataTypes.StringType)
            .add(VECTOR, DataTypes.createArrayType(DataTypes.FloatType));
    return SharedSpark.session().createDataFrame(Arrays.asList(rows), schema);
  }

  private static Row vector(String id, float x, float y) {
    return RowFactory.create(id, List.of(x, y));
  }

  private static Row of(List<Row> rows, String period, String issue) {
    return rows.stream()
        .filter(row -> row.getAs(PERIOD).equals(period) && row.getAs(ISSUE_ID).equals(issue))
        .findFirst()
        .orElseThrow();
  }
}
