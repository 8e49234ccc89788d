package dev.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRowLimitTest {
  @Test
  void aNumberOfRowsIsMetByThatManyAndNoMore() {
    var limit = BadRowLimit.parse("10");

    assertThat(limit.allows(10, 10)).isTrue();
    assertThat(limit.allows(11, 1_000_000)).isFalse();
  }

  /** In doubles 29 / 100 * 100 and 0.57 / 100 * 100000 come out below 29 and 570. */
  @ParameterizedTest
  @CsvSource({"29%, 29, 100", "0.57%, 570, 100000", "0.1%, 1, 1000", "100%, 7, 7", "0%, 0, 5"})
  void aShareIsMetExactly(String limit, long bad, long delivered) {
    assertThat(BadRowLimit.parse(limit).allows(bad, delivered)).isTrue();
    assertThat(BadRowLimit.parse(limit).allows(bad + 1, delivered)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "101%", "%", "", "1 %", "1e3", "１"})
  void whatIsNoLimitIsRefused(String text) {
    assertThatThrownBy(() -> BadRowLimit.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'");
  }
}
