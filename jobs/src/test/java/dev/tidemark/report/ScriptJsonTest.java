package dev.tidemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S10: text from data cannot leave the script element it is written into. */
class ScriptJsonTest {
  private static final String HOSTILE =
      "</script><!--<script>\u2028\u2029&amp;\"'\\ javascript:alert(1)";

  @Test
  void noTextEndsTheScriptElementOrBeginsAComment() {
    var json = ScriptJson.of(Map.of("text", List.of(HOSTILE)));

    assertThat(json).doesNotContain("<", ">", "&", "'", "\u2028", "\u2029");
  }

  @Test
  void itIsTheSameTextWhenRead() throws Exception {
    var read = new ObjectMapper().readTree(ScriptJson.of(List.of(HOSTILE, 1.5, 7)));

    assertThat(read.get(0).asText()).isEqualTo(HOSTILE);
    assertThat(read.get(1).asDouble()).isEqualTo(1.5);
    assertThat(read.get(2).asInt()).isEqualTo(7);
  }
}
