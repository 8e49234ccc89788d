package dev.tidemark.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Records of a topic that are not loaded yet.
 *
 * @param partitions records by partition, by offset
 */
record TopicRecords(Map<Integer, TreeMap<Long, byte[]>> partitions) {
  static final String PARTITION = "partition";
  static final String OFFSET = "offset";
  static final String VALUE = "value";

  /** JSON, but no object: it is told as a bad row, at its place. */
  private static final byte[] NO_VALUE = "null".getBytes(UTF_8);

  private static final byte[] NOT_TEXT = "\"not UTF-8\"".getBytes(UTF_8);

  /** Takes a batch, without what is loaded; a record that came twice is one. */
  static TopicRecords of(List<Row> batch, LoadedOffsets loaded) {
    var partitions = new TreeMap<Integer, TreeMap<Long, byte[]>>();
    for (var row : batch) {
      int partition = row.getInt(0);
      long offset = row.getLong(1);
      if (!loaded.has(partition, offset)) {
        partitions
            .computeIfAbsent(partition, p -> new TreeMap<>())
            .put(offset, row.isNullAt(2) ? NO_VALUE : row.<byte[]>getAs(2));
      }
    }
    return new TopicRecords(partitions);
  }

  /** The last offset of each partition that has records. */
  Map<Integer, Long> last() {
    return partitions.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().lastKey()));
  }

  /**
   * The records as lines, one text for each partition; an offset that is none has a blank line.
   *
   * @param servers the brokers, for messages
   */
  List<TopicLines> lines(TopicName name, String servers) {
    var all = new ArrayList<TopicLines>();
    partitions.forEach(
        (partition, records) -> {
          long first = records.firstKey();
          long last = records.lastKey();
          all.add(
              new TopicLines(
                  name.of(partition, first, last),
                  "topic %s of %s, partition %d, offsets %d to %d"
                      .formatted(name.topic(), servers, partition, first, last),
                  lines(records)));
        });
    return all;
  }

  private static byte[] lines(TreeMap<Long, byte[]> records) {
    var text = new ByteArrayOutputStream();
    long next = records.firstKey();
    for (var record : records.entrySet()) {
      for (; next < record.getKey(); next++) {
        text.write('\n');
      }
      text.writeBytes(line(record.getValue()));
      text.write('\n');
      next++;
    }
    return text.toByteArray();
  }

  /** A value on one line; between the parts of an object, JSON takes a blank for a line's end. */
  private static byte[] line(byte[] value) {
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      return NOT_TEXT;
    }
    return text.isBlank() ? NO_VALUE : text.replaceAll("[\r\n]", " ").getBytes(UTF_8);
  }
}
