package dev.tidemark.framework;

import java.util.Map;

/**
 * What is assessed: a city, an economy, an office.
 *
 * @param id unique in the framework
 * @param title what reports call it
 * @param groups the group it belongs to, by grouping column; a column is absent where its cell is
 *     blank, and the unit then belongs to no group of that column
 */
public record Unit(String id, Title title, Map<String, String> groups) {
  public Unit {
    groups = Map.copyOf(groups);
  }
}
