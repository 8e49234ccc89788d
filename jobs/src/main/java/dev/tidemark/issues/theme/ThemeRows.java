package dev.tidemark.issues.theme;

import static dev.tidemark.table.Col.KEYWORDS;
import static dev.tidemark.table.Col.LABEL;
import static dev.tidemark.table.Col.PARENT_ID;
import static dev.tidemark.table.Col.PARENT_LABEL;
import static dev.tidemark.table.Col.REPRESENTATIVE_IDS;
import static dev.tidemark.table.Col.SIZE;
import static dev.tidemark.table.Col.THEME_ID;
import static dev.tidemark.table.Col.VOICES;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Themes as rows, on the driver: there are tens of them, or hundreds. */
final class ThemeRows {
  static final StructType SCHEMA =
      new StructType()
          .add(THEME_ID, StringType, false)
          .add(LABEL, StringType, false)
          .add(KEYWORDS, createArrayType(StringType, false), false)
          .add(SIZE, LongType, false)
          .add(VOICES, LongType, false)
          .add(PARENT_ID, StringType, false)
          .add(PARENT_LABEL, StringType, false)
          .add(REPRESENTATIVE_IDS, createArrayType(StringType, false), false);

  /** Of a parent's label: so many of its themes give it their first keyword. */
  private static final int IN_LABEL = 3;

  private static final String BETWEEN = "、";

  /**
   * What is known of a theme before it has a name.
   *
   * @param representatives ids of messages to read
   */
  record Described(String theme, String parent, List<String> representatives) {}

  private final Map<String, Row> sizes;
  private final Map<String, Row> names;

  /**
   * Takes what was counted.
   *
   * @param sizes of each theme its messages and its voices
   * @param names of each theme its keywords and its label, null without any
   */
  ThemeRows(List<Row> sizes, List<Row> names) {
    this.sizes = byTheme(sizes);
    this.names = byTheme(names);
  }

  /** Rows of {@link #SCHEMA}; a theme without a word is called by its id. */
  List<Row> of(List<Described> themes) {
    var parents = themes.stream().collect(Collectors.groupingBy(Described::parent));
    return themes.stream()
        .map(
            theme -> {
              var size = sizes.get(theme.theme());
              return RowFactory.create(
                  theme.theme(),
                  label(theme),
                  keywords(theme).toArray(String[]::new),
                  size.getAs(SIZE),
                  size.getAs(VOICES),
                  theme.parent(),
                  parentLabel(parents.get(theme.parent())),
                  theme.representatives().toArray(String[]::new));
            })
        .toList();
  }

  /** The first keywords of the largest themes below. */
  private String parentLabel(List<Described> themes) {
    var largestFirst =
        Comparator.<Described>comparingLong(theme -> sizes.get(theme.theme()).getAs(SIZE))
            .thenComparing(Described::theme)
            .reversed();
    return themes.stream()
        .sorted(largestFirst)
        .limit(IN_LABEL)
        .map(theme -> keywords(theme).stream().findFirst().orElse(theme.theme()))
        .collect(Collectors.joining(BETWEEN));
  }

  private String label(Described theme) {
    String label = names.get(theme.theme()).getAs(LABEL);
    return label == null ? theme.theme() : label;
  }

  private List<String> keywords(Described theme) {
    var row = names.get(theme.theme());
    return row.getList(row.fieldIndex(KEYWORDS));
  }

  private static Map<String, Row> byTheme(List<Row> rows) {
    return rows.stream().collect(Collectors.toMap(row -> row.getAs(THEME_ID), Function.identity()));
  }
}
