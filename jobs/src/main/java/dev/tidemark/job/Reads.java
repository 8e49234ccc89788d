package dev.tidemark.job;

import dev.tidemark.table.TableSpec;

/**
 * A table that a job reads, and how far a change of it reaches.
 *
 * @param table in the warehouse
 * @param reach which of the job's rows a changed row of it may change
 * @param isNeeded whether the job has nothing to do without it
 */
public record Reads(TableSpec table, Reach reach, boolean isNeeded) {
  /** How far a change reaches. */
  public enum Reach {
    /**
     * To what the job writes of the row's period, and to what every run for some periods makes
     * anew: the pairs that the period is in, and what is over all periods.
     */
    ITS_PERIOD,
    /** The same of its period and of each after it: what is followed from period to period. */
    LATER_PERIODS,
    /** To every period: a pool of values, a list of names that all periods share. */
    EVERY_PERIOD,
    /**
     * Nowhere: the table says what the framework says, and another framework reaches everything.
     */
    NOWHERE
  }

  /** Each period's rows are of that period's rows. */
  public static Reads byPeriod(TableSpec table) {
    return new Reads(table, Reach.ITS_PERIOD, true);
  }

  /** Each period's rows are of that period's rows, and of those before it. */
  public static Reads fromPeriodOn(TableSpec table) {
    return new Reads(table, Reach.LATER_PERIODS, true);
  }

  /** Any row may change the rows of every period. */
  public static Reads whole(TableSpec table) {
    return new Reads(table, Reach.EVERY_PERIOD, true);
  }

  /** It is the framework as a table. */
  public static Reads ofFramework(TableSpec table) {
    return new Reads(table, Reach.NOWHERE, true);
  }

  /** The same, for a job that does without. */
  public Reads ifThere() {
    return new Reads(table, reach, false);
  }
}
