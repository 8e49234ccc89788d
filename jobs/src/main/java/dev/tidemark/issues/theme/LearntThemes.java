package dev.tidemark.issues.theme;

import static dev.tidemark.table.Col.CONTENT_HASH;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.IssueThemes;
import dev.tidemark.issues.theme.NearestTheme.Centre;
import dev.tidemark.text.near.NearestNeighbours;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Themes on the driver, learnt from all texts or from as many as fit there. */
final class LearntThemes {
  /** Texts that make the graph, those of the smallest hashes. */
  private static final int OF_GRAPH = 100_000;

  /** Texts that k-means learns from: more move no centre. */
  private static final int OF_MEANS = 20_000;

  /** Of a hash; two themes of one warehouse do not meet in so many. */
  private static final int DIGITS = 12;

  private final LearntTexts texts;
  private final boolean areAll;
  private final float[][] directions;
  private final Space space;
  private final List<Group> groups;
  private final List<Centre> centres;

  private LearntThemes(
      LearntTexts texts, boolean areAll, Space space, float[][] directions, List<Group> groups) {
    this.texts = texts;
    this.areAll = areAll;
    this.space = space;
    this.directions = directions;
    this.groups = groups;
    this.centres = centres();
  }

  /**
   * Learns them.
   *
   * @param texts {@code id}, {@code content_hash} and {@code vector}, each content once
   */
  static LearntThemes of(Dataset<Row> texts, IssueThemes rules, long seed) {
    boolean isGraph = rules.method() == IssueThemes.Method.GRAPH;
    int most = isGraph ? OF_GRAPH : OF_MEANS;
    var learnt = LearntTexts.of(texts, most);
    if (learnt.size() == 0) {
      return new LearntThemes(learnt, true, new Space(new double[0]), new float[0][], List.of());
    }
    var space = Space.of(learnt.vectors());
    var communities = isGraph ? communities(learnt, rules, seed) : new int[0];
    var directions = new float[learnt.size()][];
    for (int i = 0; i < directions.length; i++) {
      directions[i] = space.direction(learnt.vectors()[i]);
      learnt.vectors()[i] = null;
    }
    var groups =
        isGraph
            ? Group.of(communities, directions, rules.minTexts())
            : means(texts.sparkSession(), directions, rules, seed);
    return new LearntThemes(learnt, learnt.size() < most, space, directions, groups);
  }

  private static int[] communities(LearntTexts learnt, IssueThemes rules, long seed) {
    return Communities.of(
        NearestNeighbours.of(learnt.vectors(), rules.neighbours()),
        rules.resolution(),
        rules.minFit(),
        seed);
  }

  private static List<Group> means(
      SparkSession spark, float[][] directions, IssueThemes rules, long seed) {
    var found = SphericalMeans.of(spark, directions, rules.k(), rules.mostK(), seed);
    return Group.of(found, directions, rules.minTexts()).stream()
        .map(group -> group.withoutFarOnes(directions))
        .toList();
  }

  /** The theme of every text that fits one, also of those it was not learnt from. */
  Dataset<Row> placed(Dataset<Row> all) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < groups.size(); i++) {
      var centre = centres.get(i);
      for (int member : groups.get(i).members()) {
        rows.add(RowFactory.create(texts.ids().get(member), centre.theme(), centre.parent()));
      }
    }
    var learnt = all.sparkSession().createDataFrame(rows, NearestTheme.PLACED);
    if (areAll) {
      return learnt;
    }
    var last = texts.hashes().get(texts.size() - 1);
    return learnt.union(NearestTheme.of(all.where(col(CONTENT_HASH).gt(last)), space, centres));
  }

  /** Each theme, the theme above, and the messages to read. */
  List<ThemeRows.Described> described() {
    return IntStream.range(0, groups.size())
        .mapToObj(
            i ->
                new ThemeRows.Described(
                    centres.get(i).theme(),
                    centres.get(i).parent(),
                    Representatives.of(groups.get(i), directions).stream()
                        .map(texts.ids()::get)
                        .toList()))
        .toList();
  }

  /** A theme is named for its most central text, the theme above for its largest theme's. */
  private List<Centre> centres() {
    var parents = ParentThemes.of(groups);
    var names =
        groups.stream()
            .map(group -> texts.hashes().get(group.medoid(directions)).substring(0, DIGITS))
            .toList();
    return IntStream.range(0, groups.size())
        .mapToObj(
            i ->
                new Centre(
                    "theme-" + names.get(i),
                    "parent-" + names.get(parents[i]),
                    groups.get(i).centre(),
                    groups.get(i).fence(directions)))
        .toList();
  }
}
