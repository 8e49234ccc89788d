/**
 * Visits to offices: how many a life event needs, what changed, and where they could be saved.
 *
 * <p>Read {@link dev.tidemark.visits.VisitsJob} first, then follow the rows: {@code StageVisits}
 * (delivered rows of the stages that count, see {@code ExpectedStages}), {@code UnitVisits} (totals
 * of units), {@code VisitSummary} and {@code VisitStages} (of groups), {@code VisitDrivers} (two
 * periods, stage by stage), {@code VisitChanges} (two periods, tested).
 */
package dev.tidemark.visits;
