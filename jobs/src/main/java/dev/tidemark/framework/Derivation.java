package dev.tidemark.framework;

import java.util.Optional;

/**
 * A leaf's raw value taken from another input table, one per unit and period.
 *
 * @param table an input table with the columns {@code period} and {@code unit}
 * @param value an aggregate SQL expression over its rows
 * @param where an SQL condition on its rows; empty for all rows
 * @param withoutRows the value of a unit that has no such rows in a period in which another has;
 *     empty if it has none then
 */
public record Derivation(
    String table, String value, Optional<String> where, Optional<Double> withoutRows) {
  static final String OUTCOMES = "enquiry_outcomes";

  /** A derivation that gives units without rows no value. */
  public Derivation(String table, String value, Optional<String> where) {
    this(table, value, where, Optional.empty());
  }

  /** Whether it needs to know what became of enquiries. */
  boolean isOfOutcomes() {
    return table.equals(OUTCOMES);
  }
}
