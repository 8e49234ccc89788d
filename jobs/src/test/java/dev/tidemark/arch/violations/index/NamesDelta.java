package dev.tidemark.arch.violations.index;

import io.delta.tables.DeltaTable;

/** Breaks a rule on purpose. */
public final class NamesDelta {
  void shrink(DeltaTable table) {
    table.vacuum();
  }
}
