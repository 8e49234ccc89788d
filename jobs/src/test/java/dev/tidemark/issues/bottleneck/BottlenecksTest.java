package dev.tidemark.issues.bottleneck;

import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.framework.BottleneckRules;
import dev.tidemark.framework.Scoring;
import dev.tidemark.support.Frameworks;
import dev.tidemark.table.Tables;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;

class BottlenecksTest {
  private static final Cells.Place INVOICE = new Cells.Place("invoice", "税务局");
  private static final Cells.Place SEAL = new Cells.Place("seal", "公安局");
  private static final Cells.Place ODD = new Cells.Place("seal", "城管局");

  private final Cells cells = new Cells();

  /**
   * 8 of 10, 2 of 10 and 3 of 3. Kleinman's moments: mean 13/23, intraclass correlation 0.669724;
   * the prior is worth 0.493153 messages.
   */
  @Test
  void smallCellsAreDrawnTowardsAllAndThreeMessagesHaveNoRank() {
    cells.add("P1", INVOICE, told(8, 10));
    cells.add("P1", SEAL, told(2, 10));
    cells.add("P1", ODD, told(3, 3));

    var rows = rows();

    assertThat(shrunk(of(rows, "P1", INVOICE))).isCloseTo(0.788966, within(1e-6));
    assertThat(shrunk(of(rows, "P1", SEAL))).isCloseTo(0.217164, within(1e-6));
    assertThat(shrunk(of(rows, "P1", ODD))).isCloseTo(0.938619, within(1e-6));
    assertThat(of(rows, "P1", INVOICE).<Integer>getAs(RANK)).isEqualTo(1);
    assertThat(of(rows, "P1", SEAL).<Integer>getAs(RANK)).isEqualTo(2);
    assertThat(of(rows, "P1", ODD).<Integer>getAs(RANK)).isNull();
    assertThat(of(rows, "P1", ODD).<Double>getAs(UNRESOLVED_RATE)).isEqualTo(1);
  }

  /** Of 12: 4 in time, 3 late, 2 unanswered, 3 whose floor still runs. */
  @Test
  void whatIsNotDueYetIsNotLate() {
    var cell =
        new Cell()
            .add(2, new Cell.Counts(4, 4, 4, 0, 0, 0, 0, 0))
            .add(8, new Cell.Counts(3, 3, 0, 3, 0, 0, 0, 0))
            .add(9, new Cell.Counts(2, 0, 0, 0, 2, 0, 0, 0))
            .add(1, new Cell.Counts(3, 0, 0, 0, 0, 3, 0, 0));

    assertThat(cell.due()).isEqualTo(9);
    assertThat(cell.beyond()).isEqualTo(5);
    assertThat(cell.all().undetermined()).isEqualTo(3);
    assertThat(cell.told()).isZero();
  }

  /** Of nine still seen on day 2 four are answered, of five on day 8 three: 5/9 · 2/5 < 1/2. */
  @Test
  void halfAreAnsweredByTheDayThatThoseStillWaitingMakeIt() {
    cells.add(
        "P1",
        SEAL,
        new Cell()
            .add(1, new Cell.Counts(3, 0, 0, 0, 0, 3, 0, 0))
            .add(2, new Cell.Counts(4, 4, 4, 0, 0, 0, 0, 0))
            .add(8, new Cell.Counts(3, 3, 0, 3, 0, 0, 0, 0))
            .add(9, new Cell.Counts(2, 0, 0, 0, 2, 0, 0, 0)));

    assertThat(of(rows(), "P1", SEAL).<Double>getAs(MEDIAN_WORKING_DAYS)).isEqualTo(8);
  }

  /** R: {@code prop.test(c(2, 8), c(10, 10))$p.value} is that of χ² = 5. */
  @Test
  void theShareNotResolvedIsComparedWithThePeriodBefore() {
    cells.add("P1", INVOICE, told(2, 10));
    cells.add("P2", INVOICE, told(8, 10));

    var rows = rows();

    var change = of(rows, "P2", INVOICE);
    assertThat(change.<Double>getAs(CHANGE)).isCloseTo(0.6, within(1e-12));
    assertThat(change.<Double>getAs(P_VALUE)).isCloseTo(0.02534731867746824, within(1e-12));
    assertThat(change.<Double>getAs(P_ADJUSTED)).isEqualTo(change.<Double>getAs(P_VALUE));
    assertThat(of(rows, "P1", INVOICE).<Double>getAs(CHANGE)).isNull();
  }

  @Test
  void aRunForOnePeriodAlsoWritesTheOneThatIsComparedWithIt() {
    var framework =
        Frameworks.framework(
            List.of("P1", "P2", "P3"),
            List.of("u"),
            Frameworks.root(Frameworks.leaf("any", 1, new Scoring.Direct())));

    assertThat(BottlenecksJob.owned(framework, List.of("P1"))).containsExactly("P1", "P2");
    assertThat(BottlenecksJob.owned(framework, List.of("P3"))).containsExactly("P3");
    assertThat(BottlenecksJob.owned(framework, List.of())).isEmpty();
  }

  @Test
  void whatOnePeriodAloneHasIsNoChange() {
    cells.add("P1", SEAL, told(2, 10));
    cells.add("P2", INVOICE, told(8, 10));

    assertThat(of(rows(), "P2", INVOICE).<Double>getAs(P_VALUE)).isNull();
  }

  @Test
  void allIsTheMessagesOfEveryPeriod() {
    cells.add("P1", INVOICE, told(2, 10));
    cells.add("P2", INVOICE, told(8, 20));

    var all = of(rows(), "all", INVOICE);

    assertThat(all.<Long>getAs(N)).isEqualTo(30);
    assertThat(all.<Double>getAs(UNRESOLVED_RATE)).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(all.<Double>getAs(CHANGE)).isNull();
  }

  /** Half of those told are not resolved, all that were due are late: (2 · 50 + 1 · 100) / 3. */
  @Test
  void theFrameworkWeighsWhatIsNotResolvedAndWhatIsLate() {
    var cell = new Cell().add(8, new Cell.Counts(10, 10, 0, 10, 0, 0, 5, 10));

    var scores = Stuck.of(List.of(cell), new BottleneckRules(10, 2, 1));
    var withoutLate = Stuck.of(List.of(cell), new BottleneckRules(10, 2, 0));

    assertThat(scores.get(0).score()).isCloseTo(200.0 / 3, within(1e-12));
    assertThat(withoutLate.get(0).score()).isCloseTo(50, within(1e-12));
  }

  @Test
  void whereNothingIsToldNothingIsStuck() {
    var scores = Stuck.of(List.of(told(0, 0)), BottleneckRules.DEFAULT);

    assertThat(scores.get(0).score()).isNaN();
    assertThat(scores.get(0).rank()).isZero();
  }

  private static Cell told(int unresolved, int told) {
    return new Cell().add(1, new Cell.Counts(told, told, 0, 0, 0, 0, unresolved, told));
  }

  private List<Row> rows() {
    var framework =
        Frameworks.framework(
            List.of("P1", "P2"),
            List.of("u"),
            Frameworks.root(Frameworks.leaf("any", 1, new Scoring.Direct())));
    return new Bottlenecks(framework, cells).rows();
  }

  private static Row of(List<Row> rows, String period, Cells.Place place) {
    return rows.stream()
        .map(BottlenecksTest::named)
        .filter(
            row ->
                row.getAs(PERIOD).equals(period)
                    && row.getAs(STAGE).equals(place.stage())
                    && row.getAs(DEPARTMENT).equals(place.department()))
        .findFirst()
        .orElseThrow();
  }

  /** With its columns' names. */
  private static Row named(Row row) {
    var cells = IntStream.range(0, row.size()).mapToObj(row::get).toArray();
    return new GenericRowWithSchema(cells, Tables.BOTTLENECKS.schema());
  }

  private static double shrunk(Row row) {
    return row.<Double>getAs(UNRESOLVED_SHRUNK);
  }
}
