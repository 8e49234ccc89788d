package dev.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What loading once, again, corrected, partly and not at all does to the tables. */
class LoadingTest {
  private static final String HEAD = "period,unit,indicator,value\n";
  private static final String FIRST = HEAD + "W1,wuhan,days,5\nW2,wuhan,days,6\n";
  private static final String HEADLESS = "period,unit\nW1,wuhan\n";
  private static final String[] SHOWN = {"period", "unit", "indicator", "value"};

  @TempDir private Path folder;

  private Assessment assessment;

  @BeforeEach
  void anEmptyWarehouse() {
    assessment = new Assessment(folder);
  }

  @Test
  void r6TheSameContentIsLoadedOnceUnderWhateverName() {
    assessment
        .deliver("in/observations/a.csv", FIRST)
        .deliver("in/observations/copy.csv", FIRST)
        .deliver("again/observations.csv", FIRST);
    assessment.ingest("in").done();
    var commits = assessment.allCommits();

    var outcome = assessment.ingest("again");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err())
        .contains("observations.csv is loaded already")
        .contains("nothing new; no table was changed");
    assertThat(assessment.allCommits()).isEqualTo(commits);
    assertThat(assessment.rows("ingested_files", "rows_delivered")).containsExactly("2");
  }

  @Test
  void r7ALaterFileCorrectsAndAnEarlierOneNeverComesBackNotEvenByOtherRules() {
    assessment
        .deliver("1/observations.csv", FIRST)
        .deliver("2/observations.csv", HEAD + "W1,wuhan,days,7\nW2,wuhan,days,6\n");
    assessment.ingest("1").done();
    var filesOfW2 = assessment.files("observations/period=W2", ".parquet");
    assessment.ingest("2").done();
    var corrected = assessment.rows("observations", SHOWN);
    var filesOfW2Afterwards = assessment.files("observations/period=W2", ".parquet");

    var again = assessment.ingest("1");
    var checked = check("2", "1");
    var reread = assessment.ingest("1", "--encoding", "GBK").done();

    assertThat(corrected).containsExactly("W1|wuhan|days|7.0", "W2|wuhan|days|6.0");
    assertThat(again.err()).contains("nothing new");
    assertThat(checked.done().out()).contains("observations: 4 rows, 4 good, 0 bad");
    assertThat(reread.err()).contains("2 rows delivered, 2 accepted");
    assertThat(assessment.rows("observations", SHOWN)).isEqualTo(corrected);
    assertThat(Assessment.texts(assessment.table("observations", 1).selectExpr(SHOWN)))
        .containsExactly("W1|wuhan|days|5.0", "W2|wuhan|days|6.0");
    assertThat(filesOfW2Afterwards).isEqualTo(filesOfW2);
  }

  @Test
  void aFrameworkIsCheckedBeforeThereIsInputUnlessInputIsNamed() {
    assessment.deliver("observation.csv", FIRST);

    var checked = assessment.run("check").done();
    var named = assessment.run("check", "--input", folder.toString());

    assertThat(checked.out())
        .contains("framework small 1: 2 units, 2 periods, 6 nodes; good")
        .contains(
            "observation.csv is not an input table and is not read; did you mean observations?")
        .endsWith("no input yet: the framework file's folder holds no input table\n");
    assertThat(named.code()).isEqualTo(2);
    assertThat(named.err()).contains("holds no input table");
  }

  @Test
  void r8ARowSaidTwiceIsKeptOnceAndAnUnknownObserverIsTheSameObserver() {
    var rows =
        """
        period,unit,indicator,value,observer,channel
        W1,wuhan,days,5,,
        W1,wuhan,days,5,,
        W1,wuhan,days,6,ann,
        W1,beijing,days,1,,web
        W1,beijing,days,,,web
        """;
    assessment.deliver("in/observations.csv", rows);

    var outcome = assessment.ingest("in", "--max-bad-rows", "2");

    assertThat(outcome.code()).isZero();
    assertThat(assessment.rows("observations", "unit", "value", "observer"))
        .containsExactly("wuhan|5.0|null", "wuhan|6.0|ann");
    assertThat(assessment.rows("quarantine", "line", "reason"))
        .containsExactly("5|duplicate_key", "6|duplicate_key");
    assertThat(
            assessment.rows(
                "ingested_files", "rows_delivered", "rows_accepted", "rows_quarantined"))
        .containsExactly("5|3|2");
  }

  @Test
  void theLimitOfBadRowsIsMetExactly() {
    var bad = HEAD + "W1,wuhan,days,1\nW1,beijing,days,x\nW2,wuhan,days,2\nW2,beijing,days,3\n";
    assessment.deliver("in/observations.csv", bad);

    var tooMany = assessment.ingest("in", "--max-bad-rows", "24.9%");
    var tables = assessment.files("", "_delta_log");
    var within = assessment.ingest("in", "--max-bad-rows", "25%");

    assertThat(tooMany.code()).isEqualTo(3);
    assertThat(tooMany.err())
        .contains("observations.csv:3: not_a_number, column value, 'x'")
        .contains("Nothing was loaded: 1 of 4 rows is bad and --max-bad-rows is 24.9%");
    assertThat(tables).containsExactly("quarantine/_delta_log");
    assertThat(within.code()).isZero();
    assertThat(assessment.rows("observations", "value")).containsExactly("1.0", "2.0", "3.0");
    assertThat(assessment.faults("observations.csv")).containsExactly("3|not_a_number|value|x");
  }

  @Test
  void aMendedFileClearsItsRejectionAndWhatALoadLeftOutStays() {
    assessment
        .deliver("1/observations.csv", HEAD + "W1,wuhan,days,1\nW1,beijing,days,x\n")
        .deliver("2/observations.csv", HEAD + "W2,wuhan,days,y\nW2,beijing,days,2\n")
        .deliver("3/observations.csv", HEAD + "W2,wuhan,days,1\nW2,beijing,days,2\n");

    assessment.ingest("1", "--max-bad-rows", "1").done();
    assertThat(assessment.ingest("2").code()).isEqualTo(3);
    var rejected = assessment.rows("quarantine", "line", "value", "raw");
    var mended = assessment.ingest("3");

    assertThat(rejected).containsExactly("2|y|W2,wuhan,days,y", "3|x|W1,beijing,days,x");
    assertThat(mended.code()).isZero();
    assertThat(assessment.rows("quarantine", "line", "value", "raw"))
        .containsExactly("3|x|W1,beijing,days,x");
  }

  @Test
  void anEmptyDeliveryNeverEmptiesAPeriod() {
    assessment.deliver("1/observations.csv", FIRST).deliver("2/observations.csv", HEAD);
    assessment.ingest("1").done();
    var commits = assessment.commits("observations");

    var refused = assessment.ingest("2");
    var allowed = assessment.ingest("2", "--allow-empty");

    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).contains("Nothing was loaded: 1 file cannot be read");
    assertThat(allowed.code()).isZero();
    assertThat(allowed.err()).contains("observations.csv has no rows");
    assertThat(assessment.commits("observations")).isEqualTo(commits);
    assertThat(assessment.rows("observations", "value")).containsExactly("5.0", "6.0");
  }

  @Test
  void aPeriodAskedForIsLoadedAloneAndAllCoversIt() {
    assessment.deliver("in/observations.csv", FIRST);

    assessment.ingest("in", "--period", "W2").done();
    var alone = assessment.rows("observations", "value");
    assessment.ingest("in").done();
    var commits = assessment.allCommits();
    var covered = assessment.ingest("in", "--period", "W1");

    assertThat(alone).containsExactly("6.0");
    assertThat(assessment.rows("observations", "value")).containsExactly("5.0", "6.0");
    assertThat(covered.err()).contains("nothing new");
    assertThat(assessment.allCommits()).isEqualTo(commits);
  }

  @Test
  void aBadFileStopsTheOthersUnlessItIsToBeLeftOut() {
    assessment
        .deliver("in/observations/bad.csv", HEADLESS)
        .deliver("in/observations/good.csv", FIRST)
        .deliver("other/visits.csv", HEADLESS);

    var stopped = assessment.ingest("in");
    var leftOut = assessment.ingest("in", "--on-bad-file", "quarantine");
    assessment.ingest("other", "--on-bad-file", "quarantine").done();
    var commits = assessment.allCommits();
    var again = assessment.ingest("in", "--on-bad-file", "quarantine");
    var commitsAgain = assessment.allCommits();
    var stoppedAgain = assessment.ingest("in");

    assertThat(stopped.code()).isEqualTo(3);
    assertThat(stopped.err()).contains("indicator is missing; value is missing");
    assertThat(leftOut.code()).isZero();
    assertThat(assessment.rows("observations", "value")).containsExactly("5.0", "6.0");
    assertThat(assessment.rows("quarantine", "file", "line", "reason", "raw"))
        .containsExactly("observations/bad.csv|0|bad_header|null", "visits.csv|0|bad_header|null");
    assertThat(again.err()).contains("bad.csv was left out; see quarantine", "nothing new");
    assertThat(commitsAgain).isEqualTo(commits);
    assertThat(stoppedAgain.code()).isEqualTo(3);
  }

  @Test
  void anAuthorIsHashedInTheTableAndInQuarantine() {
    var messages =
        """
        id,unit,created_at,text,author
        1,wuhan,2020-01-02T10:00:00,办事大厅排队太久,小张
        2,nowhere,2020-01-02,a text,小李
        3,wuhan,2020-04-01,a text,小\u0001王
        4,wuhan,2020-04-01,a text
        """;
    assessment.deliver("in/messages.csv", messages);

    var outcome = assessment.ingest("in", "--max-bad-rows", "3");

    assertThat(outcome.code()).isZero();
    assertThat(assessment.rows("messages", "period", "author = sha2('小张', 256)"))
        .containsExactly("W1|true");
    assertThat(assessment.rows("quarantine", "line", "reason", "value", "raw is null"))
        .containsExactly(
            "3|unknown_unit|nowhere|false",
            "4|control_char|null|true",
            "5|wrong_column_count|null|true");
    assertThat(assessment.rows("quarantine", "raw like '%a text%'", "raw like '%小李%'"))
        .containsExactly("null|null", "null|null", "true|false");
    assertThat(Stream.of(outcome.err()).toList()).noneMatch(err -> err.contains("小"));
  }

  @Test
  void rowsThatAChangedFrameworkMakesGoodAreLoadedFromTheSameFile() {
    assessment.deliver(
        "in/observations.csv", HEAD + "W1,wuhan,days,1\nW1,chengdu,days,2\nW1,wuhan,nothing,3\n");
    assessment.ingest("in", "--max-bad-rows", "2").done();
    assessment.deliver("units.csv", "unit,name,region\nwuhan,武汉,central\nchengdu,成都,southwest\n");

    var reread = assessment.ingest("in", "--max-bad-rows", "2");

    assertThat(reread.err()).contains("3 rows delivered, 2 accepted, 1 quarantined");
    assertThat(assessment.rows("observations", "unit", "value"))
        .containsExactly("chengdu|2.0", "wuhan|1.0");
    assertThat(assessment.faults("observations.csv"))
        .containsExactly("4|unknown_indicator|indicator|nothing");
  }

  @Test
  void aTableOfAnotherFrameworkIsNotWrittenTo() {
    assessment.deliver("in/observations.csv", FIRST);
    assessment.ingest("in").done();
    assessment
        .deliver("framework.yaml", Assessment.FRAMEWORK.replace("id: small", "id: other"))
        .deliver("in/observations.csv", HEAD + "W1,wuhan,days,9\n");

    var outcome = assessment.ingest("in");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("belongs to the framework small, not to other");
    assertThat(assessment.rows("observations", "value")).isEqualTo(List.of("5.0", "6.0"));
  }

  private Assessment.Outcome check(String one, String other) {
    return assessment.run(
        "check",
        "--input",
        folder.resolve(one).toString(),
        "--input",
        folder.resolve(other).toString());
  }
}
