package dev.tidemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentPolicyTest {
  /** {@code printf '' | openssl dgst -sha256 -binary | base64}, and the same of {@code x}. */
  @Test
  void onlyTheScriptsInsideMayRunAndNothingIsFetched() {
    assertThat(ContentPolicy.of(List.of(""), "x"))
        .startsWith("default-src 'none'; ")
        .contains("script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; ")
        .contains("style-src 'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='; ")
        .doesNotContain("unsafe", "http");
  }
}
