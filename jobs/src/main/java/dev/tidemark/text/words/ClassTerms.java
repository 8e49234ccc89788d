package dev.tidemark.text.words;

import static dev.tidemark.table.Col.CLEAN_TEXT;
import static dev.tidemark.table.Col.KEYWORDS;
import static dev.tidemark.table.Col.LABEL;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/**
 * What a class of texts talks about that others do not: class-based TF-IDF (Grootendorst 2022, <a
 * href="https://arxiv.org/abs/2203.05794">BERTopic</a>) over words and pairs of words that stand
 * side by side, a term counted once in each text, so that long texts do not outvote short ones.
 *
 * <p>The weight of term t in class c is n(t, c) · ln(1 + A / n(t)): n(t, c) texts of the class and
 * n(t) of all have it, and A is the mean number of terms of a class.
 */
public final class ClassTerms {
  private static final String CLASS = "class";
  private static final String TERM = "term";
  private static final String N = "n";
  private static final String OF_ALL = "of_all";
  private static final String PER_CLASS = "per_class";
  private static final String WEIGHT = "weight";
  private static final String TERMS = "terms";
  private static final String PLACE = "place";

  /** Stands for the text itself, so that no class is lost and the texts of each are counted. */
  private static final String TEXT = "";

  /** Best terms of a class from which keywords are chosen. */
  private static final int CANDIDATES = 60;

  private static final StructType USED =
      new StructType().add(CLASS, StringType, false).add(TERM, StringType, false);

  private static final StructType NAMED =
      new StructType()
          .add(CLASS, StringType, false)
          .add(KEYWORDS, createArrayType(StringType, false), false)
          .add(LABEL, StringType);

  private ClassTerms() {}

  /**
   * Keywords and a label for every class.
   *
   * @param texts the class of each text, a string, and {@code clean_text}; rows without a class say
   *     nothing
   * @param classColumn has the class
   * @return one row for each class: the class under its name, {@code keywords}, the best first, at
   *     most ten, and {@code label}, the first three; none and null if no text of the class has a
   *     word of content
   */
  public static Dataset<Row> of(Dataset<Row> texts, String classColumn, Words words) {
    var counts =
        texts
            .where(col(classColumn).isNotNull())
            .select(col(classColumn), col(CLEAN_TEXT))
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) rows -> new Terms(rows, words).iterator(),
                Encoders.row(USED))
            .groupBy(CLASS, TERM)
            .agg(count(lit(1)).as(N));
    var isTerm = col(TERM).notEqual(TEXT);
    var scale =
        counts.agg(
            sum(when(isTerm, col(N)).otherwise(0)).divide(countDistinct(CLASS)).as(PER_CLASS));
    var ofAll = sum(N).over(Window.partitionBy(TERM));
    var best = Window.partitionBy(CLASS).orderBy(col(WEIGHT).desc(), col(TERM));
    return counts
        .withColumn(OF_ALL, ofAll)
        .crossJoin(broadcast(scale))
        .withColumn(
            WEIGHT,
            when(
                    isTerm,
                    col(N).multiply(log1p(coalesce(col(PER_CLASS), lit(0)).divide(col(OF_ALL)))))
                .otherwise(0.0))
        .withColumn(PLACE, row_number().over(best))
        .where(col(PLACE).leq(CANDIDATES).or(col(TERM).equalTo(TEXT)))
        .groupBy(CLASS)
        .agg(collect_list(struct(col(TERM), col(N), col(WEIGHT))).as(TERMS))
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new Naming(rows), Encoders.row(NAMED))
        .withColumnRenamed(CLASS, classColumn);
  }

  /** The terms of a text, each once, and the text itself. */
  private record Terms(Iterator<Row> texts, Words words) {
    Iterator<Row> iterator() {
      return Stream.generate(() -> null)
          .takeWhile(ignored -> texts.hasNext())
          .flatMap(ignored -> used(texts.next()))
          .iterator();
    }

    private Stream<Row> used(Row text) {
      var name = text.getString(0);
      var terms = new TreeSet<String>();
      terms.add(TEXT);
      for (var run : words.runs(text.getString(1))) {
        for (int i = 0; i < run.size(); i++) {
          terms.add(run.get(i));
          if (i > 0) {
            terms.add(Keywords.phrase(run.get(i - 1), run.get(i)));
          }
        }
      }
      return terms.stream().map(term -> RowFactory.create(name, term));
    }
  }

  private record Naming(Iterator<Row> classes) implements Iterator<Row> {
    @Override
    public boolean hasNext() {
      return classes.hasNext();
    }

    @Override
    public Row next() {
      var row = classes.next();
      List<Row> rows = row.getList(1);
      var keywords =
          Keywords.of(
              rows.stream()
                  .filter(term -> !term.getString(0).equals(TEXT))
                  .map(
                      term ->
                          new Keywords.Term(term.getString(0), term.getLong(1), term.getDouble(2)))
                  .toList());
      return RowFactory.create(
          row.getString(0), keywords.toArray(String[]::new), Keywords.label(keywords));
    }
  }
}
