package dev.tidemark;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.TidemarkCommand;
import dev.tidemark.support.Comparisons;
import dev.tidemark.support.DoingBusiness;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The World Bank's "starting a business", editions 2004 to 2020, from the published file to its
 * published composites and ranks. Skipped where the file is not beside the repository.
 *
 * @see <a href="https://archive.doingbusiness.org/en/data/exploretopics/starting-a-business/score">
 *     Doing Business, score of starting a business</a>
 */
class DoingBusinessTest {
  /**
   * Brazil's published times are not those behind its published time scores: 82.465 days in 2018
   * would score (100 − 82.465) / 99.5 · 100 = 17.62, published is 20.38, which is 79.72 days.
   */
  private static final List<String> TIMES_NOT_THOSE_SCORED =
      List.of("DB2014 BRAZ", "DB2015 BRAZ", "DB2016 BRAZ", "DB2017 BRAZ", "DB2018 BRAZ");

  /**
   * What one decimal hides: cost to 0.05 is 0.025 points of a quarter of the index, 0.00625;
   * capital to 0.05 is 0.0125 points of a quarter, 0.003125. Published composites have five
   * decimals.
   */
  private static final double HIDDEN_BY_ONE_DECIMAL = 0.00625 + 0.003125 + 0.00001;

  @TempDir private static Path folder;
  private static DoingBusiness published;

  @BeforeAll
  static void readThePublishedFile() throws IOException {
    published = DoingBusiness.read();
  }

  @Test
  void everyCompositeComesOutOfThePublishedScoresOfItsParts() throws IOException {
    var composites = index("part-scores", published.partScores());

    assertThat(composites).hasSize(3239).containsOnlyKeys(published.composites().keySet());
    assertThat(furtherOffThan(1e-3, composites)).isEmpty();
  }

  @Test
  void everyCompositeComesOutOfTheRawValuesButWhereThePublishedTimesAreNotThoseScored()
      throws IOException {
    var composites = index("raw", published.rawValues());

    assertThat(composites).hasSize(3239).containsOnlyKeys(published.composites().keySet());
    assertThat(furtherOffThan(HIDDEN_BY_ONE_DECIMAL, composites))
        .containsExactlyElementsOf(TIMES_NOT_THOSE_SCORED);
  }

  /**
   * Published are the ranks of the 2020 edition, of 190 economies: one with two cities is ranked as
   * a whole, its cities are not. So these 190 alone are the units, and every rank must be equal.
   */
  @Test
  void everyPublishedRankComesOut() throws IOException {
    var ranked = published.rankedIn2020();

    index("ranked", ranked);

    assertThat(ranks("ranked")).hasSize(190).isEqualTo(published.ranksIn2020());
  }

  /**
   * 16 pairs of editions, economies without a score in one or both included: 213 economies, 18
   * groups and all of them on 8 + 3 nodes.
   */
  @Test
  void everyPairOfEditionsIsComparedAtEveryScopeAndAddsUp() throws IOException {
    index("part-scores", published.partScores());
    var warehouse = folder.resolve("part-scores-warehouse").toString();
    var framework = folder.resolve("part-scores").resolve("framework.yaml").toString();

    assertThat(TidemarkCommand.run("compare", "-f", framework, "-w", warehouse)).isZero();

    var lake = new DeltaLake(SharedSpark.session(), warehouse, CommitNote.READER);
    var comparisons = new Comparisons(lake);
    assertThat(lake.read(Tables.SCORE_CHANGES).select(PERIOD_FROM, PERIOD_TO).distinct().count())
        .isEqualTo(16);
    assertThat(lake.read(Tables.SCORE_CHANGES).select(SCOPE).distinct().count()).isEqualTo(3);
    assertThat(comparisons.effectsThatDoNotAddUp()).isEmpty();
    assertThat(comparisons.changesThatAreNotTheDifferenceOfTheirMeans()).isEmpty();
    assertThat(comparisons.publishedScoresThatWereNot()).isEmpty();
    assertThat(comparisons.driversThatDoNotSumToTheirParent()).isEmpty();
    assertThat(comparisons.rootsThatAreNotTheChangeOfTheIndex()).isEmpty();
  }

  /** Runs ingest and index, once; composites by "period unit", of units that have one. */
  private static Map<String, Double> index(String name, DoingBusiness.Delivery delivery)
      throws IOException {
    if (Files.notExists(folder.resolve(name))) {
      score(name, delivery);
    }
    var composites = new HashMap<String, Double>();
    for (var row : roots(name)) {
      composites.put(row.getAs(PERIOD) + " " + row.getAs(UNIT), row.getAs(SCORE));
    }
    return composites;
  }

  private static void score(String name, DoingBusiness.Delivery delivery) throws IOException {
    var input = Files.createDirectory(folder.resolve(name));
    delivery.writeTo(input);
    var framework = input.resolve("framework.yaml").toString();
    var warehouse = folder.resolve(name + "-warehouse").toString();
    assertThat(
            TidemarkCommand.run("ingest", "-f", framework, "-i", input.toString(), "-w", warehouse))
        .isZero();
    assertThat(TidemarkCommand.run("index", "-f", framework, "-w", warehouse)).isZero();
  }

  private static Map<String, Integer> ranks(String name) {
    var ranks = new HashMap<String, Integer>();
    for (var row : roots(name)) {
      ranks.put(row.getAs(UNIT), row.getAs(RANK));
    }
    return ranks;
  }

  private static List<Row> roots(String name) {
    return new DeltaLake(
            SharedSpark.session(),
            folder.resolve(name + "-warehouse").toString(),
            CommitNote.READER)
        .read(Tables.INDEX_SCORES)
        .where(
            col(NODE)
                .equalTo("starting_a_business")
                .and(col(PERIOD).notEqual("all"))
                .and(col(SCORE).isNotNull()))
        .select(PERIOD, UNIT, SCORE, RANK)
        .collectAsList();
  }

  private static List<String> furtherOffThan(double bound, Map<String, Double> composites) {
    var expected = published.composites();
    return new TreeMap<>(composites)
        .entrySet().stream()
            .filter(
                composite ->
                    Math.abs(composite.getValue() - expected.get(composite.getKey())) > bound)
            .map(Map.Entry::getKey)
            .toList();
  }
}
