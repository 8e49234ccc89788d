package dev.tidemark.framework;

import java.util.Locale;

/** How bad a problem is. */
public enum Severity {
  /** People cannot get what they came for. */
  CRITICAL,
  /** They can, at the cost of time, money or another visit. */
  MAJOR,
  /** A shortcoming. */
  MINOR;

  /** Its name in the framework file and in tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
