package dev.tidemark.job;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.table.TableSpec;
import java.util.List;

/**
 * A job that makes tables of tables, and says of which: so it can be told when it must run again,
 * after which others, and for which periods.
 *
 * <p>What it writes depends on the framework, on the version of Tidemark and on the tables it names
 * here, and on nothing else. A run for some periods replaces all rows of these periods and all that
 * is over several of them, so that it leaves what a run for all leaves.
 */
public interface TableJob extends Job {
  /** The tables it reads under this framework. */
  List<Reads> reads(EvaluationFramework framework);

  /** The tables it writes, and nobody else. */
  List<TableSpec> writes();

  /**
   * Takes back that anything is done, before a run that is to trust nothing the job wrote: another
   * version of Tidemark did, or other hands. Nothing to do for a job that does not ask what is
   * done.
   */
  default void forget(JobContext context) {}
}
