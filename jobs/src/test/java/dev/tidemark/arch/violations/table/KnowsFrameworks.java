package dev.tidemark.arch.violations.table;

import dev.tidemark.framework.Period;

/** Breaks a rule on purpose. */
public final class KnowsFrameworks {
  String name(Period period) {
    return period.id();
  }
}
