package dev.tidemark.framework;

import java.util.Locale;

/** How far an item can be done online, from the shallowest. */
public enum OnlineDepth {
  /** The guide is online, nothing else. */
  PUBLISHED,
  /** Papers are looked through online; one applies at an office. */
  PRE_REVIEW,
  /** One applies online, and goes to an office afterwards. */
  APPLY,
  /** From beginning to end, results by mail included. */
  FULL;

  /** Its name in files and tables, such as {@code pre-review}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
