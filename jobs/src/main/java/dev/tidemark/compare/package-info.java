/**
 * Which changes between periods are real, and why; docs/compare.md.
 *
 * <p>Read {@code CompareJob}, then what it reads ({@code ScoreBook}: {@code PeriodScores} on a
 * {@code NodeTree}), how two periods are made comparable ({@code PairedScores}, {@code
 * UnitChange}), and what is written: {@code ScoreChanges} with its {@code Verdicts}, {@code
 * Drivers}, {@code Priorities}, {@code RankUncertainty}, {@code RankSensitivities}.
 */
package dev.tidemark.compare;
