/**
 * Scores of every node of the indicator tree.
 *
 * <p>Read {@link dev.tidemark.index.IndexJob} first, then follow the rows: {@code RawValues} (one
 * raw value per unit, period and leaf), {@code Profiles} (all of one unit), {@code Pools} (what
 * min-max and z-score leaves are scored by), {@code UnitScores} with {@code LeafScores} and {@code
 * NodeScores} (raw values to points, leaves to root, periods to their mean), {@code Ranking},
 * {@code GroupMeans}.
 */
package dev.tidemark.index;
