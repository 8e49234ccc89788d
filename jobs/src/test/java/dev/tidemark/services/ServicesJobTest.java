package dev.tidemark.services;

import static dev.tidemark.table.Col.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.TidemarkCommand;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesJobTest {
  private static final String FRAMEWORK =
      """
      id: endless
      version: 1
      periods: [{id: P1, start: 2020-01-01, end: 2199-12-31}]
      units: units.csv
      service-levels: {consultation: {reply-within: 5 working-days}}
      index: {id: all-of-it, children: [{id: a, weight: 1, score: {kind: direct}}]}
      """;

  @TempDir private Path folder;
  private DeltaLake lake;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("framework.yaml"), FRAMEWORK);
    Files.writeString(folder.resolve("units.csv"), "unit,name\nu,U\n");
    lake = new DeltaLake(SharedSpark.session(), warehouse(), CommitNote.READER);
  }

  private String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  private int run(String command, String... more) {
    var args =
        new String[] {
          command,
          "--framework",
          folder.resolve("framework.yaml").toString(),
          "--warehouse",
          warehouse()
        };
    return TidemarkCommand.run(
        Stream.of(args, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  private void change(String from, String to) throws IOException {
    var file = folder.resolve("framework.yaml");
    Files.writeString(file, Files.readString(file).replace(from, to));
  }

  private void deliver(String enquiry) throws IOException {
    Files.writeString(
        folder.resolve("enquiries.csv"),
        "id,period,unit,kind,submitted_at,answered_at\n" + enquiry + "\n");
    assertThat(run("ingest", "--input", folder.toString())).isZero();
  }

  @Test
  void whereNoEnquiryWasDeliveredServiceLevelsAreLeftOut() {
    assertThat(run("findings")).isZero();

    assertThat(lake.has(Tables.SERVICE_LEVELS)).isFalse();
  }

  @Test
  void aYearThatNoNoticeIsKnownOfExitsWith2() throws IOException {
    deliver("a,P1,u,consultation,2031-01-06T10:00:00,2031-01-07T10:00:00");

    assertThat(run("findings")).isEqualTo(2);
  }

  /** Line 2 is from 1990, line 3 from 2020. */
  @Test
  void anEnquiryOfAYearThatNobodyKnowsIsNamed() throws IOException {
    change("start: 2020-01-01, end: 2199-12-31", "start: 1990-01-01, end: 2020-03-31");
    deliver(
        "typo,P1,u,consultation,1990-02-10T10:00:00,\nb,P1,u,consultation,2020-02-10T10:00:00,");
    var said = new ByteArrayOutputStream();
    var realErr = System.err;

    try {
      System.setErr(new PrintStream(said, true, UTF_8));
      assertThat(run("findings")).isEqualTo(2);
    } finally {
      System.setErr(realErr);
    }

    assertThat(said.toString(UTF_8))
        .contains("Working days of 1990 to 2017 cannot be counted")
        .contains("It is enquiry typo (")
        .contains("line 2) that tells of 1990-02-10: correct it if that is a typing error.");
  }

  /**
   * P1 ends on 31 January, before an enquiry of the 30th is due. That gone replied in June says so
   * only as long as it is in the framework.
   */
  @Test
  void aUnitThatLeftHasNoSayInHowLongTheOthersWereObserved() throws IOException {
    change("end: 2199-12-31", "end: 2020-01-31");
    Files.writeString(folder.resolve("units.csv"), "unit,name\nu,U\ngone,G\n");
    deliver(
        "a,P1,u,consultation,2020-01-30T10:00:00,\n"
            + "b,P1,gone,consultation,2020-01-30T10:00:00,2020-06-01T10:00:00");
    change("version: 1", "version: 2");
    Files.writeString(folder.resolve("units.csv"), "unit,name\nu,U\n");

    assertThat(run("findings")).isZero();

    var level = lake.read(Tables.SERVICE_LEVELS).where("group_by = 'all'").head();
    assertThat(level.<java.sql.Date>getAs(OBSERVED_UNTIL)).isEqualTo("2020-01-31");
    assertThat(level.<Long>getAs(UNDETERMINED)).isEqualTo(1);
    assertThat(level.<Long>getAs(N)).isEqualTo(1);
  }

  /** What is delivered between the two runs counts where the second one looks: 1 of 2 in P1. */
  @Test
  void aRunOfOnePeriodReplacesItsLevelsAndTheChangesItIsPartOf() throws IOException {
    change(
        "{id: P1, start: 2020-01-01, end: 2199-12-31}",
        "{id: P1, start: 2020-02-01, end: 2020-02-29}, {id: P2, start: 2020-03-01, end: 2020-03-31}");
    deliver(
        "a,P1,u,consultation,2020-02-10T10:00:00,2020-02-11T10:00:00\n"
            + "b,P2,u,consultation,2020-03-09T10:00:00,2020-03-10T10:00:00");
    assertThat(run("findings")).isZero();
    deliver("c,P1,u,consultation,2020-02-10T10:00:00,\nd,P2,u,consultation,2020-03-09T10:00:00,");

    assertThat(run("findings", "--period", "P1")).isZero();

    assertThat(
            lake
                .read(Tables.SERVICE_LEVELS)
                .where("group_by = 'all'")
                .orderBy(PERIOD)
                .select(PERIOD, N, UNANSWERED)
                .collectAsList()
                .stream()
                .map(Row::toString))
        .containsExactly("[P1,2,1]", "[P2,1,0]");
    var change = lake.read(Tables.SERVICE_CHANGES).where("group_by = 'all'").head();
    assertThat(change.<Double>getAs(LEVEL_FROM)).isEqualTo(0.5);
  }

  /** The period runs on after the last year the day file has: nobody can have observed that. */
  @Test
  void aPeriodThatStillRunsIsObservedUntilItWasLoaded() throws IOException {
    var years = IntStream.rangeClosed(2020, 2198).mapToObj(year -> year + "-01-01,off");
    Files.writeString(folder.resolve("days.csv"), "date,status\n" + years.collect(joining("\n")));
    Files.writeString(
        folder.resolve("framework.yaml"),
        FRAMEWORK + "calendar: {country: {file: days.csv, first-year: 2020, last-year: 2198}}\n");
    deliver("a,P1,u,consultation,2020-01-06T10:00:00,");

    assertThat(run("findings")).isZero();

    var level = lake.read(Tables.SERVICE_LEVELS).head();
    assertThat(level.<java.sql.Date>getAs(OBSERVED_UNTIL)).isBefore("2199-01-01");
    assertThat(level.<Long>getAs(UNANSWERED)).isEqualTo(1);
  }
}
