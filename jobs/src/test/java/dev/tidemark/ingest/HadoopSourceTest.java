package dev.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HadoopSourceTest {
  @Test
  void aTimeThatOneRequestGivesToTheSecondIsTheSame() {
    assertThat(HadoopSource.isAnother(1_585_353_600_000L, 1_585_353_600_417L)).isFalse();
    assertThat(HadoopSource.isAnother(1_585_353_600_417L, 1_585_353_600_000L)).isFalse();
  }

  @Test
  void aFileWrittenAgainAMillisecondLaterHasChanged() {
    assertThat(HadoopSource.isAnother(1_585_353_600_418L, 1_585_353_600_417L)).isTrue();
    assertThat(HadoopSource.isAnother(1_585_353_601_000L, 1_585_353_600_417L)).isTrue();
  }
}
