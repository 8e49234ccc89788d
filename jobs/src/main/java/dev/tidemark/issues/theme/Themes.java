package dev.tidemark.issues.theme;

import static dev.tidemark.table.Col.CLEAN_TEXT;
import static dev.tidemark.table.Col.CONTENT_HASH;
import static dev.tidemark.table.Col.COPY_OF;
import static dev.tidemark.table.Col.ID;
import static dev.tidemark.table.Col.KEYWORDS;
import static dev.tidemark.table.Col.LABEL;
import static dev.tidemark.table.Col.PARENT_ID;
import static dev.tidemark.table.Col.PARENT_LABEL;
import static dev.tidemark.table.Col.REPRESENTATIVE_IDS;
import static dev.tidemark.table.Col.SIZE;
import static dev.tidemark.table.Col.THEME_ID;
import static dev.tidemark.table.Col.VECTOR;
import static dev.tidemark.table.Col.VOICE;
import static dev.tidemark.table.Col.VOICES;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import dev.tidemark.framework.IssueThemes;
import dev.tidemark.text.words.ClassTerms;
import dev.tidemark.text.words.Words;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The subjects of messages, coarse and readable: docs/issues.md says how they are found.
 *
 * @param themes rows of the table {@code themes}, without the framework's columns
 * @param messages {@code id} and {@code theme_id} of every message that is in a theme; the others
 *     fit none
 */
public record Themes(Dataset<Row> themes, Dataset<Row> messages) {
  /** Of a parent's label: so many of its themes give it their first keyword. */
  private static final int IN_LABEL = 3;

  private static final String RANKED = "ranked";

  /**
   * Finds the themes of messages of all periods; near copies are one text. Reads the vectors on the
   * driver, and the messages several times.
   *
   * @param messages as {@link dev.tidemark.text.NearDuplicates} returns them
   * @param vectors one of each content, as {@link dev.tidemark.text.embed.Embeddings} returns them;
   *     a text whose numbers are all 0 is in no theme
   * @param seed of what is drawn
   * @param words for the labels
   */
  public static Themes of(
      Dataset<Row> messages, Dataset<Row> vectors, IssueThemes rules, long seed, Words words) {
    var texts =
        messages
            .where(col(ID).equalTo(col(COPY_OF)))
            .select(CONTENT_HASH, ID, CLEAN_TEXT)
            .join(vectors.where(exists(col(VECTOR), part -> part.notEqual(0))), CONTENT_HASH);
    var learnt = LearntThemes.of(texts, rules, seed);
    var placed = learnt.placed(texts);
    return new Themes(
        described(messages, texts, placed, learnt, words),
        messages.select(ID, COPY_OF).join(placed, COPY_OF).select(ID, THEME_ID));
  }

  private static Dataset<Row> described(
      Dataset<Row> messages,
      Dataset<Row> texts,
      Dataset<Row> placed,
      LearntThemes learnt,
      Words words) {
    var counts =
        messages
            .select(COPY_OF, VOICE)
            .join(placed, COPY_OF)
            .groupBy(THEME_ID)
            .agg(count(lit(1)).as(SIZE), countDistinct(VOICE).as(VOICES));
    var named =
        ClassTerms.of(texts.withColumnRenamed(ID, COPY_OF).join(placed, COPY_OF), THEME_ID, words);
    var themes =
        learnt
            .described(messages.sparkSession())
            .join(counts, THEME_ID)
            .join(named, THEME_ID)
            .withColumn(LABEL, coalesce(col(LABEL), col(THEME_ID)));
    return themes
        .join(parentLabels(themes), PARENT_ID)
        .select(
            THEME_ID, LABEL, KEYWORDS, SIZE, VOICES, PARENT_ID, PARENT_LABEL, REPRESENTATIVE_IDS);
  }

  /** The first keywords of the largest themes below. */
  private static Dataset<Row> parentLabels(Dataset<Row> themes) {
    var first = split(col(LABEL), "、").getItem(0);
    var largestFirst =
        sort_array(collect_list(struct(col(SIZE), col(THEME_ID), first.as(LABEL))), false);
    return themes
        .groupBy(PARENT_ID)
        .agg(slice(largestFirst, 1, IN_LABEL).as(RANKED))
        .select(
            col(PARENT_ID),
            array_join(transform(col(RANKED), theme -> theme.getField(LABEL)), "、")
                .as(PARENT_LABEL));
  }
}
