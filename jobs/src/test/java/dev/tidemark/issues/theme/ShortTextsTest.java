package dev.tidemark.issues.theme;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.IssueThemes;
import dev.tidemark.support.SharedData;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.text.embed.BgeSmallZh;
import dev.tidemark.text.words.Dictionary;
import dev.tidemark.text.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The default themes of 2,000 news titles in ten classes, every fifth of THUCNews's test split;
 * {@code bench/themes} measures all. Skipped where the file is not beside the repository.
 */
class ShortTextsTest {
  private static final StructType TITLES =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("content_hash", DataTypes.StringType)
          .add("clean_text", DataTypes.StringType)
          .add("copy_of", DataTypes.StringType)
          .add("voice", DataTypes.StringType);

  private static final List<String> CLASSES = new ArrayList<>();
  private static final List<String> THEMES = new ArrayList<>();

  @BeforeAll
  static void findThemes() throws IOException {
    var lines = Files.readAllLines(SharedData.file("short-texts/thucnews_titles_test.csv"));
    var rows = new ArrayList<Row>();
    for (int i = 1; i < lines.size(); i += 5) {
      int comma = lines.get(i).lastIndexOf(',');
      var id = "%012d".formatted(i);
      CLASSES.add(lines.get(i).substring(comma + 1));
      rows.add(RowFactory.create(id, id, lines.get(i).substring(0, comma), id, id));
    }
    var titles = SharedSpark.session().createDataFrame(rows, TITLES);
    var vectors = BgeSmallZh.onClassPath().vectors(titles).cache();

    var found = Themes.of(titles, vectors, IssueThemes.DEFAULT, 1, Words.with(Dictionary.NONE));

    var themeOf =
        found.messages().collectAsList().stream()
            .collect(toMap(row -> row.getString(0), row -> row.getString(1)));
    rows.forEach(row -> THEMES.add(themeOf.getOrDefault(row.getString(0), "none")));
    vectors.unpersist();
  }

  /** UMAP and k-means told k has 0.67 on five times as many titles; fewer neighbours blur more. */
  @Test
  void themesThatWereToldNothingAgreeWithTheClasses() {
    assertThat(agreement(THEMES, CLASSES)).isGreaterThan(0.6);
  }

  @Test
  void fewerThanATenthOfTheTitlesAreInNoTheme() {
    assertThat(THEMES.stream().filter("none"::equals).count()).isLessThan(THEMES.size() / 10);
  }

  /** Normalised mutual information, by the arithmetic mean of the entropies. */
  private static double agreement(List<String> one, List<String> other) {
    var both = new ArrayList<String>();
    for (int i = 0; i < one.size(); i++) {
      both.add(one.get(i) + "|" + other.get(i));
    }
    double common = entropy(one) + entropy(other) - entropy(both);
    return 2 * common / (entropy(one) + entropy(other));
  }

  private static double entropy(Collection<String> names) {
    return names.stream().collect(groupingBy(name -> name, counting())).values().stream()
        .mapToDouble(n -> (double) n / names.size())
        .map(share -> -share * Math.log(share))
        .sum();
  }
}
