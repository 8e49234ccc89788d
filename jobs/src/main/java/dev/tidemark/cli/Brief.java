package dev.tidemark.cli;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.table.DeltaLake;
import java.io.PrintWriter;

/**
 * What headlines are made of, and where they are shown.
 *
 * @param framework what was assessed
 * @param lake the tables
 * @param published what was published of it
 * @param out takes the lines
 */
record Brief(
    EvaluationFramework framework, DeltaLake lake, PublishedFigures published, PrintWriter out) {
  /** The first period's id. */
  String first() {
    return framework.periods().get(0).id();
  }

  /** The last period's id. */
  String last() {
    return framework.periods().get(framework.periods().size() - 1).id();
  }

  /** From the first period to the last. */
  String span() {
    return first() + " to " + last();
  }
}
