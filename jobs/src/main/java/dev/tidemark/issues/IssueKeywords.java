package dev.tidemark.issues;

import static dev.tidemark.table.Col.CLEAN_TEXT;
import static dev.tidemark.table.Col.ISSUE_ID;
import static dev.tidemark.table.Col.KEYWORDS;

import dev.tidemark.text.words.ClassTerms;
import dev.tidemark.text.words.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Words that an issue's messages of the period have and those of others lack. */
final class IssueKeywords {
  private static final StructType CLASSED =
      new StructType()
          .add(ISSUE_ID, DataTypes.StringType)
          .add(CLEAN_TEXT, DataTypes.StringType, false);

  private IssueKeywords() {}

  /** {@code issue_id} and {@code keywords} of each issue that a step has found. */
  static Dataset<Row> of(SparkSession spark, IssueFold.Step step, Words words) {
    var texts =
        step.states().stream()
            .flatMap(
                state ->
                    state.messages().stream()
                        .map(message -> RowFactory.create(state.issue(), message.text())))
            .toList();
    return ClassTerms.of(spark.createDataFrame(texts, CLASSED), ISSUE_ID, words);
  }

  /** Its rows by issue. */
  static Map<String, List<String>> byIssue(List<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.getAs(ISSUE_ID), row -> row.getList(row.fieldIndex(KEYWORDS))));
  }
}
