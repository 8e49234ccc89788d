package dev.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixedChannelTest {
  @TempDir private Path folder;

  /** They would be one with the mix of no channel, or of two. */
  @Test
  void aMobileChannelWithTheNameOfAMixIsQuarantined() {
    var assessment =
        new Assessment(folder)
            .deliver(
                "in/mobile_channels.csv",
                """
                period,unit,channel
                W1,wuhan,app
                W1,wuhan,none
                W1,beijing,app+wechat
                W1,beijing,none-of-these
                """);

    assessment.ingest("in", "--max-bad-rows", "100%").done();

    assertThat(assessment.rows("mobile_channels", "unit", "channel"))
        .containsExactlyInAnyOrder("wuhan|app", "beijing|none-of-these");
    assertThat(assessment.rows("quarantine", "line", "reason"))
        .containsExactlyInAnyOrder("3|out_of_range", "4|out_of_range");
  }
}
