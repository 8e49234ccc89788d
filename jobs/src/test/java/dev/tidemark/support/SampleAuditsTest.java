package dev.tidemark.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SampleAuditsTest {
  @Test
  void theFileInTheSampleIsTheOneItsRuleGives() throws IOException {
    var sample = SharedData.repository("data-samples/assessment-36-cities");

    assertThat(Files.readAllLines(sample.resolve("guide_audits.csv")))
        .isEqualTo(SampleAudits.lines(sample));
  }
}
