package dev.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells whose meaning depends on another cell, or on the framework. */
class MeaningOfCellsTest {
  @TempDir private Path folder;

  /** From 10:00 to midnight of the next day are 14 hours, 50,400 seconds. */
  @Test
  void aReplyOfTheDayOfItsQuestionIsNotBeforeIt() {
    var assessment =
        new Assessment(folder)
            .deliver(
                "in/enquiries.csv",
                """
                id,period,unit,kind,submitted_at,answered_at
                same,W2,wuhan,complaint,2020-04-02T10:00:00,2020-04-02
                next,W2,wuhan,complaint,2020-04-02T10:00:00,2020-04-03
                yesterday,W2,wuhan,complaint,2020-04-02T10:00:00,2020-04-01
                an-hour-before,W2,wuhan,complaint,2020-04-02T10:00:00,2020-04-02T09:00:00
                """)
            .deliver(
                "in/messages.csv",
                """
                id,unit,created_at,text,answered_at
                m,wuhan,2020-04-02T10:00:00,好,2020-04-02
                """);

    assessment.ingest("in", "--max-bad-rows", "2").done();

    assertThat(
            assessment.rows(
                "enquiries", "id", "unix_seconds(answered_at) - unix_seconds(submitted_at)"))
        .containsExactly("next|50400", "same|0");
    assertThat(assessment.rows("messages", "id", "answered_at = created_at"))
        .containsExactly("m|true");
    assertThat(assessment.faults("enquiries.csv"))
        .containsExactly(
            "4|out_of_range|answered_at|2020-04-01",
            "5|out_of_range|answered_at|2020-04-02T09:00:00");
  }

  @Test
  void aFeatureWithAMissingValueIsNotTold() {
    var assessment =
        new Assessment(folder)
            .deliver("framework.yaml", Assessment.FRAMEWORK + "missing-values: [n/a]\n")
            .deliver(
                "in/mobile_channels.csv", "period,unit,channel,login,search\nW2,wuhan,app,n/a,1\n");

    assessment.ingest("in").done();

    assertThat(assessment.rows("mobile_channels", "to_json(features)"))
        .containsExactly("{\"search\":true}");
  }
}
