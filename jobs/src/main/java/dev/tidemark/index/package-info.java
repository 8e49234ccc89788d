/**
 * Scores of every node of the indicator tree.
 *
 * <p>Read {@link dev.tidemark.index.IndexJob} first, then follow the rows: {@code RawValues} (one
 * raw value per unit, period and leaf), {@code Profiles} (one row per unit and period), {@code
 * LeafScores} and {@code NodeScores} (raw values to points, leaves to root), {@code PeriodMeans},
 * {@code Ranking}, {@code GroupMeans}.
 */
package dev.tidemark.index;
