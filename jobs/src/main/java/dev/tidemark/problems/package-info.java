/**
 * Problems: what declared rules see in the tables, with one identity over all periods.
 *
 * <p>Read {@link dev.tidemark.problems.ProblemsJob} first, then follow the rows: {@code RuleRows}
 * (a table with what rules may name beside its columns), {@code Looks} (what each rule sees in each
 * row, its message a {@code RenderedMessage}, its proof a {@code RowEvidence}), {@code Sightings}
 * (of one thing in one period), {@code ProblemStates} (of one problem in every period), and from
 * these {@code Problems} and {@code Rectification}.
 */
package dev.tidemark.problems;
