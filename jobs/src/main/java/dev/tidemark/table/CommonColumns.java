package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.required;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** Columns that many output tables have, with one meaning. */
final class CommonColumns {
  static final ColumnSpec THE_FRAMEWORK = required(FRAMEWORK_ID, StringType, "id of the framework");

  static final ColumnSpec ITS_VERSION =
      required(FRAMEWORK_VERSION, StringType, "version of the framework");

  static final ColumnSpec ONE_PERIOD =
      required(PERIOD, StringType, "id of the period; there is no 'all'");

  static final ColumnSpec THE_UNIT = required(UNIT, StringType, "id of the unit");

  static final ColumnSpec THE_COLUMN =
      required(GROUP_BY, StringType, "the grouping column; 'all' for every unit");

  static final ColumnSpec THE_GROUP =
      required(GROUP_ID, StringType, "the group; 'all' for every unit");

  static final ColumnSpec THE_ITEM = required(ITEM, StringType, "the service item");

  static final ColumnSpec FROM = required(PERIOD_FROM, StringType, "id of the earlier period");

  static final ColumnSpec TO = required(PERIOD_TO, StringType, "id of the later period");

  static final ColumnSpec THE_NODE = required(NODE, StringType, "id of the node");

  static final ColumnSpec MEAN_OVER_PERIODS =
      required(PERIOD, StringType, "id of the period; 'all' is the mean over the periods");

  private CommonColumns() {}
}
