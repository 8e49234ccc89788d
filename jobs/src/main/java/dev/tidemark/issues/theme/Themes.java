package dev.tidemark.issues.theme;

import static dev.tidemark.table.Col.CLEAN_TEXT;
import static dev.tidemark.table.Col.CONTENT_HASH;
import static dev.tidemark.table.Col.COPY_OF;
import static dev.tidemark.table.Col.ID;
import static dev.tidemark.table.Col.SIZE;
import static dev.tidemark.table.Col.THEME_ID;
import static dev.tidemark.table.Col.VECTOR;
import static dev.tidemark.table.Col.VOICE;
import static dev.tidemark.table.Col.VOICES;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;

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
  /**
   * Finds the themes of messages of all periods; near copies are one text. Reads the vectors on the
   * driver, and the messages several times, now and when {@link #messages} is read: whoever gives
   * them keeps them.
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
    var sizes =
        messages
            .select(COPY_OF, VOICE)
            .join(placed, COPY_OF)
            .groupBy(THEME_ID)
            .agg(count(lit(1)).as(SIZE), countDistinct(VOICE).as(VOICES));
    var names =
        ClassTerms.of(texts.withColumnRenamed(ID, COPY_OF).join(placed, COPY_OF), THEME_ID, words);
    var described = new ThemeRows(sizes.collectAsList(), names.collectAsList());
    return new Themes(
        messages.sparkSession().createDataFrame(described.of(learnt.described()), ThemeRows.SCHEMA),
        messages.select(ID, COPY_OF).join(placed, COPY_OF).select(ID, THEME_ID));
  }
}
