package dev.tidemark.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final List<String> UNITS = List.of("wuhan", "hefei", "harbin", "hangzhou");

  @Test
  void twoEditsAreNear() {
    assertThat(NearestName.to("wuahn", UNITS)).contains("wuhan");
    assertThat(NearestName.to("Hefei", UNITS)).contains("hefei");
  }

  @Test
  void aThirdOfALongNameIsNear() {
    assertThat(NearestName.to("hangchow_", UNITS)).contains("hangzhou");
  }

  @Test
  void whatSharesNothingIsNotNear() {
    assertThat(NearestName.to("tibet", UNITS)).isEmpty();
    assertThat(NearestName.to("ab", List.of("cd"))).isEmpty();
    assertThat(NearestName.to("", UNITS)).isEmpty();
  }

  @Test
  void ofEquallyNearNamesTheFirstByCodeIsChosen() {
    assertThat(NearestName.to("E1", List.of("E3", "E2"))).contains("E2");
  }

  @Test
  void aHintEndsAMessage() {
    assertThat(NearestName.hint("wuhna", UNITS)).isEqualTo("; did you mean wuhan?");
    assertThat(NearestName.hint("x", UNITS)).isEmpty();
  }
}
