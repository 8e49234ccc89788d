package dev.tidemark.compare;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.tidemark.cli.TidemarkCommand;
import dev.tidemark.error.ContractBroken;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.support.Comparisons;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P1 was scored under version 1: half a, half b; U1 and U2 in the north. P2 under version 2: a
 * fifth a, three tenths b, half c, which is new; U3 came, and the north is called upper.
 */
class VersionsTest {
  private static final String FIRST =
      """
      id: versions
      version: "1"
      title: Versions
      periods:
        - {id: P1, start: 2020-01-01, end: 2020-01-31}
      units: units-1.csv
      groups: [region]
      weights: exact
      index:
        id: index
        children:
          - {id: a, weight: 0.5, score: {kind: direct}}
          - {id: b, weight: 0.5, score: {kind: direct}}
      """;
  private static final String SECOND =
      """
      id: versions
      version: "2"
      title: Versions
      periods:
        - {id: P1, start: 2020-01-01, end: 2020-01-31}
        - {id: P2, start: 2020-02-01, end: 2020-02-29}
      units: units-2.csv
      groups: [region]
      weights: exact
      index:
        id: index
        children:
          - {id: a, weight: 0.2, score: {kind: direct}}
          - {id: b, weight: 0.3, score: {kind: direct}}
          - {id: c, weight: 0.5, score: {kind: direct}}
      """;

  @TempDir private static Path folder;
  private static DeltaLake lake;

  @BeforeAll
  static void scoreUnderTwoVersionsAndCompare() throws IOException {
    write("first.yaml", FIRST);
    write("units-1.csv", "unit,name,region\nU1,U1,north\nU2,U2,north\n");
    write(
        "in-1/observations.csv",
        "period,unit,indicator,value\nP1,U1,a,40\nP1,U1,b,80\nP1,U2,a,50\nP1,U2,b,50\n");
    write("second.yaml", SECOND);
    write("units-2.csv", "unit,name,region\nU1,U1,upper\nU2,U2,upper\nU3,U3,upper\n");
    write(
        "in-2/observations.csv",
        """
        period,unit,indicator,value
        P2,U1,a,60
        P2,U1,b,90
        P2,U1,c,20
        P2,U2,a,70
        P2,U2,b,60
        P2,U2,c,90
        P2,U3,a,50
        P2,U3,b,50
        P2,U3,c,50
        """);
    run("ingest", "first.yaml", "-i", folder.resolve("in-1").toString());
    run("index", "first.yaml");
    run("ingest", "second.yaml", "-i", folder.resolve("in-2").toString());
    run("index", "second.yaml", "--period", "P2");
    run("compare", "second.yaml");
    lake = new DeltaLake(SharedSpark.session(), warehouse(), CommitNote.READER);
  }

  /**
   * U1: a 40 to 60, b 80 to 90, c 20; index 60 to 12 + 27 + 10 = 49. a and b at 2 : 3 are 64 and
   * 78.
   */
  @Test
  void aUnitsChangeIsThatOfItsCommonLeavesAndTheRestIsTakenApart() {
    var u1 = change("unit", "U1", "index");

    assertThat(u1.<String>getAs(FRAMEWORK_VERSION_FROM)).isEqualTo("1");
    assertThat(u1.<String>getAs(FRAMEWORK_VERSION)).isEqualTo("2");
    assertThat(u1.<Integer>getAs(N)).isEqualTo(2);
    assertNumbers(u1, 60, 49, 14, 14, 4, -29, 0);
  }

  /**
   * U2: a 50 to 70, b 50 to 60, c 90; index 50 to 77; common 50 to 64. The means: published 55 to
   * (49 + 77 + 50)/3, common 57 to 71. Weights (4 + 0)/2, coverage (−29 + 13)/2; U3 took 176/3 −
   * 63.
   */
  @Test
  void ofAllUnitsItIsTheMeanOfThoseInBothAndTheNewUnitIsAnEffect() {
    var all = change("all", "all", "index");

    assertThat(all.<Integer>getAs(N)).isEqualTo(2);
    assertNumbers(all, 55, 176 / 3.0, 14, 14, 2, -8, 176 / 3.0 - 63);
  }

  /** a: (40 + 50)/2 to (60 + 70)/2; with U3 (60 + 70 + 50)/3 = 60. */
  @Test
  void aNodeOfBothVersionsIsCompared() {
    assertNumbers(change("all", "all", "a"), 45, 60, 20, 20, 0, 0, -5);
  }

  @Test
  void whatOneVersionLacksSaysSo() {
    assertThat(change("all", "all", "c").<String>getAs(NOT_COMPARED_REASON))
        .isEqualTo("node_only_in_later_version");
    assertThat(change("unit", "U3", "index").<String>getAs(NOT_COMPARED_REASON))
        .isEqualTo("unit_only_in_later_version");
    assertThat(change("group", "north", "index").<String>getAs(NOT_COMPARED_REASON))
        .isEqualTo("group_without_common_unit");
    assertThat(change("group", "upper", "index").<Integer>getAs(N)).isEqualTo(2);
  }

  @Test
  void effectsAndDriversAddUpAcrossVersions() {
    var comparisons = new Comparisons(lake);

    assertThat(comparisons.effectsThatDoNotAddUp()).isEmpty();
    assertThat(comparisons.changesThatAreNotTheDifferenceOfTheirMeans()).isEmpty();
    assertThat(comparisons.publishedScoresThatWereNot()).isEmpty();
    assertThat(comparisons.driversThatDoNotSumToTheirParent()).isEmpty();
    assertThat(comparisons.rootsThatAreNotTheChangeOfTheIndex()).isEmpty();
  }

  @Test
  void scoresOfAVersionWhoseTreeIsLostAreNotCompared() {
    var note = new CommitNote("test", "versions", "2", "", "");
    var lost = new DeltaLake(SharedSpark.session(), folder.resolve("lost-nodes").toString(), note);
    lost.replaceAll(Tables.INDEX_SCORES, lake.read(Tables.INDEX_SCORES));
    lost.replaceAll(Tables.UNITS, lake.read(Tables.UNITS));
    lost.replaceAll(
        Tables.NODES, lake.read(Tables.NODES).where(col(FRAMEWORK_VERSION).equalTo("2")));

    assertThatThrownBy(() -> ScoreBook.read(lost, List.of("P1")))
        .isInstanceOf(ContractBroken.class)
        .hasMessage(
            "Table index_scores has scores of version 1 in period P1 that the tables nodes and units do not have in version 1. Run tidemark index for all periods.");
  }

  @Test
  void beforeTheIndexThereIsNothingToCompare() {
    var empty = folder.resolve("empty").toString();

    assertThatThrownBy(
            () ->
                ScoreBook.read(
                    new DeltaLake(SharedSpark.session(), empty, CommitNote.READER), List.of("P1")))
        .isInstanceOf(UsageWrong.class)
        .hasMessageContaining("index_scores is not in the warehouse");
  }

  /** The CLI's code for wrong usage; what was compared before stays. */
  @Test
  void aPairAskedForNeedsScoresOfBothPeriods() throws IOException {
    write(
        "third.yaml",
        SECOND.replace("units:", "  - {id: P3, start: 2020-03-01, end: 2020-03-31}\nunits:"));

    assertThat(codeOf("compare", "third.yaml", "--from", "P2", "--to", "P3")).isEqualTo(2);
    assertThat(change("unit", "U1", "index").<Double>getAs(CHANGE)).isEqualTo(14);
  }

  private static void assertNumbers(
      Row row,
      double from,
      double to,
      double change,
      double score,
      double weight,
      double coverage,
      double unit) {
    assertThat(row.<Double>getAs(PUBLISHED_FROM)).isCloseTo(from, offset(1e-10));
    assertThat(row.<Double>getAs(PUBLISHED_TO)).isCloseTo(to, offset(1e-10));
    assertThat(row.<Double>getAs(CHANGE)).isCloseTo(change, offset(1e-10));
    assertThat(row.<Double>getAs(SCORE_EFFECT)).isCloseTo(score, offset(1e-10));
    assertThat(row.<Double>getAs(WEIGHT_EFFECT)).isCloseTo(weight, offset(1e-10));
    assertThat(row.<Double>getAs(COVERAGE_EFFECT)).isCloseTo(coverage, offset(1e-10));
    assertThat(row.<Double>getAs(UNIT_EFFECT)).isCloseTo(unit, offset(1e-10));
  }

  private static Row change(String scope, String id, String node) {
    return lake.read(Tables.SCORE_CHANGES)
        .where(
            col(SCOPE).equalTo(scope).and(col(SCOPE_ID).equalTo(id)).and(col(NODE).equalTo(node)))
        .head();
  }

  private static void run(String command, String framework, String... options) {
    assertThat(codeOf(command, framework, options)).isZero();
  }

  private static int codeOf(String command, String framework, String... options) {
    var args =
        Stream.concat(
            Stream.of(command, "-f", folder.resolve(framework).toString(), "-w", warehouse()),
            Arrays.stream(options));
    return TidemarkCommand.run(args.toArray(String[]::new));
  }

  private static String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  private static void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }
}
