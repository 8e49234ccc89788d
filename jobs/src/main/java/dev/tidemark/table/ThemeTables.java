package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.required;
import static dev.tidemark.table.CommonColumns.*;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;

/** The table that {@code issues} writes about themes. */
final class ThemeTables {
  static final TableSpec THEMES =
      new TableSpec(
          "themes",
          TableSpec.Role.OUTPUT,
          "What citizens write about, coarsely, over all periods.",
          "one theme",
          List.of(THEME_ID),
          List.of(),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              required(
                  THEME_ID,
                  StringType,
                  "the theme, named for its most central text: the same for the same messages, another as they change"),
              required(
                  LABEL,
                  StringType,
                  "its first three keywords; its id if no text of it has a word of content"),
              required(
                  KEYWORDS,
                  createArrayType(StringType),
                  "words and pairs of words that its texts have and others lack, the most telling first, at most ten"),
              required(SIZE, LongType, "its messages, a count"),
              required(VOICES, LongType, "who wrote them, near copies by nobody as one, a count"),
              required(PARENT_ID, StringType, "the coarser theme that it is part of"),
              required(
                  PARENT_LABEL,
                  StringType,
                  "the first keyword of each of that one's three largest themes"),
              required(
                  REPRESENTATIVE_IDS,
                  createArrayType(StringType),
                  "messages to read instead of all: near to its centre and unlike each other, at most five, the most central first")),
          List.of(
              new Check("a_theme_has_messages", SIZE, "size > 0"),
              new Check("a_voice_wrote_one_or_more", VOICES, "voices > 0 AND voices <= size")));

  static final List<TableSpec> ALL = List.of(THEMES);

  private ThemeTables() {}
}
