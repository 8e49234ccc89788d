package dev.tidemark.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** What was published of the sample's assessment, to stand beside what the tables say. */
final class PublishedFigures {
  private final Map<List<String>, String> figures = new HashMap<>();

  private PublishedFigures() {}

  /** Reads {@code what,period,id,published}. */
  static PublishedFigures read(SparkSession spark, String file) {
    var published = new PublishedFigures();
    var schema = "what STRING, period STRING, id STRING, published STRING";
    for (var row : spark.read().option("header", true).schema(schema).csv(file).collectAsList()) {
      published.figures.put(
          List.of(row.getString(0), row.getString(1), row.getString(2)), row.getString(3));
    }
    return published;
  }

  /** The figure as published; empty if it was not. */
  Optional<String> find(String what, String period, String id) {
    return Optional.ofNullable(figures.get(List.of(what, period, id)));
  }

  /** The figure as published, or a dash. */
  String show(String what, String period, String id) {
    return find(what, period, id).orElse("–");
  }
}
