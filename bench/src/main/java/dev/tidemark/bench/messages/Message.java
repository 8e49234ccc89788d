package dev.tidemark.bench.messages;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message with what nobody is told of it.
 *
 * @param likes null if not told
 * @param issue empty if it is of none
 */
record Message(
    String unit,
    LocalDateTime createdAt,
    Letter letter,
    String author,
    String period,
    String department,
    String stage,
    Replies.Reply reply,
    Integer likes,
    Integer dislikes,
    String issue,
    List<PersonalDetails.Planted> planted) {
  static final String HEADER =
      "id,unit,created_at,title,text,author,period,department,stage,answered_at,resolved,likes,dislikes";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

  /** A line of CSV. */
  String row(String id) {
    return Stream.of(
            id,
            unit,
            TIME.format(createdAt),
            letter.title(),
            letter.text(),
            author,
            period,
            department,
            stage,
            reply.answeredAt() == null ? "" : TIME.format(reply.answeredAt()),
            told(reply.resolved()),
            told(likes),
            told(dislikes))
        .map(Message::cell)
        .collect(Collectors.joining(","));
  }

  static String cell(String text) {
    var isQuoted = text.contains(",") || text.contains("\"") || text.contains("\n");
    return isQuoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }

  private static String told(Object value) {
    return value == null ? "" : value.toString();
  }
}
