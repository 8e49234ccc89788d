package dev.tidemark.cli;

import dev.tidemark.error.NearestName;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which topic holds rows of which table. */
final class TopicTables {
  private TopicTables() {}

  /**
   * Reads {@code TABLE=TOPIC}, one table for each topic.
   *
   * @return tables by topic, in the order given
   * @throws UsageWrong if one has another form, a table that is no input, or a topic of another
   */
  static Map<String, TableSpec> of(List<String> topics) {
    var tables = new LinkedHashMap<String, TableSpec>();
    for (var text : topics) {
      int equals = text.indexOf('=');
      if (equals < 1 || equals == text.length() - 1) {
        throw new UsageWrong(
            "--topic %s names no table and topic. Write TABLE=TOPIC, such as messages=letters."
                .formatted(text));
      }
      var topic = text.substring(equals + 1);
      if (tables.put(topic, table(text.substring(0, equals))) != null) {
        throw new UsageWrong(
            "--topic names the topic %s twice. A topic holds rows of one table.".formatted(topic));
      }
    }
    return tables;
  }

  private static TableSpec table(String name) {
    var names = Tables.inputs().stream().map(TableSpec::name).toList();
    return Tables.inputs().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageWrong(
                    "--topic: %s is not an input table%s There are: %s."
                        .formatted(
                            name,
                            NearestName.to(name, names)
                                .map("; did you mean %s?"::formatted)
                                .orElse("."),
                            String.join(", ", names))));
  }
}
