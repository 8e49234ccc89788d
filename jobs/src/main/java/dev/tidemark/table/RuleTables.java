package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.required;
import static dev.tidemark.table.CommonColumns.*;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables and views that rules of the section {@code problems} may look at. */
public final class RuleTables {
  /** Which items each unit's catalogue has of those that any unit has; a view, never stored. */
  public static final TableSpec ITEM_LISTINGS =
      new TableSpec(
          "item_listings",
          TableSpec.Role.OUTPUT,
          "Which items each unit's catalogue lists of those that any unit lists.",
          "one item that a unit lists at one level in one period, for every unit with a catalogue of"
              + " that level",
          List.of(PERIOD, UNIT, LEVEL, ITEM),
          List.of(PERIOD),
          List.of(
              ONE_PERIOD,
              THE_UNIT,
              required(LEVEL, StringType, "province, city, county or township"),
              THE_ITEM,
              required(IS_LISTED, BooleanType, "whether the unit lists it"),
              required(LISTING_UNITS, LongType, "units of the period and level that do, a count"),
              required(
                  CATALOGUE_UNITS,
                  LongType,
                  "units of the period with a catalogue of the level, a count"),
              required(LISTING_SHARE, DoubleType, "listing_units / catalogue_units, 0 to 1")),
          List.of());

  private static final List<TableSpec> ALL =
      Stream.concat(Tables.all().stream(), Stream.of(ITEM_LISTINGS))
          .filter(table -> table.role() != TableSpec.Role.OPERATION)
          .filter(table -> table.has(PERIOD) && !ProblemTables.ALL.contains(table))
          .toList();

  private RuleTables() {}

  /** The table or view of this name; empty if rules may not look at it, or there is none. */
  public static Optional<TableSpec> named(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /** The names of all of them. */
  public static List<String> names() {
    return ALL.stream().map(TableSpec::name).toList();
  }

  /** The table of the warehouse that a table or view is made from: itself unless it is a view. */
  public static TableSpec stored(TableSpec table) {
    return table.equals(ITEM_LISTINGS) ? InputTables.ITEMS : table;
  }

  /** The columns that tell the rows of one unit and period apart. */
  public static List<String> itemKey(TableSpec table) {
    return table.key().stream()
        .filter(column -> !column.equals(PERIOD) && !column.equals(UNIT))
        .toList();
  }
}
