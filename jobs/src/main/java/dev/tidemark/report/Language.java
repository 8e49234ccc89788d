package dev.tidemark.report;

/** A language of the report. */
public enum Language {
  /** Chinese. */
  ZH,
  /** English. */
  EN;

  /** As HTML names it. */
  String tag() {
    return this == ZH ? "zh" : "en";
  }
}
