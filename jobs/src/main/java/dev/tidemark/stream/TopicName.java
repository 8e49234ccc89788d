package dev.tidemark.stream;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A topic, and how tables name its records: {@code kafka/TOPIC/ID/PARTITION/FIRST-LAST.jsonl},
 * where line n is offset FIRST + n − 1.
 *
 * @param id of the topic
 */
record TopicName(String topic, String id) {
  private static final Pattern RANGE = Pattern.compile("(\\d+)/(\\d+)-(\\d+)\\.jsonl");

  /**
   * Where a partition ends.
   *
   * @param offset of its last record
   */
  record End(int partition, long offset) {}

  /** What the names of all its records begin with. */
  String prefix() {
    return "kafka/%s/%s/".formatted(topic, id);
  }

  /** Names records of a partition, of this offset to that one. */
  String of(int partition, long first, long last) {
    return "%s%d/%d-%d.jsonl".formatted(prefix(), partition, first, last);
  }

  /** The last record of a name; empty if the name is not of this topic. */
  Optional<End> end(String name) {
    if (!name.startsWith(prefix())) {
      return Optional.empty();
    }
    var range = RANGE.matcher(name.substring(prefix().length()));
    return range.matches()
        ? Optional.of(new End(Integer.parseInt(range.group(1)), Long.parseLong(range.group(3))))
        : Optional.empty();
  }
}
