package dev.tidemark.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TopicRecordsTest {
  private static final TopicName NAME = new TopicName("a-0/b", "YmQ9o-d_SZSY2ZhRouN8lQ");

  @Test
  void lineNIsTheNthOffsetFromTheFirstAlsoBehindOffsetsThatAreNoRecords() {
    var records = new TreeMap<Long, byte[]>();
    records.put(7L, "{}".getBytes(UTF_8));
    records.put(10L, "{\n}".getBytes(UTF_8));

    var lines = new TopicRecords(Map.of(2, records)).lines(NAME, "broker:9092");

    assertThat(lines).hasSize(1);
    assertThat(new String(lines.get(0).utf8(), UTF_8)).isEqualTo("{}\n\n\n{ }\n");
    assertThat(lines.get(0).name()).isEqualTo("kafka/a-0/b/YmQ9o-d_SZSY2ZhRouN8lQ/2/7-10.jsonl");
    assertThat(lines.get(0).place())
        .isEqualTo("topic a-0/b of broker:9092, partition 2, offsets 7 to 10");
  }

  @Test
  void whatIsNoTextAndWhatIsBlankKeepsItsLineAndIsNoObject() {
    var records = new TreeMap<Long, byte[]>();
    records.put(0L, new byte[] {(byte) 0xff});
    records.put(1L, " \n".getBytes(UTF_8));

    var lines = new TopicRecords(Map.of(0, records)).lines(NAME, "broker:9092");

    assertThat(new String(lines.get(0).utf8(), UTF_8)).isEqualTo("\"not UTF-8\"\nnull\n");
  }

  @Test
  void aNameTellsWherePartitionsEndAndThoseOfOtherTopicsNothing() {
    assertThat(NAME.end(NAME.of(3, 20, 25))).hasValue(new TopicName.End(3, 25));
    assertThat(new TopicName("a", NAME.id()).end(NAME.of(3, 20, 25))).isEmpty();
    assertThat(NAME.end("messages/letters.jsonl")).isEmpty();
    var loaded = new LoadedOffsets(Map.of(3, 25L)).and(Map.of(4, 1L));
    assertThat(loaded.has(3, 25)).isTrue();
    assertThat(loaded.has(3, 26)).isFalse();
    assertThat(loaded.has(5, 0)).isFalse();
  }
}
