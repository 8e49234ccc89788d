package dev.tidemark.report;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring;

import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A few messages that stand for an issue: their titles, else how they begin, masked at ingest. */
final class RepresentativeMessages {
  private static final int QUOTED = 2;
  private static final int MOST = 400;
  private static final int LONGEST = 80;

  private RepresentativeMessages() {}

  /** The ids of those that are quoted. */
  static List<String> ids(Map<TableSpec, List<Row>> rows, String period) {
    return rows.getOrDefault(Tables.ISSUES, List.of()).stream()
        .filter(Gold.is(PERIOD, period))
        .flatMap(row -> quoted(row).stream())
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Their ids and words. */
  static Dataset<Row> of(Dataset<Row> messages, List<String> ids) {
    return messages
        .where(col(ID).isin(ids.toArray()))
        .select(col(ID), substring(coalesce(col(TITLE), col(TEXT)), 1, LONGEST).as(TEXT));
  }

  /** What an issue's messages say, in one line. */
  static String words(Row issue, Map<String, Row> messages) {
    return quoted(issue).stream()
        .map(messages::get)
        .filter(Objects::nonNull)
        .map(row -> row.<String>getAs(TEXT))
        .collect(Collectors.joining(" / "));
  }

  private static List<String> quoted(Row issue) {
    var ids = issue.<String>getList(issue.fieldIndex(REPRESENTATIVE_IDS));
    return ids == null ? List.of() : ids.stream().limit(QUOTED).toList();
  }
}
