package dev.tidemark;

/** Placeholder until the command line exists. */
final class Main {
  private Main() {}
}
